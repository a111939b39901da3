import type { ConfigurationProblem } from './parse-configuration.ts';
import { parseJsonWithComments } from './parse-configuration.ts';
import {
  configurationSchema,
  nestedConfigurationSchema,
  type NestedConfiguration,
  type RootConfiguration,
} from './configuration-schema.ts';

/** The configuration of a workspace: the root's, and what nested files change below their folders. */
export interface Configuration {
  readonly root: RootConfiguration;
  /** By folder relative to the root, without a trailing `/`; the deepest last. */
  readonly nested: readonly { readonly folder: string; readonly configuration: NestedConfiguration }[];
  /** Files that could not be used; the defaults, or the folders above, stand in for them. */
  readonly problems: readonly ConfigurationProblem[];
}

/** A file named `cto-guardrails.json` as it was found. */
export interface ConfigurationText {
  /** Path relative to the root. */
  readonly file: string;
  readonly text: string;
}

/** Validates the root's file and the nested ones; an invalid one is left out and named. */
export function readConfiguration(
  rootText: ConfigurationText | undefined,
  nestedTexts: readonly ConfigurationText[],
): Configuration {
  const root = rootText && parseJsonWithComments(rootText.file, rootText.text, configurationSchema);
  const nested = nestedTexts.map(({ file, text }) => ({
    folder: file.slice(0, file.lastIndexOf('/')),
    parsed: parseJsonWithComments(file, text, nestedConfigurationSchema),
  }));
  return {
    root: root?.value ?? configurationSchema.parse({}),
    nested: nested
      .flatMap(({ folder, parsed }) => (parsed.value ? [{ folder, configuration: parsed.value }] : []))
      .sort((a, b) => a.folder.length - b.folder.length),
    problems: [...(root?.problems ?? []), ...nested.flatMap(({ parsed }) => parsed.problems)],
  };
}

/** Settings of rules for one file: the root's, overridden key by key by nested files above it. */
export function ruleSettingsFor(configuration: Configuration, file: string): RootConfiguration['rules'] {
  return configuration.nested
    .filter(({ folder }) => file.startsWith(`${folder}/`))
    .reduce((settings, { configuration: { rules } }) => ({ ...settings, ...rules }), configuration.root.rules);
}

/** Areas of the whole workspace: nested files' paths are below their folder, and win as the more specific. */
export function areasOf(configuration: Configuration): RootConfiguration['areas'] {
  const nested = configuration.nested.flatMap(({ folder, configuration: { areas } }) =>
    areas.map((area) => ({ ...area, paths: area.paths.map((path) => `${folder}/${path}`) })),
  );
  return [...configuration.root.areas, ...nested];
}
