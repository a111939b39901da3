/** One setting of a text file: its name, its value without quotes, and where the value begins. */
export interface FileSetting {
  readonly name: string;
  readonly value: string;
  readonly index: number;
}

/** Reads `NAME=value`, `name: value` and `"name": "value"` by the kind of file; nothing of what it cannot tell. */
export function settingsIn(file: string, text: string): readonly FileSetting[] {
  const notation = notations.find((one) => one.file.test(file));
  if (!notation) return [];
  return [...text.matchAll(notation.setting)].flatMap((match) => {
    const { name = '', value = '' } = match.groups ?? {};
    return value === '' ? [] : [{ name, value, index: match.index + match[0].lastIndexOf(value) }];
  });
}

const assigned =
  /^[ \t]*(?:export[ \t]+|ENV[ \t]+|ARG[ \t]+|- )?(?:\/\/[\w./:@-]+\/:)?(?<name>[A-Za-z_][\w.-]{0,80})[ \t]*=[ \t]*(?<quote>["']?)(?<value>[^\s"'#][^\s"']{0,400})\k<quote>[ \t]*(?:[#;].*)?$/gm;
const mapped =
  /^[ \t]*(?:- )?["']?(?<name>[A-Za-z_][\w.-]{0,80})["']?[ \t]*[:=][ \t]*(?<quote>["']?)(?<value>[^\s"'#][^\s"']{0,400})\k<quote>[ \t]*(?:#.*)?$/gm;
const quoted = /"(?<name>[A-Za-z_][\w.-]{0,80})"\s*:\s*"(?<value>[^"\s\\]{4,400})"/g;

const notations: readonly { readonly file: RegExp; readonly setting: RegExp }[] = [
  { file: /\.(jsonc?|json5)$/i, setting: quoted },
  { file: /\.ya?ml$/i, setting: mapped },
  {
    file: /(^|\/)\.env[\w.-]*$|\.(env|ini|properties|cfg|conf|toml|sh|bash)$|(^|\/)(\.npmrc|\.yarnrc|[\w.-]*Dockerfile[\w.-]*)$/i,
    setting: assigned,
  },
];
