import type { PackageRef } from '../../findings/finding.ts';
import type { ClassifiedRule } from './foreign-rules.ts';
import type { SarifResult } from './sarif-schema.ts';

/**
 * The library that a scanner's result is about: from the qualified name (`lodash@4.17.4`), from the message
 * (`Package: lodash`, `Installed Version: 4.17.4`, `introduced through lodash@4.17.4`), from the rule (`(CVE-…)
 * lodash@4.17.4`, `… vulnerability in lodash`), else the advisory's own id.
 */
export function packageOf({ locations = [], message }: SarifResult, { id, texts }: ClassifiedRule): PackageRef {
  const qualified = locations.flatMap(({ logicalLocations = [] }) =>
    logicalLocations.map((each) => each.fullyQualifiedName ?? ''),
  );
  const text = (message?.text ?? '').slice(0, 2000);
  for (const candidate of [...qualified, text, texts]) {
    const named = versioned.exec(candidate)?.groups;
    if (named?.['name'] !== undefined) return { name: named['name'], version: named['version'] ?? '' };
  }
  const name = /^\s*Package:\s*(\S{1,200})/im.exec(text)?.[1] ?? /\bvulnerability in (\S{1,200})\s*$/m.exec(texts)?.[1];
  const version = /Installed Version:\s*(\S{1,80})/i.exec(text)?.[1];
  return { name: name ?? id, version: version ?? '' };
}

const versioned = /(?<name>(?:@[a-z0-9][\w.-]{0,80}\/)?[a-z0-9][\w.-]{0,80})@(?<version>\d[\w.+-]{0,60})/i;
