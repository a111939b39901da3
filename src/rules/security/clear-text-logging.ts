import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { judged } from '../judged.ts';
import { fileValues, type FileValues } from '../syntax/file-values.ts';
import { calleeText, nameParts } from '../syntax/names.ts';
import { findAncestor } from '../syntax/walk.ts';
import { sensitiveValues } from './sensitive-value.ts';

interface Data {
  readonly [key: string]: string;
  readonly callee: string;
  readonly name: string;
}

export const rule = defineRule({
  id: 'security/clear-text-logging',
  weakness: 'data-exposure',
  cwe: [532, 312, 359],
  precision: judged(29, 31),
  docs: {
    title: { en: 'Password or key written to a log', fr: 'Mot de passe ou clé écrit dans un journal' },
    why: {
      en: 'Logs are copied to files, consoles and outside services that many people read and that are kept for years. Log that something happened and for whom, never the secret.',
      fr: 'Les journaux sont copiés dans des fichiers, consoles et services externes que beaucoup lisent et qui restent des années. Notez l’événement et pour qui, jamais le secret.',
    },
    forLeads: {
      en: 'Everyone with access to the logs, also at outside providers, can read passwords or keys.',
      fr: 'Quiconque accède aux journaux, y compris chez un prestataire, peut lire des mots de passe ou des clés.',
    },
    bad: "export function login(name: string, password: string) {\n  console.log('Login of ' + name + ' with ' + password);\n}",
    good: "export function login(name: string) {\n  console.log('Login of ' + name);\n}",
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, name }: Data) => `\`${callee}\` writes \`${name}\` in clear text`,
    fr: ({ callee, name }: Data) => `\`${callee}\` écrit \`${name}\` en clair`,
  },
  detect: ({ file, report }) => {
    // A command that makes a password has no other way to tell it.
    if (/(^|\/)(cli|bin|setup|install)(\/|\.)/.test(file.path)) return {};
    const values = fileValues(file.sourceFile);
    const sensitiveIn = sensitiveValues(file.sourceFile, values);
    return {
      CallExpression(node) {
        if (node.arguments.length === 0 || !isLogCall(node, values)) return;
        for (const argument of node.arguments) {
          const name = sensitiveIn(argument);
          if (name === undefined || isForTests(node)) continue;
          report(argument, { callee: calleeText(node.expression), name });
          return;
        }
      },
    };
  },
});

const levels = /^(log|info|warn|warning|error|debug|trace|dir|table|verbose|silly|fatal|notice|http|write)$/;
const loggers =
  /^(console|log|logger|_logger|winston|pino|bunyan|log4js|signale|consola|npmlog|loglevel|Log|Logger|stdout|stderr)$/;

function isLogCall(node: ts.CallExpression, values: FileValues): boolean {
  const parts = nameParts(node.expression);
  const name = parts.at(-1) ?? '';
  if (parts.length === 1) return isDebugFunction(node, name, values);
  if (!levels.test(name)) return false;
  const owner = parts.at(-2) ?? '';
  return name === 'write' ? /^(stdout|stderr)$/.test(owner) : loggers.test(owner);
}

/** `const debug = require('debug')('shop')`. */
function isDebugFunction(node: ts.CallExpression, name: string, values: FileValues): boolean {
  if (!/^(debug|log|dbg|trace)$/.test(name)) return false;
  const maker = values.settled(node.expression);
  if (!ts.isCallExpression(maker)) return false;
  const text = ts.isCallExpression(maker.expression) ? maker.expression : maker;
  return ts.isIdentifier(maker.expression)
    ? values.exportOf(maker.expression)?.module === 'debug'
    : /^require\(.debug.\)$/.test(text.getText());
}

/** Written only under a condition that names tests or development. */
function isForTests(node: ts.Node): boolean {
  return (
    findAncestor(
      node,
      (parent) =>
        ts.isIfStatement(parent) &&
        /\b(is)?(test|dev|development|production)(env|mode|environment)?\b|NODE_ENV|isTestEnv|isProd/i.test(
          parent.expression.getText(),
        ) &&
        !/\.test\(/.test(parent.expression.getText()),
    ) !== undefined
  );
}
