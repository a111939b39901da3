import { layers, nodeOwners, owners, typesOnly } from './layers.mjs';

const rooms = Object.keys(layers);
const pathOf = (/** @type {readonly string[]} */ names) => `^src/(${names.join('|')})/`;

const downOnly = rooms.map((room) => ({
  name: `${room}-imports-down`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: pathOf([room, ...(layers[room] ?? []), ...(typesOnly[room] ?? [])]) },
}));

const typesAlone = Object.entries(typesOnly).map(([room, targets]) => ({
  name: `${room}-imports-types-only`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: pathOf(targets), dependencyTypesNot: ['type-only'] },
}));

const owned = Object.entries(owners).map(([name, homes]) => ({
  name: `${name}-belongs-to-${homes.join('-')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: pathOf([...homes, 'dev']) },
  to: { path: `(^|/)node_modules/${name}/|^${name}$`, dependencyTypesNot: ['type-only'] },
}));

const nodeOwned = Object.entries(nodeOwners).map(([names, homes]) => ({
  name: `node-${names.replaceAll('|', '-')}-belongs-to-${homes.join('-')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: pathOf([...homes, 'dev']) },
  to: { path: `^(node:)?(${names})$`, dependencyTypes: ['core'] },
}));

export default {
  forbidden: [
    ...downOnly,
    ...typesAlone,
    ...owned,
    ...nodeOwned,
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'resolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    { name: 'dev-is-never-bundled', severity: 'error', from: { path: '^src/(?!dev/)' }, to: { path: '^src/dev/' } },
    { name: 'rooms-are-known', severity: 'error', from: {}, to: { path: '^src/', pathNot: pathOf([...rooms, 'dev']) } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: { path: '^test/samples' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
