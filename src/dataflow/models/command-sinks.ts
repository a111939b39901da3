import type { FlowModels } from './flow-models.ts';

/** Functions that run other programs. Arguments handed over as a list, without a shell, are no sinks. */
export const commandSinks: Pick<FlowModels, 'entities' | 'sinks' | 'sanitizers'> = {
  entities: [
    {
      type: '@process',
      paths: ['child_process', 'child-process-promise', 'child_process.default', 'promisify-child-process'],
    },
    { type: '@execa', paths: ['execa', 'execa.execa', 'execa.default'] },
    { type: '@ssh', paths: ['ssh2.Client()', 'node-ssh.NodeSSH()'] },
  ],
  sinks: [
    { at: ['@process.exec', '@process.execSync'], kind: 'command', argument: 0 },
    {
      at: ['@process.spawn', '@process.spawnSync', '@process.execFile', '@process.execFileSync'],
      kind: 'command',
      argument: 0,
    },
    {
      at: [
        '@process.spawn',
        '@process.spawnSync',
        '@process.execFile',
        '@process.execFileSync',
        'cross-spawn',
        'cross-spawn.sync',
      ],
      kind: 'command',
      argument: 1,
      deep: true,
      when: 'shell-option',
    },
    {
      at: [
        '@process.spawn',
        '@process.spawnSync',
        '@process.execFile',
        '@process.execFileSync',
        'cross-spawn',
        'cross-spawn.sync',
        '@execa',
      ],
      kind: 'command',
      argument: 1,
      deep: true,
      when: 'shell-program',
    },
    { at: ['@execa'], kind: 'command', argument: 1, deep: true, when: 'shell-option' },
    {
      at: [
        '@execa',
        'cross-spawn',
        'cross-spawn.sync',
        'execa.execaSync',
        '@execa.sync',
        'foreground-child',
        '@process.fork',
      ],
      kind: 'command',
      argument: 0,
    },
    {
      at: [
        '@execa.command',
        '@execa.commandSync',
        'execa.execaCommand',
        'execa.execaCommandSync',
        '@execa.shell',
        '@execa.shellSync',
      ],
      kind: 'command',
      argument: 0,
    },
    {
      at: [
        'shelljs.exec',
        'shelljs/global.exec',
        'shelljs.default.exec',
        'exec-sh',
        'shell-exec',
        'node-cmd.run',
        'node-cmd.get',
        'node-cmd.runSync',
        'exec',
        'sync-exec',
        'execSync',
        'async-shell-exec',
      ],
      kind: 'command',
      argument: 0,
    },
    { at: ['@ssh.exec', '@ssh.execCommand'], kind: 'command', argument: 0 },
    { at: ['node-pty.spawn'], kind: 'command', argument: 0 },
  ],
  sanitizers: [
    {
      at: [
        'shell-quote.quote()',
        'shell-escape()',
        'shescape.quote()',
        'shescape.escape()',
        'shescape.Shescape().quote()',
        'shescape.Shescape().escape()',
        'any-shell-escape()',
        'puka.sh()',
        'shlex.quote()',
      ],
      safeFor: ['command'],
    },
  ],
};
