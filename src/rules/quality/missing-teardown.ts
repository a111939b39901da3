import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { calleeText, lastName } from '../syntax/names.ts';
import { lastingCall } from './lasting-call.ts';

export const rule = defineRule({
  id: 'quality/missing-teardown',
  weakness: 'resource-leak',
  cwe: [772],
  docs: {
    title: { en: 'Component that never lets go', fr: 'Composant qui ne libère jamais' },
    why: {
      en: 'The component starts a timer or listens to the page when it appears, and nothing stops that when it goes: each visit leaves one more behind, working on a component that is gone. Stop it in the method that runs at the end.',
      fr: 'Le composant lance une minuterie ou écoute la page quand il apparaît, et rien ne l’arrête quand il disparaît : chaque visite en laisse une de plus, qui travaille sur un composant disparu. Arrêtez-la dans la méthode qui s’exécute à la fin.',
    },
    forLeads: {
      en: 'Pages get slower the longer they stay open, until the browser gives up.',
      fr: 'Les pages ralentissent tant qu’elles restent ouvertes, jusqu’à ce que le navigateur renonce.',
    },
    bad: `export class Clock extends HTMLElement {
  connectedCallback() {
    setInterval(() => this.draw(), 1000);
  }
}`,
    good: `export class Clock extends HTMLElement {
  connectedCallback() {
    this.timer = setInterval(() => this.draw(), 1000);
  }
  disconnectedCallback() {
    clearInterval(this.timer);
  }
}`,
    exampleFile: 'src/clock.js',
  },
  options: z.strictObject({}),
  message: {
    en: ({ callee, end }: { callee: string; end: string }) =>
      `\`${callee}\` is started here and \`${end}\` does not stop it`,
    fr: ({ callee, end }) => `\`${callee}\` est lancé ici et \`${end}\` ne l’arrête pas`,
  },
  detect: ({ file, report }) => {
    if (file.role === 'test') return {};
    return {
      MethodDeclaration(node) {
        const pair = pairs.get(node.name.getText());
        const holder = node.parent;
        if (!pair || !node.body || !ts.isClassLike(holder) || (pair.needsBase && !holder.heritageClauses)) return;
        const started = lastingCall(node.body);
        if (started && !stops(holder, pair.end, started))
          report(started.expression, { callee: calleeText(started.expression), end: pair.end });
      },
      CallExpression(node) {
        const end = vuePairs.get(lastName(node.expression));
        const [callback] = node.arguments;
        if (
          !end ||
          !callback ||
          !(ts.isArrowFunction(callback) || ts.isFunctionExpression(callback)) ||
          !ts.isIdentifier(node.expression)
        )
          return;
        const started = lastingCall(callback.body);
        if (started && !/\bon(BeforeUnmount|Unmounted|Deactivated|ScopeDispose)\(/.test(file.text))
          report(started.expression, { callee: calleeText(started.expression), end });
      },
    };
  },
});

interface Pair {
  readonly end: string;
  /** Means something only in a class that extends or implements another. */
  readonly needsBase: boolean;
}

const pairs: ReadonlyMap<string, Pair> = new Map([
  ['componentDidMount', { end: 'componentWillUnmount', needsBase: true }],
  ['connectedCallback', { end: 'disconnectedCallback', needsBase: true }],
  ['ngOnInit', { end: 'ngOnDestroy', needsBase: false }],
  ['ngAfterViewInit', { end: 'ngOnDestroy', needsBase: false }],
]);

const vuePairs: ReadonlyMap<string, string> = new Map([['onMounted', 'onUnmounted']]);

/** The end method stops something of the kind, itself or by another method; a root that lives as long as the page has none. */
function stops(holder: ts.ClassLikeDeclaration, end: string, started: ts.CallExpression): boolean {
  const method = holder.members.find((member) => member.name?.getText() === end);
  if (!method) return false;
  const isTimer = lastName(started.expression) === 'setInterval';
  return (isTimer ? /clearInterval/ : /removeEventListener|\.abort\(/).test(holder.getText());
}
