// @file: tool.js
const { execSync, exec, execFileSync, spawn } = require('child_process');
const yargs = require('yargs');
const { program } = require('commander');

execSync('tar -czf backup.tgz ' + process.argv[2]);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/indirect-command-injection: Shell command built from command-line argument `process.argv[2]`
exec(`rm -rf ${process.env.CACHE}`);
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/indirect-command-injection: Shell command built from environment variable `process.env.CACHE`
exec('build ' + yargs.option('name', {}).argv.name);
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/indirect-command-injection: Shell command built from command-line argument `yargs.option('name', {}).argv.name`
exec('build ' + program.opts().name);
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/indirect-command-injection: Shell command built from command-line argument `program.opts().name`

execFileSync('tar', ['-czf', 'backup.tgz', process.argv[2]]);
spawn(process.env.SHELL, []);
execSync('sleep ' + Number(process.argv[2]));
exec('git status');
