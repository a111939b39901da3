import { each } from './each-path.ts';
import type { FlowModels } from './flow-models.ts';

const parsers = [
  'minimist()',
  'subarg()',
  'yargs-parser()',
  'mri()',
  'arg()',
  'get-them-args()',
  'command-line-args()',
  'meow()',
  'args.parse()',
  'dashdash.parse()',
  'dashdash.createParser().parse()',
  'nopt()',
  'getopts()',
  'docopt.docopt()',
  'util.parseArgs()',
  'node:util.parseArgs()',
  'cac().parse()',
  'sade().parse()',
];

/** What only someone on the machine or in its pipeline sets: arguments, environment, inputs of a workflow step. */
export const localSources: Pick<FlowModels, 'entities' | 'sources'> = {
  entities: [
    {
      type: '@yargs',
      paths: [
        'yargs',
        'yargs()',
        'yargs/yargs()',
        'yargs.default',
        'yargs.default()',
        'optimist',
        'optimist.default',
        '@yargs.*()',
      ],
    },
    {
      type: '@commander',
      paths: [
        'commander',
        'commander.program',
        'commander.default',
        'commander.Command()',
        'commander.createCommand()',
        '@commander.*()',
      ],
    },
    {
      type: '@argparse',
      paths: ['argparse.ArgumentParser()', '@argparse.add_argument()', '@argparse.addArgument()'],
    },
  ],
  sources: [
    {
      at: [
        '%process.argv',
        'process.argv',
        ...parsers,
        ...parsers.map((path) => path.replace('()', '.default()')),
        ...each('@yargs', 'argv parse() parseSync() parseAsync() command(:0) _'),
        ...each('@commander', 'opts() args optsWithGlobals() action(:0) action(:1) action(:2)'),
        ...each('@argparse', 'parse_args() parseArgs()'),
      ],
      kind: 'command-line',
    },
    {
      at: [
        '%process.env',
        'process.env',
        'shelljs.env',
        'shelljs.default.env',
        '@actions/core.getInput()',
        '@actions/core.getMultilineInput()',
        '%Deno.env.get()',
        '%Bun.env',
        '%Deno.args',
      ],
      kind: 'environment',
    },
  ],
};
