import type { Language } from '../base/language.ts';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { Channel, Family, Grade, TriageClass } from './summary-types.ts';
import { englishTexts } from './texts-en.ts';
import { frenchTexts } from './texts-fr.ts';

/** Every text of the panel that does not come with the summary. Numbers arrive already formatted. */
export interface PanelTexts {
  readonly product: string;
  readonly summaryOf: (workspace: string) => string;
  readonly audience: { readonly label: string; readonly developer: string; readonly lead: string };
  readonly runAudit: string;
  readonly runAgain: string;
  readonly planBudget: string;
  readonly editProfile: string;
  readonly notAudited: { readonly title: string; readonly body: string };
  readonly auditing: string;
  readonly failed: string;

  readonly headline: {
    readonly title: string;
    readonly perYear: string;
    readonly expected: (amount: string) => string;
    readonly fixAll: (time: string, amount: string) => string;
    readonly incident: (percent: string, range: string) => string;
    readonly how: string;
    readonly howSum: string;
    readonly howRange: string;
    readonly howIncident: string;
    readonly setAside: (count: string, amount: string) => string;
    readonly nothing: (files: string, seconds: string) => string;
    readonly nothingBody: string;
    readonly gatePassed: string;
    readonly gateFailed: string;
  };
  readonly grade: {
    readonly label: (grade: Grade) => string;
  };
  readonly channels: {
    readonly title: string;
    readonly share: (percent: string) => string;
    readonly name: Readonly<Record<Channel, string>>;
    readonly meaning: Readonly<Record<Channel, string>>;
  };
  readonly triage: {
    readonly title: string;
    readonly meaning: Readonly<Record<TriageClass, string>>;
    readonly count: (count: number, shown: string) => string;
    readonly leave: string;
    readonly fix: string;
    readonly show: (name: string) => string;
  };
  readonly first: {
    readonly title: Readonly<Record<PanelState['audience'], string>>;
    readonly hint: string;
  };
  readonly budget: {
    readonly title: string;
    readonly hint: string;
    readonly label: string;
    readonly value: (days: string, amount: string) => string;
    readonly nothing: string;
    readonly chosen: string;
    readonly takes: string;
    readonly saves: string;
    readonly left: string;
    readonly mustFix: (count: string) => string;
    readonly waiting: string;
    readonly perMonth: (amount: string) => string;
    readonly order: string;
    readonly saving: (amount: string) => string;
    readonly others: (count: string) => string;
    readonly moreSteps: (count: string) => string;
    readonly wholePlan: string;
  };
  readonly profile: {
    readonly strongest: {
      readonly title: string;
      readonly input: string;
      readonly half: string;
      readonly now: string;
      readonly double: string;
    };
    readonly title: string;
    readonly hint: string;
    readonly before: string;
    readonly after: string;
    readonly noneChanged: string;
    readonly changed: (count: number, shown: string) => string;
    readonly change: string;
    readonly finding: string;
    readonly from: string;
    readonly to: string;
    readonly noChange: string;
    readonly refused: string;
    readonly save: string;
    readonly discard: string;
    readonly saved: string;
  };
  readonly waiting: string;
  readonly map: {
    readonly title: string;
    readonly view: string;
    readonly map: string;
    readonly table: string;
    readonly hint: string;
    readonly file: string;
    readonly cost: string;
    readonly findings: string;
    readonly cause: string;
    readonly rest: (files: string) => string;
    readonly tile: (path: string, amount: string, findings: string, cause: string) => string;
    readonly inFolder: (folder: string) => string;
    readonly noCost: string;
  };
  readonly list: {
    readonly title: Readonly<Record<PanelState['audience'], string>>;
    readonly search: string;
    readonly searchHint: string;
    readonly class: string;
    readonly family: string;
    readonly all: string;
    readonly minimumCost: (currency: string) => string;
    readonly sort: string;
    readonly sorts: Readonly<Record<PanelState['sort'], string>>;
    readonly families: Readonly<Record<Family, string>>;
    readonly shown: (shown: string, total: string, amount: string) => string;
    readonly unlisted: (count: string) => string;
    readonly more: (count: string, remaining: string) => string;
    readonly reset: string;
    readonly noMatch: string;
  };
  readonly finding: {
    readonly open: string;
    readonly places: (count: number, shown: string) => string;
    readonly perYear: (amount: string) => string;
    readonly under: (amount: string) => string;
    readonly noMoney: string;
    readonly fix: (time: string) => string;
    readonly breakdown: string;
    readonly leave: string;
    readonly carrying: string;
    readonly exposure: string;
    readonly incident: string;
    readonly incidentText: (chance: string, range: string) => string;
    readonly rareOnAverage: string;
    readonly fixCost: string;
    readonly payback: string;
    readonly paybackIn: (months: string) => string;
    readonly win: string;
    readonly driver: string;
    readonly reliability: string;
    readonly why: string;
    readonly quickFix: string;
    readonly origin: string;
    readonly alsoReportedBy: string;
    readonly explainRule: string;
    readonly explainCost: string;
    readonly inTests: string;
  };
  readonly coverage: {
    readonly title: string;
    readonly facts: (files: string, lines: string, seconds: string) => string;
    readonly typed: (percent: string) => string;
    readonly commit: (commit: string, date: string) => string;
    readonly skipped: (count: number, shown: string) => string;
    readonly skipReason: ReadonlyMap<string, string>;
    readonly andMore: (count: string) => string;
    readonly crashes: (count: number, shown: string) => string;
    readonly crash: (rule: string, file: string) => string;
    readonly level: Readonly<Record<'info' | 'warning' | 'error', string>>;
    readonly nothingMissed: string;
  };
}

/** The panel's own texts in a language. */
export function panelTexts(language: Language): PanelTexts {
  return language === 'fr' ? frenchTexts : englishTexts;
}
