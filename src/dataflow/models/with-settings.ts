import type { EntityPath, FlowModels } from './flow-models.ts';
import type { ModelSettings } from './model-settings.ts';

/** The models with what a team adds to them; its own come last and so win where both speak of one path. */
export function withSettings(models: FlowModels, settings: ModelSettings): FlowModels {
  const names = new Set(settings.sources.flatMap(({ at }) => at.map(nameOf)));
  const checks = new Set(settings.authentication);
  return {
    ...models,
    sources: [...models.sources, ...settings.sources.map((model) => ({ ...model, at: model.at.map(plain) }))],
    sinks: [
      ...models.sinks,
      ...settings.sinks.map(({ at, kind, argument, fields }) => ({
        ...{ at: at.map(asFunction), kind, argument },
        ...(fields && { fields }),
      })),
    ],
    sanitizers: [
      ...models.sanitizers,
      ...settings.sanitizers.map((model) => ({ ...model, at: model.at.map(asResult) })),
    ],
    guards: [...models.guards, ...settings.guards.map((model) => ({ ...model, at: model.at.map(asResult) }))],
    hints: { test: (text) => models.hints.test(text) || [...names].some((name) => text.includes(name)) },
    // An import may give the source another name, so that a function that uses it need not hold the word.
    fileHints: { test: (text) => [...names].some((name) => text.includes(name)) },
    authentication: {
      test: (text) =>
        models.authentication.test(text) || (text.match(/[\w$]+/g) ?? []).some((word) => checks.has(word)),
    },
  };
}

/** Imports of Node's own modules go by the name without the scheme. */
function plain(path: EntityPath): EntityPath {
  return path.replace(/^node:/, '');
}

function asFunction(path: EntityPath): EntityPath {
  return plain(path).replace(/\(\)$/, '');
}

function asResult(path: EntityPath): EntityPath {
  return `${asFunction(path)}()`;
}

/** The word without which a file cannot use the source: its last member, or the package or file itself. */
function nameOf(path: EntityPath): string {
  const bare = plain(path)
    .replace(/^%/, '')
    .replace(/(?:\.\*|\(\)|\(:\d+\))+$/, '');
  const last = /\.([A-Za-z_$][\w$]*)$/.exec(bare)?.[1] ?? '';
  return last === '' || last === 'default' ? (bare.split('/').at(-1) ?? bare).replace(/\..*$/, '') : last;
}
