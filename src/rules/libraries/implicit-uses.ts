/** Commands that packages bring under another name than their own, where no lock file tells. */
export const knownCommands: ReadonlyMap<string, readonly string[]> = new Map([
  ['typescript', ['tsc', 'tsserver']],
  ['@angular/cli', ['ng']],
  ['@nestjs/cli', ['nest']],
  ['@vue/cli-service', ['vue-cli-service']],
  ['@babel/cli', ['babel']],
  ['@babel/node', ['babel-node']],
  ['@biomejs/biome', ['biome']],
  ['@changesets/cli', ['changeset']],
  ['@commitlint/cli', ['commitlint']],
  ['@graphql-codegen/cli', ['graphql-codegen', 'graphql-code-generator', 'codegen']],
  ['@playwright/test', ['playwright']],
  ['@react-native-community/cli', ['react-native']],
  ['@storybook/cli', ['storybook', 'sb']],
  ['@stryker-mutator/core', ['stryker']],
  ['@swc/cli', ['swc']],
  ['@tailwindcss/cli', ['tailwindcss']],
  ['@tauri-apps/cli', ['tauri']],
  ['all-contributors-cli', ['all-contributors']],
  ['aws-cdk', ['cdk']],
  ['commitizen', ['cz', 'git-cz']],
  ['cross-env', ['cross-env-shell']],
  ['dotenv-cli', ['dotenv']],
  ['env-cmd', ['env-cmd']],
  ['grunt-cli', ['grunt']],
  ['gulp-cli', ['gulp']],
  ['npm-check-updates', ['ncu']],
  ['npm-run-all', ['run-s', 'run-p']],
  ['npm-run-all2', ['run-s', 'run-p']],
  ['postcss-cli', ['postcss']],
  ['serverless', ['sls']],
  ['shx', ['shx']],
  ['size-limit', ['size-limit']],
  ['sequelize-cli', ['sequelize']],
  ['simple-git-hooks', ['simple-git-hooks']],
  ['source-map-explorer', ['source-map-explorer']],
  ['start-server-and-test', ['start-server-and-test', 'start-test', 'server-test']],
  ['ts-node', ['ts-node-esm', 'ts-script']],
  ['ts-node-dev', ['tsnd', 'ts-node-dev']],
  ['typedoc', ['typedoc']],
  ['vsce', ['vsce']],
  ['@vscode/vsce', ['vsce']],
  ['web-ext', ['web-ext']],
  ['webpack-cli', ['webpack', 'webpack-cli']],
  ['webpack-dev-server', ['webpack-dev-server', 'webpack']],
]);

/** Packages that others load by themselves: a hit on the right counts as a use of what matches on the left. */
export const loadedBy: readonly { readonly loaded: RegExp; readonly by: RegExp }[] = [
  {
    loaded:
      /^(?:pg|pg-native|pg-hstore|pg-query-stream|mysql2?|sqlite3|better-sqlite3|sql\.js|tedious|oracledb|mssql|mongodb|mariadb|ioredis|redis|hdb-pool|@sap\/hana-client|@google-cloud\/spanner|typeorm-aurora-data-api-driver|expo-sqlite)$/,
    by: /^(?:typeorm|sequelize|knex|@mikro-orm\/.+|objection|drizzle-orm|kysely|bookshelf|waterline|keyv|sails.*|loopback.*|@nestjs\/(?:typeorm|sequelize|microservices)|connect-.+|express-session|cache-manager.*|bull|bullmq)$/,
  },
  {
    loaded:
      /^(?:ejs|pug|hbs|handlebars|nunjucks|mustache|eta|dustjs-.+|ejs-locals|consolidate|express-handlebars|swig|twig|marko|react-dom)$/,
    by: /^(?:express|koa-views|fastify|@fastify\/view|point-of-view|consolidate|@hapi\/vision|vision|email-templates|@nestjs-modules\/mailer)$/,
  },
  { loaded: /^(?:bufferutil|utf-8-validate)$/, by: /^(?:ws|socket\.io.*|engine\.io.*|websocket|mongodb|puppeteer.*)$/ },
  {
    loaded:
      /^(?:class-validator|class-transformer|reflect-metadata|rxjs|@nestjs\/.+|@fastify\/static|@apollo\/.+|apollo-server-.+)$/,
    by: /^(?:@nestjs\/.+|routing-controllers|type-graphql|typeorm)$/,
  },
  {
    loaded: /^(?:@angular\/.+|zone\.js|tslib|rxjs|@angular-devkit\/.+|jasmine-.+|karma.*)$/,
    by: /^(?:@angular\/core|karma)$/,
  },
  { loaded: /^(?:sharp|react-dom|@next\/.+|eslint-config-next|sass|critters|@svgr\/webpack)$/, by: /^next$/ },
  {
    loaded:
      /^(?:sass|node-sass|sass-embedded|less|stylus|lightningcss|terser|jsdom|happy-dom|@vitest\/.+|@edge-runtime\/vm)$/,
    by: /^(?:vite|vitest|webpack|parcel|rollup|@vue\/cli-service|@angular\/cli|react-scripts|gatsby|astro|nuxt|(?:sass|less|stylus)-loader|rollup-plugin-.+|.*postcss.*)$/,
  },
  {
    loaded:
      /^(?:jest-environment-.+|jest-circus|jest-jasmine2|babel-jest|ts-jest|@swc\/jest|@jest\/.+|ts-node|esbuild-register)$/,
    by: /^jest(?:-cli)?$/,
  },
  {
    loaded:
      /^(?:@babel\/(?:core|runtime|runtime-corejs\d|plugin-.+|preset-.+)|core-js|regenerator-runtime|babel-(?:core|plugin-.+|preset-.+))$/,
    by: /^(?:@babel\/.+|babel-.+|react-scripts|react-native|expo|next|gatsby|@vue\/cli.*)$/,
  },
  {
    loaded: /^(?:webpack|webpack-cli|webpack-dev-server|[\w-]+-loader)$/,
    by: /^(?:webpack.*|react-scripts|@storybook\/.+|laravel-mix)$/,
  },
  {
    loaded: /^(?:postcss|autoprefixer|tailwindcss|cssnano|postcss-.+|@tailwindcss\/.+)$/,
    by: /^(?:postcss.*|tailwindcss|vite|next|webpack)$/,
  },
  {
    loaded:
      /^(?:eslint-.+|@eslint\/.+|@typescript-eslint\/.+|prettier|@[\w-]+\/eslint-(?:plugin|config).*|typescript)$/,
    by: /^(?:eslint|typescript-eslint|@antfu\/eslint-config|xo|standard|tslint|prettier-eslint.*)$/,
  },
  {
    loaded: /^(?:react-native-.+|@react-native.+|expo-.+|@expo\/.+|metro.*|react-dom|react)$/,
    by: /^(?:react-native|expo)$/,
  },
  { loaded: /^(?:@prisma\/client|prisma)$/, by: /^(?:prisma|@prisma\/client)$/ },
  { loaded: /^(?:nuxt.*|@nuxt\/.+|@nuxtjs\/.+|vue|vue-router)$/, by: /^nuxt$/ },
  {
    loaded: /^(?:@docusaurus\/.+|@mdx-js\/react|react|react-dom|clsx|prism-react-renderer)$/,
    by: /^@docusaurus\/core$/,
  },
  { loaded: /^(?:@storybook\/.+|storybook.*|react|react-dom|chromatic)$/, by: /^(?:@storybook\/.+|storybook)$/ },
  {
    loaded: /^(?:@types\/.+|tslib|@swc\/(?:core|helpers)|esbuild)$/,
    by: /^(?:@swc\/.+|tsup|tsx|@swc-node\/.+|microbundle|rollup-plugin-.+)$/,
  },
  { loaded: /^(?:pino-pretty|pino-.+)$/, by: /^(?:pino|fastify|nestjs-pino)$/ },
  {
    loaded: /^(?:nyc|@istanbuljs\/.+|source-map-support|ts-node|mocha.*|mochawesome.*|chai.*)$/,
    by: /^(?:nyc|mocha)$/,
  },
  {
    loaded: /^(?:canvas|encoding|fsevents|node-gyp|node-addon-api|prebuild.*|@mapbox\/node-pre-gyp|ts-node)$/,
    by: /./,
  },
  {
    loaded:
      /^(?:semantic-release|@semantic-release\/.+|conventional-changelog-.+|cz-.+|@commitlint\/.+|lint-staged|husky|standard-version|release-it|@release-it\/.+)$/,
    by: /^(?:semantic-release|commitizen|@commitlint\/cli|husky|standard-version|release-it|lint-staged|simple-git-hooks)$/,
  },
  { loaded: /^(?:winston-.+)$/, by: /^winston$/ },
  { loaded: /^(?:graphql)$/, by: /graphql|apollo|gql|urql|relay|mercurius/ },
  {
    loaded: /^(?:react|react-dom|react-is|prop-types)$/,
    by: /react|^@mui\/|^@emotion\/|^styled-components$|^antd$|^next|^gatsby|^@remix-run\//,
  },
  { loaded: /^(?:vue|@vue\/.+|vue-template-compiler)$/, by: /vue|^vuex$|^pinia$|^vitepress$|^quasar$/ },
  { loaded: /^(?:svelte|@sveltejs\/.+)$/, by: /svelte/ },
];

/** Type packages that describe what is simply there: nobody imports what they are named after. */
export const ambientTypes =
  /^@types\/(?:node|bun|deno|jest|mocha|jasmine|chai|cypress|react|react-dom|react-native|webpack-env|chrome|firefox-.+|google.*|gapi.*|gtag.*|facebook-.+|jquery|youtube|w3c-.+|wicg-.+|dom-.+|web.*|offscreencanvas|serviceworker.*|audioworklet|k6|office-.+|sharepoint|systemjs|requirejs|grecaptcha|stripe-.+|applepayjs|emscripten|vscode|css-.+|trusted-types|resize-observer-browser|estree|geojson|json-schema|unist|mdast|hast|aws-lambda|screeps|greasemonkey|tampermonkey|wordpress.*|assert|resolve|sinon.*|testing-library__.+|minimatch|glob|eslint.*|prop-types)$/;
