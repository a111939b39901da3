import type ts from 'typescript';
import { languages, type Localized } from '../base/language.ts';
import { comparePositions, type FileRange, type TextRange } from '../base/text-range.ts';
import type { Finding, RelatedPlace } from '../findings/finding.ts';
import { createFingerprinter, fingerprintLibrary } from '../findings/fingerprint.ts';
import type { Suppressions } from '../findings/suppressions.ts';
import { weaknesses } from '../findings/weakness.ts';
import { readSuppressions } from '../findings/suppressions.ts';
import type { MessageData, Rule } from '../rules/define-rule.ts';
import { exposureInFile, type ExposureAt } from '../rules/syntax/route-exposure.ts';
import type { FileModel } from '../workspace/file-model.ts';
import { fileRoleOf } from '../workspace/file-role.ts';
import { isNode, type RuleReport } from './rule-report.ts';
import { scopeOf, tokensOf } from './scope.ts';

/** Precision that stands in for a rule nobody has measured yet. */
export const unmeasuredPrecision = 0.5;

/** Finds the model of the file that a node belongs to. */
export type ModelOf = (node: ts.Node) => FileModel | undefined;

/**
 * Makes findings of what rules reported: places, texts in every language, fingerprints, suppressions. Reports of one
 * file must come together, or ordinals of equal findings would differ from run to run.
 */
export function toFindings(reports: readonly RuleReport[], modelOf: ModelOf): Finding[] {
  const fingerprint = createFingerprinterPerFile();
  const suppressions = createSuppressionsPerFile();
  const exposureOf = createExposurePerFile();
  return reports
    .map((report) => ({ report, ...placeOf(report.at, modelOf) }))
    .sort(
      (a, b) =>
        compareText(a.file, b.file) ||
        comparePositions(a.range.start, b.range.start) ||
        compareText(a.report.rule.id, b.report.rule.id),
    )
    .map(({ report, file, range, model }) => {
      const scope = isNode(report.at) ? scopeOf(report.at) : [];
      const suppression = model && suppressions(model).at(report.rule.id, range.start.line);
      return {
        ...ruleFacts(report),
        drivers: driversOf(report, model, exposureOf),
        file,
        range,
        fingerprint: fingerprint(report, file, scope, model),
        scope,
        role: model?.role ?? fileRoleOf(file),
        related: (report.extras.related ?? []).map(({ at, message }) => relatedPlace(at, message, modelOf)),
        ...(suppression && { suppression }),
      };
    });
}

function ruleFacts({
  rule,
  data,
  extras,
}: RuleReport): Pick<
  Finding,
  'rule' | 'weakness' | 'cwe' | 'message' | 'data' | 'precision' | 'followsData' | 'fixes' | 'package' | 'tag'
> {
  return {
    rule: rule.id,
    weakness: extras.weakness ?? rule.weakness,
    cwe: rule.cwe ?? [],
    message: messageOf(rule, data),
    data,
    precision: rule.precision ?? unmeasuredPrecision,
    fixes: extras.fixes ?? [],
    ...(extras.followsData && { followsData: true }),
    ...(extras.package && { package: extras.package }),
    ...(extras.tag && { tag: extras.tag }),
  };
}

/** What the detector saw; how far an attacker gets to the place is told from the file where the detector did not. */
function driversOf(
  { at, extras: { drivers = {}, weakness }, rule }: RuleReport,
  model: FileModel | undefined,
  exposureOf: (model: FileModel) => ExposureAt,
): Finding['drivers'] {
  const isAttack = weaknesses[weakness ?? rule.weakness].family === 'security';
  if (!isAttack || drivers.exposure !== undefined || model === undefined || !isNode(at)) return drivers;
  const exposure = exposureOf(model)(at);
  return exposure === undefined ? drivers : { ...drivers, exposure };
}

function createExposurePerFile(): (model: FileModel) => ExposureAt {
  const perFile = new Map<string, ExposureAt>();
  return (model) => {
    const known = perFile.get(model.path) ?? exposureInFile(model);
    perFile.set(model.path, known);
    return known;
  };
}

function messageOf(rule: Rule, data: MessageData): Localized {
  return Object.fromEntries(languages.map((language) => [language, rule.message[language](data)])) as Record<
    (typeof languages)[number],
    string
  >;
}

function placeOf(at: RuleReport['at'], modelOf: ModelOf): FileRange & { readonly model?: FileModel } {
  if (!isNode(at)) return at;
  const model = modelOf(at);
  if (!model) throw new Error('A rule reported a node of a file outside the workspace.');
  return { file: model.path, range: rangeOf(at, model), model };
}

function rangeOf(node: ts.Node, model: FileModel): TextRange {
  return {
    start: model.lines.positionAt(node.getStart(model.sourceFile)),
    end: model.lines.positionAt(node.end),
  };
}

function relatedPlace(at: ts.Node | FileRange, message: Localized, modelOf: ModelOf): RelatedPlace {
  const { file, range } = placeOf(at, modelOf);
  return { file, range, message };
}

type FileFingerprinter = (report: RuleReport, file: string, scope: readonly string[], model?: FileModel) => string;

function createFingerprinterPerFile(): FileFingerprinter {
  const perFile = new Map<string, ReturnType<typeof createFingerprinter>>();
  return ({ rule, at, extras, data }, file, scope, model) => {
    if (extras.package) return fingerprintLibrary({ rule: rule.id, package: extras.package.name, manifest: file });
    const make = perFile.get(file) ?? createFingerprinter();
    perFile.set(file, make);
    const tokens = isNode(at) && model ? tokensOf(at, model.sourceFile) : Object.values(data).map(String);
    return make({ rule: rule.id, scope, tokens });
  };
}

function createSuppressionsPerFile(): (model: FileModel) => Suppressions {
  const perFile = new Map<string, Suppressions>();
  return (model) => {
    const known = perFile.get(model.path) ?? readSuppressions(model.path, model.text);
    perFile.set(model.path, known);
    return known;
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
