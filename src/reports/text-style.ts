type Paint = (text: string) => string;

/** How a terminal marks a text; the caller decides whether it may have colours at all. */
export interface TextStyle {
  readonly bold: Paint;
  readonly dim: Paint;
  readonly red: Paint;
  readonly yellow: Paint;
  readonly cyan: Paint;
}

const plain: Paint = (text) => text;

/** No colours: for files, pipes and `NO_COLOR`. */
export const plainStyle: TextStyle = { bold: plain, dim: plain, red: plain, yellow: plain, cyan: plain };
