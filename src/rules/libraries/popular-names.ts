/** Names that many install, and that impostors therefore imitate. */
export const popularNames: ReadonlySet<string> = new Set(
  `express lodash react request chalk commander async debug moment axios webpack typescript eslint prettier mongoose mongodb
  sequelize typeorm jquery bluebird underscore cross-env cross-spawn dotenv jsonwebtoken passport socket.io nodemailer
  nodemon electron puppeteer playwright selenium-webdriver cheerio body-parser cookie-parser express-session helmet
  bcrypt bcryptjs crypto-js validator node-fetch node-sass superagent supertest winston bunyan morgan inquirer minimist
  yargs rimraf mkdirp fs-extra glob-parent graceful-fs semver handlebars mustache nunjucks babel-core babel-cli babel-loader
  css-loader style-loader file-loader html-webpack-plugin mini-css-extract-plugin ts-loader ts-node jest-cli mocha chai-http
  sinon karma jasmine cypress storybook react-dom react-router react-router-dom react-redux redux-thunk redux-saga
  styled-components material-ui bootstrap tailwindcss autoprefixer postcss angular vue-router vuetify svelte next-auth
  gatsby graphql apollo-server apollo-client aws-sdk firebase firebase-admin stripe twilio discord.js telegraf ethers web3
  colors faker event-stream ua-parser-js node-ipc left-pad is-promise color-convert color-name ansi-styles ansi-regex
  strip-ansi supports-color has-flag escape-string-regexp wrap-ansi string-width simple-swizzle is-arrayish error-ex
  picomatch micromatch chokidar fast-glob globby readable-stream string_decoder safe-buffer iconv-lite follow-redirects
  form-data proxy-addr serve-static path-to-regexp cookie-signature content-type date-fns dayjs luxon immutable ramda
  immer formik yup react-hook-form react-query class-validator class-transformer reflect-metadata rxjs zone.js tslib
  core-js regenerator-runtime source-map source-map-support uglify-js terser esbuild rollup parcel browserify vite-plugin
  gulp-sass http-proxy http-proxy-middleware serverless concurrently npm-run-all husky lint-staged standard node-gyp
  sqlite3 better-sqlite3 mysql2 ioredis memcached knex-js bookshelf objection kafkajs amqplib bullmq agenda node-cron
  cron-parser nanoid shortid uuidv4 multer formidable busboy archiver unzipper adm-zip jszip tar-stream exceljs xlsx pdfkit
  jimp sharp canvas three pixi.js chart.js highcharts leaflet mapbox-gl socket.io-client ws-client reconnecting-websocket
  prop-types classnames clsx-js lodash.merge lodash.get lodash.debounce deepmerge fast-deep-equal object-assign json5
  js-yaml xml2js fast-xml-parser csv-parse csv-parser papaparse markdown-it marked-terminal showdown sanitize-html dompurify
  he-entities qs-stringify query-string urijs whatwg-fetch isomorphic-fetch cross-fetch undici keytar electron-builder
  pg-promise swagger-ui-express fastify koa-router koa-bodyparser nestjs loopback feathers`
    .split(/\s+/)
    .filter((name) => name.length >= 6),
);

/** Names that are near a popular one and honest all the same. */
export const honestNeighbours: ReadonlySet<string> = new Set(
  `preact expresss-app mongodb-core sequelizer bcryptjs winston-cli colorts moments lodash-es yargs-parser expressjs
  redux-sagas jasmine-core glob-parents ethers-v5 ramdax vuetify3 reactive inquirer2 semver2 validator2 request-promise
  cookie-parser-io tslint husky2 chart.js2 marked react-is mustache2 karma2 react-dom2 immer2 graphqls winston3 commander2
  rollup2 dotenvx string-width-cjs strip-ansi-cjs wrap-ansi-cjs query-strings asyncs mocha2 json5s formik2 stripes
  content-types color-names socket.ion vue-route mysql2 bluebird2 eslint2 eslintrc`.split(/\s+/),
);
