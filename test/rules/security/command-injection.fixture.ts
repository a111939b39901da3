// @file: src/server.ts
import { exec, execFile, execFileSync, spawn, execSync as run } from 'node:child_process';
import { promisify } from 'node:util';
import http from 'node:http';
import Koa from 'koa';
import Router from '@koa/router';
import { quote } from 'shell-quote';
import { convert } from './convert.js';

const execute = promisify(exec);
const router = new Router();

router.get('/ping', async (ctx) => {
  const { stdout } = await execute(`ping -c 1 ${ctx.query.host}`);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.query.host`
  ctx.body = stdout;
});

router.post('/convert', async (ctx) => {
  const options = { file: ctx.request.body.file, width: 100 };
  ctx.body = await convert(options);
});

router.get('/shell', async (ctx) => {
  spawn('git log ' + ctx.query.branch, { shell: true });
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.query.branch`
  spawn('git', ['log', ctx.query.branch as string], { shell: true });
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.query.branch`
  execFile('sh', ['-c', 'cat ' + ctx.query.file]);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.query.file`
  execFile(ctx.query.program as string, []);
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.query.program`
});

router.get('/safe', async (ctx) => {
  execFile('git', ['log', ctx.query.branch as string]);
  spawn('git', ['show', ctx.query.branch as string], { cwd: '/srv' });
  run('git status');
  run(quote(['ls', ctx.query.folder as string]));
  const port = Number.parseInt(ctx.query.port as string, 10);
  run(`lsof -i :${port}`);
  const name = ctx.query.name as string;
  if (!/^[\w-]+$/.test(name)) ctx.throw(400);
  else run('systemctl status ' + name);
  /(\d+)/.exec(name);
  ctx.state.model.exec('find ' + name);
});

http
  .createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    run('ls ' + url.searchParams.get('folder'));
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `request.url`
    response.end();
  })
  .listen(8080);

// What only the person at the machine can set is trusted.
run('echo ' + process.argv[2]);
execFileSync(process.env.SHELL ?? 'sh');

export const application = new Koa().use(router.routes());

// @file: src/convert.ts
import shell from 'shelljs';

export async function convert({ file, width }: { file: string; width: number }) {
  return shell.exec(['convert', file, '-resize', String(width)].join(' '));
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `ctx.request.body.file`
}

// @file: src/handler.ts
import { exec } from 'child_process';

export const handler = async (event: { body: string }) => {
  const { command } = JSON.parse(event.body);
  exec(command);
//     ^^^^^^^ security/command-injection: Command built from request input `event.body`
  return { statusCode: 200 };
};

// @file: src/jobs.controller.ts
import { Body, Controller, Param, ParseIntPipe, Post } from '@nestjs/common';
import { JobsService } from './jobs.service.js';

@Controller('jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Post()
  start(@Body() body: { name: string }) {
    return this.jobs.start(body.name);
  }

  @Post(':id')
  stop(@Param('id', ParseIntPipe) id: number) {
    return this.jobs.stop(id);
  }
}

// @file: src/jobs.service.ts
import { execSync } from 'child_process';

export class JobsService {
  start(name: string) {
    return execSync(`./jobs/${name}.sh`);
//                  ^^^^^^^^^^^^^^^^^^^ security/command-injection: Command built from request input `body.name`
  }
  stop(id: number) {
    return execSync(`./stop ${id}`);
  }
}
