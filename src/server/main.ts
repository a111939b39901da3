import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { assertOneCompiler } from '../workspace/one-compiler.ts';
import { startServer } from './server.ts';

assertOneCompiler();
startServer(createConnection(ProposedFeatures.all));
