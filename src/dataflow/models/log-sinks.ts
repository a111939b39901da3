import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const levels = 'info warn error debug trace log fatal verbose silly http notice warning crit alert emerg child';

/** Logs written as lines of text, where a line break in the input forges an entry. */
export const logSinks: Pick<FlowModels, 'entities' | 'sinks' | 'methodSinks' | 'propagators' | 'sanitizers'> = {
  entities: [
    {
      type: '@logger',
      paths: [
        '%console',
        'console',
        'winston',
        ...each('winston', 'createLogger() Logger() loggers.get() loggers.add() default default.createLogger()'),
        ...each('pino', 'default() pino()'),
        'pino()',
        'bunyan.createLogger()',
        'log4js.getLogger()',
        'loglevel',
        'loglevel.getLogger()',
        'signale',
        'signale.Signale()',
        'consola',
        'tracer.console()',
        'tracer.colorConsole()',
        'npmlog',
        'roarr.Roarr',
        'tslog.Logger()',
        'fancy-log',
        '@nestjs/common.Logger()',
        '@nestjs/common.Logger',
        '@request.log',
        '@request.logger',
        '@logger.child()',
        '@logger.getLogger()',
      ],
    },
    { type: '@debug', paths: ['debug()', 'debug.default()', 'fancy-log', 'util.debuglog()'] },
    {
      type: '@colors',
      paths: [
        ...'chalk chalk.default colors colors/safe ansi-colors kleur cli-color picocolors colorette yoctocolors nanocolors'.split(
          ' ',
        ),
        'kleur/colors',
        'turbocolor',
        'chalk.Instance()',
        'chalk.Chalk()',
        '@colors.*',
        '@colors()',
      ],
    },
  ],
  sinks: [
    { at: each('@logger', levels), kind: 'log', argument: 'all', when: 'printed-text' },
    { at: ['@debug', 'fancy-log'], kind: 'log', argument: 'all', when: 'printed-text' },
  ],
  methodSinks: [
    {
      methods: levels.split(' '),
      receiver: /^(log|logger|_log|_logger|\w*[lL]ogger|log4js|winston|pino|bunyan)$/,
      kind: 'log',
      argument: 0,
    },
    {
      methods: levels.split(' '),
      receiver: /^(log|logger|_log|_logger|\w*[lL]ogger|log4js|winston|pino|bunyan)$/,
      kind: 'log',
      argument: 1,
    },
  ],
  propagators: [
    {
      at: [
        '@colors',
        ...[
          'strip-ansi',
          'wrap-ansi',
          'slice-ansi',
          'strip-color',
          'wrap-text',
          'boxen',
          'ansi-to-html',
          'cli-highlight',
          'cli-truncate',
          'word-wrap',
          'wordwrap',
        ].flatMap((name) => [`${name}()`, `${name}.default()`]),
        'cli-highlight.highlight()',
        'prettyjson.render()',
        'prettyjson.renderString()',
        'log-symbols()',
        'columnify()',
      ],
      from: [0],
      makes: 'text',
    },
  ],
  sanitizers: [
    {
      at: ['%JSON.stringify()', 'safe-stable-stringify()', 'fast-safe-stringify()', 'util.inspect()'],
      safeFor: ['log', 'header'],
    },
  ],
};
