import type { FileRange } from '../../base/text-range.ts';
import { createFingerprinter } from '../../findings/fingerprint.ts';
import type { Finding } from '../../findings/finding.ts';
import { readSuppressions } from '../../findings/suppressions.ts';
import type { FileModel } from '../../workspace/file-model.ts';
import { nodeAt } from '../../workspace/node-at.ts';
import type { ClassifiedRule } from '../import/foreign-rules.ts';
import { scopeOf, tokensOf } from '../scope.ts';

/** What another program says of a place in a reviewed file. */
export interface ForeignRemark extends FileRange {
  readonly rule: ClassifiedRule;
  /** The program with its version, where that is known. */
  readonly origin: string;
  /** In whatever language the program speaks. */
  readonly text: string;
  readonly tag?: Finding['tag'];
}

/** Texts of other programs are cut here. */
const longestText = 500;

/** Findings of the remarks about one file, in their order; fingerprints are made as for our own rules. */
export function foreignFindings(file: FileModel, remarks: readonly ForeignRemark[]): Finding[] {
  const fingerprint = createFingerprinter();
  const suppressions = readSuppressions(file.path, file.text);
  return remarks.map(({ rule, origin, text, range, tag }) => {
    const node = nodeAt(file, range);
    const scope = node ? scopeOf(node) : [];
    const message = text.replace(/\s+/g, ' ').trim().slice(0, longestText).replace(/\.$/, '');
    const tokens = node ? tokensOf(node, file.sourceFile) : [message];
    const suppression = suppressions.at(rule.fullId, range.start.line);
    return {
      rule: rule.fullId,
      weakness: rule.weakness,
      cwe: rule.cwe,
      file: file.path,
      range,
      message: { en: message, fr: message },
      data: {},
      fingerprint: fingerprint({ rule: rule.fullId, scope, tokens }),
      scope,
      precision: rule.precision,
      role: file.role,
      drivers: rule.by === 'severity' ? { isStandIn: true } : {},
      related: [],
      fixes: [],
      origin,
      ...(tag && { tag }),
      ...(suppression && { suppression }),
    };
  });
}
