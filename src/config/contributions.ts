import { z } from 'zod';
import { languages, type Language, type Localized } from '../base/language.ts';
import { editorSettings, type EditorSetting } from './editor-settings.ts';

/** What `package.json` and its texts in both languages say to VS Code; `gen` writes it there. */
export interface Contributions {
  readonly activationEvents: readonly string[];
  readonly capabilities: object;
  readonly contributes: object;
  /** Folder of the translations of texts in the extension's code. */
  readonly l10n: string;
  /** Content of `package.nls.json` and `package.nls.fr.json`. */
  readonly texts: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}

interface Command {
  readonly title: Localized;
  readonly icon?: string;
  /** Left out of the palette: it needs arguments that only a link or an action gives. */
  readonly isInternal?: boolean;
}

const commands: Readonly<Record<string, Command>> = {
  auditWorkspace: { title: { en: 'Audit Workspace', fr: 'Auditer l’espace de travail' }, icon: '$(shield)' },
  openSummary: { title: { en: 'Open Summary', fr: 'Ouvrir la synthèse' }, icon: '$(graph)' },
  restartServer: { title: { en: 'Restart Server', fr: 'Redémarrer le serveur' } },
  priceDiagnostics: {
    title: { en: 'Price Diagnostics of Other Extensions', fr: 'Chiffrer les diagnostics d’autres extensions' },
  },
  forgetDiagnostics: {
    title: {
      en: 'Take Diagnostics of Other Extensions out of the Totals',
      fr: 'Retirer des totaux les diagnostics d’autres extensions',
    },
  },
  clearCache: { title: { en: 'Delete Cached Results', fr: 'Supprimer les résultats conservés' } },
  showRule: { title: { en: 'Show Rule', fr: 'Afficher une règle' } },
  showOutput: { title: { en: 'Show Output', fr: 'Afficher le journal' } },
  explainCost: { title: { en: 'Explain the Cost', fr: 'Expliquer le coût' }, isInternal: true },
  planWithinBudget: { title: { en: 'Plan within a Budget', fr: 'Planifier dans un budget' } },
  editProfile: { title: { en: 'Edit Business Profile', fr: 'Modifier le profil de l’entreprise' } },
  decide: { title: { en: 'Decide about a Finding', fr: 'Décider d’un constat' }, isInternal: true },
  disableForLine: {
    title: { en: 'Disable for This Line, with a Reason', fr: 'Désactiver pour cette ligne, avec une raison' },
    isInternal: true,
  },
};

const texts: Readonly<Record<string, Localized>> = {
  description: {
    en: 'Finds problems in JavaScript and TypeScript workspaces and says what each one costs the business.',
    fr: 'Trouve les problèmes des projets JavaScript et TypeScript et dit ce que chacun coûte à l’entreprise.',
  },
  untrusted: {
    en: 'Until the workspace is trusted, neither git nor the network is used, so prices have the lowest confidence.',
    fr: 'Tant que l’espace de travail n’est pas approuvé, ni git ni le réseau ne servent\u00a0: les prix ont la plus faible fiabilité.',
  },
  virtual: {
    en: 'An audit reads files from disk, which a virtual workspace does not have.',
    fr: 'Un audit lit les fichiers sur le disque, ce qu’un espace de travail virtuel n’a pas.',
  },
};

/** Derives everything that VS Code reads of the extension from the tables of commands and settings. */
export function contributions(): Contributions {
  return {
    activationEvents: [
      'onLanguage:javascript',
      'onLanguage:javascriptreact',
      'onLanguage:typescript',
      'onLanguage:typescriptreact',
      'workspaceContains:package.json',
      'workspaceContains:tsconfig.json',
      'workspaceContains:cto-guardrails.json',
      'onWebviewPanel:ctoGuardrails.summary',
    ],
    capabilities: {
      untrustedWorkspaces: {
        supported: 'limited',
        description: '%untrusted%',
        restrictedConfigurations: restrictedSettings(),
      },
      virtualWorkspaces: { supported: false, description: '%virtual%' },
    },
    contributes: {
      commands: commandEntries(),
      menus: { commandPalette: hiddenFromPalette() },
      configuration: { title: 'CTO Guardrails', properties: settingProperties() },
    },
    l10n: './l10n',
    texts: textsByLanguage(),
  };
}

function restrictedSettings(): string[] {
  return Object.entries<EditorSetting>(editorSettings)
    .filter(([, { isRestricted }]) => isRestricted === true)
    .map(([name]) => `ctoGuardrails.${name}`);
}

function commandEntries(): object[] {
  return Object.entries(commands).map(([name, { icon }]) => ({
    command: `ctoGuardrails.${name}`,
    title: `%command.${name}%`,
    category: 'CTO Guardrails',
    ...(icon !== undefined && { icon }),
  }));
}

function hiddenFromPalette(): object[] {
  return Object.entries(commands)
    .filter(([, command]) => command.isInternal === true)
    .map(([name]) => ({ command: `ctoGuardrails.${name}`, when: 'false' }));
}

function settingProperties(): object {
  return Object.fromEntries(
    Object.entries<EditorSetting>(editorSettings).map(([name, setting]) => [
      `ctoGuardrails.${name}`,
      {
        ...declarationOf(setting.schema),
        markdownDescription: `%setting.${name}%`,
        ...(setting.values && {
          markdownEnumDescriptions: Object.keys(setting.values).map((value) => `%setting.${name}.${value}%`),
        }),
        scope: 'window',
      },
    ]),
  );
}

/** JSON Schema of a setting without the keys that VS Code does not know. */
function declarationOf(schema: z.ZodType): object {
  const declaration = z.toJSONSchema(schema, { io: 'input' });
  return {
    ...Object.fromEntries(Object.entries(declaration).filter(([key]) => key !== '$schema')),
    default: schema.parse(undefined),
  };
}

function textsByLanguage(): Contributions['texts'] {
  return Object.fromEntries(languages.map((language) => [language, textsIn(language)])) as Contributions['texts'];
}

function textsIn(language: Language): Record<string, string> {
  const entries = Object.entries(texts).map(([key, text]) => [key, text[language]] as const);
  for (const [name, { title }] of Object.entries(commands)) entries.push([`command.${name}`, title[language]]);
  for (const [name, setting] of Object.entries<EditorSetting>(editorSettings)) {
    entries.push([`setting.${name}`, setting.description[language]]);
    for (const [value, text] of Object.entries(setting.values ?? {})) {
      entries.push([`setting.${name}.${value}`, text[language]]);
    }
  }
  return Object.fromEntries(entries);
}
