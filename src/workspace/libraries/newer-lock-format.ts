import type { Notice } from '../../base/notice.ts';
import type { LockFormat } from '../manifest.ts';
import type { JsonReader } from './json-lock.ts';

/** Where each format writes its version, and the newest major that is read here. */
const known: Readonly<
  Record<LockFormat, { readonly newest: number; readonly written: RegExp; readonly label: string }>
> = {
  npm: { newest: 3, written: /^/, label: 'npm lockfileVersion' },
  bun: { newest: 1, written: /^/, label: 'bun lockfileVersion' },
  pnpm: { newest: 9, written: /^lockfileVersion: *['"]?(\d+)(\.\d+)*/m, label: 'pnpm lockfileVersion' },
  'yarn-classic': { newest: 1, written: /^# yarn lockfile v(\d+)/m, label: 'yarn lockfile' },
  'yarn-berry': {
    newest: 8,
    written: /^__metadata:\r?\n(?:[ \t]+.*\r?\n)*?[ \t]+version: *['"]?(\d+)/m,
    label: 'yarn __metadata',
  },
};

/**
 * A notice when a lock file says to be of a later format than those that are known. A later format may look like an
 * earlier one and mean something else, so none of it is read.
 */
export function newerLockFormat(
  file: string,
  format: LockFormat,
  text: string,
  json: JsonReader | undefined,
): Notice | undefined {
  const { newest, written, label } = known[format];
  const version = json ? json.number(json.tree, 'lockfileVersion') : Number(written.exec(text)?.[1]);
  if (version === undefined || Number.isNaN(version) || version <= newest) return undefined;
  return {
    level: 'warning',
    code: 'lockfile-newer',
    file,
    text: {
      en: `${file} is of format ${label} ${version}, and ${newest} is the latest that is known here, so installed versions are unknown; update CTO Guardrails, or write the lock file with an earlier package manager.`,
      fr: `${file} est au format ${label} ${version}, et ${newest} est le dernier connu ici, les versions installées sont donc inconnues\u202f; mettez CTO Guardrails à jour, ou écrivez le fichier de verrouillage avec un gestionnaire de paquets plus ancien.`,
    },
  };
}
