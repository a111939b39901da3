/** Packages that a code base is written in: another major is a project, and their companions move with them. */
const families: readonly { readonly leader: string; readonly companions?: RegExp }[] = [
  { leader: 'react', companions: /^(?:react-dom|react-test-renderer|react-is|@types\/react(?:-dom)?)$/ },
  { leader: 'react-native', companions: /^(?:@react-native\/.+|metro.*)$/ },
  { leader: 'expo' },
  { leader: '@angular/core', companions: /^(?:@angular\/.+|@angular-devkit\/.+|@schematics\/angular)$/ },
  { leader: 'vue', companions: /^(?:@vue\/(?:compiler-.+|server-renderer)|vue-template-compiler)$/ },
  { leader: 'nuxt' },
  { leader: 'next', companions: /^(?:@next\/.+|eslint-config-next)$/ },
  { leader: 'svelte' },
  { leader: '@sveltejs/kit' },
  { leader: 'solid-js' },
  { leader: 'astro' },
  { leader: 'gatsby' },
  { leader: '@remix-run/react', companions: /^@remix-run\/.+$/ },
  { leader: 'ember-source', companions: /^ember-(?:cli|data)$/ },
  { leader: '@nestjs/core', companions: /^@nestjs\/(?:common|platform-.+|testing|microservices|websockets)$/ },
  { leader: 'express', companions: /^@types\/express$/ },
  { leader: 'fastify' },
  { leader: 'koa', companions: /^@types\/koa$/ },
  { leader: '@hapi/hapi' },
  { leader: 'electron' },
  { leader: 'typescript' },
];

/** Whether another major of this package is a project of its own. */
export function isFramework(name: string): boolean {
  return families.some(({ leader }) => leader === name);
}

/** The framework that a package must move together with. */
export function leaderOf(name: string): string | undefined {
  return families.find(({ leader, companions }) => leader !== name && companions?.test(name))?.leader;
}
