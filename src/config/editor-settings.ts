import { z } from 'zod';
import { languageOf, type Language, type Localized } from '../base/language.ts';
import type { TriageClass } from '../triage/assessment.ts';

/** One VS Code setting: `gen` derives its declaration in `package.json` and both languages' texts from this. */
export interface EditorSetting {
  readonly schema: z.ZodType;
  readonly description: Localized;
  /** What each value of an enumeration means. */
  readonly values?: Readonly<Record<string, Localized>>;
  /** Counts in trusted workspaces only. */
  readonly isRestricted?: boolean;
}

const severity = z.enum(['error', 'warning', 'information', 'hint', 'off']);

const severities = z
  .strictObject({
    indispensable: severity.default('error'),
    useful: severity.default('warning'),
    incidental: severity.default('information'),
  })
  .prefault({});

/**
 * Every setting of the editor, by its name below `ctoGuardrails.`. They decide when and how things show; what
 * changes a finding or a figure lives in `cto-guardrails.json` alone, so that the command line sees it too.
 */
export const editorSettings = {
  run: {
    schema: z.enum(['onType', 'onSave', 'manual']).default('onType'),
    description: { en: 'When code is reviewed.', fr: 'Quand le code est examiné.' },
    values: {
      onType: {
        en: 'While you type: syntax at once, everything else at a pause.',
        fr: 'Pendant la frappe\u00a0: la syntaxe aussitôt, le reste à la première pause.',
      },
      onSave: { en: 'When a file is saved.', fr: 'À l’enregistrement d’un fichier.' },
      manual: {
        en: 'Only when you ask for an audit.',
        fr: 'Seulement quand vous demandez un audit.',
      },
    },
  },
  severity: {
    schema: severities,
    description: {
      en: 'How findings of each class show. Those below €50 a year are hints at most; `off` hides, and never changes a total.',
      fr: 'Comment apparaissent les constats de chaque classe. Sous 50\u00a0€ par an, au plus une suggestion\u202f; `off` masque et ne change aucun total.',
    },
  },
  codeLens: {
    schema: z.boolean().default(true),
    description: {
      en: 'Show what a file costs a year above its first line.',
      fr: 'Afficher au-dessus de la première ligne ce qu’un fichier coûte par an.',
    },
  },
  workspaceEslint: {
    schema: z.boolean().default(false),
    description: {
      en: 'Run the ESLint that is installed in the workspace, with its configuration and plugins, on save and price what it finds. This executes code of the workspace, so it counts in trusted workspaces only.',
      fr: 'Exécuter à l’enregistrement l’ESLint installé dans l’espace de travail, avec sa configuration et ses extensions, et chiffrer ses constats. Cela lance du code de l’espace de travail et ne vaut donc que dans un espace approuvé.',
    },
    isRestricted: true,
  },
  memory: {
    schema: z.number().int().min(0).default(0),
    description: {
      en: 'Megabytes that the review may take before it lets go of types it can load again; 0 means a quarter of the machine’s memory.',
      fr: 'Mégaoctets que l’examen peut occuper avant de relâcher des types qu’il sait recharger\u202f; 0\u00a0: un quart de la mémoire de la machine.',
    },
  },
  language: {
    schema: z.enum(['auto', 'en', 'fr']).default('auto'),
    description: {
      en: 'Language of findings and explanations; `auto` follows the editor.',
      fr: 'Langue des constats et des explications\u202f; `auto` suit l’éditeur.',
    },
  },
  'trace.server': {
    schema: z.enum(['off', 'messages', 'verbose']).default('off'),
    description: {
      en: 'What to log of the messages between editor and language server.',
      fr: 'Ce qu’il faut journaliser des échanges entre l’éditeur et le serveur.',
    },
  },
} as const satisfies Record<string, EditorSetting>;

const schema = z.object({
  run: editorSettings.run.schema,
  severity: severities,
  codeLens: editorSettings.codeLens.schema,
  language: editorSettings.language.schema,
  memory: editorSettings.memory.schema,
  workspaceEslint: editorSettings.workspaceEslint.schema,
});

/** Validated settings of the editor. */
export type EditorSettings = z.infer<typeof schema>;

/** How a finding shows in the editor. */
export type ShownSeverity = EditorSettings['severity'][TriageClass];

/** Validates what an editor sends; a value that is not allowed counts as not set. */
export function parseEditorSettings(value: unknown): EditorSettings {
  const whole = schema.safeParse(value ?? {});
  if (whole.success) return whole.data;
  const given = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
  for (const { path } of whole.error.issues) given.delete(String(path[0]));
  return schema.parse(Object.fromEntries(given));
}

/** The language that texts are shown in. */
export function shownLanguage(settings: EditorSettings, locale: string): Language {
  return settings.language === 'auto' ? languageOf(locale) : settings.language;
}
