#!/usr/bin/env node
import { exitCodes } from './exit-codes.ts';
import { listenForInterruption } from './interruption.ts';
import { runCli } from './run-cli.ts';
import { isClosedPipe } from './terminal.ts';

const interruption = listenForInterruption(process);
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!isClosedPipe(error)) throw error;
  });
}
const { stdin, stdout, stderr, env } = process;
const { signal } = interruption;
const exitCode = await runCli(process.argv.slice(2), { stdin, stdout, stderr, env, folder: process.cwd(), signal });
process.exitCode = exitCode === exitCodes.interrupted ? (interruption.exitCode() ?? exitCode) : exitCode;
