import { createHash } from 'node:crypto';

/** What identifies a finding in code, whatever its file and lines. */
export interface CodeIdentity {
  readonly rule: string;
  /** Names of the enclosing declarations, outermost first. */
  readonly scope: readonly string[];
  /** Tokens of the reported node without white space and comments. */
  readonly tokens: readonly string[];
}

/** What identifies a finding about a library. */
export interface LibraryIdentity {
  readonly rule: string;
  readonly package: string;
  /** Path of the manifest relative to the workspace root. */
  readonly manifest: string;
}

const scheme = 'v1';
const digits = 20;

/** Fingerprint of a library finding: rule, package and manifest. */
export function fingerprintLibrary(identity: LibraryIdentity): string {
  return digest([identity.rule, identity.package, identity.manifest]);
}

/**
 * Gives fingerprints for the findings of one file, in the order of their places. Findings with the same rule,
 * scope and tokens differ by their ordinal only, so one more copy below leaves those above alone.
 */
export function createFingerprinter(): (identity: CodeIdentity) => string {
  const seen = new Map<string, number>();
  return (identity) => {
    const key = JSON.stringify([identity.rule, identity.scope, identity.tokens]);
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return digest([key, String(ordinal)]);
  };
}

function digest(parts: readonly string[]): string {
  return createHash('sha256')
    .update([scheme, ...parts].join('\0'))
    .digest('hex')
    .slice(0, digits);
}
