import type { FlowWorkspace } from './flow-workspace.ts';
import { isTemplate, pathOf, rawOutputsIn } from '../workspace/markup/raw-outputs.ts';

/** A value that a template writes unescaped: its path in the data of the template, and where it says so. */
export interface RawValue {
  readonly path: readonly string[];
  /** `views/page.ejs:12` */
  readonly place: string;
}

/** The templates of a workspace by the names under which code renders them. */
export interface Views {
  rawValuesOf(name: string): readonly RawValue[];
}

/** Templates are read when the first one is asked for, and only those inside the workspace. */
export function createViews({ supportingTexts }: Partial<Pick<FlowWorkspace, 'supportingTexts'>>): Views {
  const known = new Map<string, readonly RawValue[]>();
  return {
    rawValuesOf: (name) => {
      const values = known.get(name) ?? (supportingTexts ? rawValuesIn(supportingTexts(), name) : []);
      known.set(name, values);
      return values;
    },
  };
}

function rawValuesIn(texts: ReadonlyMap<string, string>, name: string): readonly RawValue[] {
  const wanted = name.replace(/^(?:\.{0,2}\/)+/, '');
  if (wanted === '') return [];
  const found: RawValue[] = [];
  for (const [file, text] of texts) {
    if (!isTemplate(file) || !isNamed(file, wanted)) continue;
    for (const { expression, start } of rawOutputsIn(file, text)) {
      const path = pathOf(expression, text);
      if (path) found.push({ path, place: `${file}:${text.slice(0, start).split('\n').length}` });
    }
  }
  return found;
}

function isNamed(file: string, wanted: string): boolean {
  const whole = `/${file}`;
  return whole.endsWith(`/${wanted}`) || whole.slice(0, whole.lastIndexOf('.')).endsWith(`/${wanted}`);
}
