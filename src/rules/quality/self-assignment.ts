import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { commentsAround } from '../syntax/comments.ts';
import { shownCode } from '../syntax/conditions.ts';
import { lastName, unwrap } from '../syntax/names.ts';
import { isRepeatable, isSameCode } from '../syntax/same-code.ts';

export const rule = defineRule({
  id: 'quality/self-assignment',
  weakness: 'likely-bug',
  precision: 0.95,
  docs: {
    title: { en: 'Assignment of a value to itself', fr: 'Affectation d’une valeur à elle-même' },
    why: {
      en: 'Assigning a variable or property to itself changes nothing: mostly another name was meant on one side.',
      fr: 'Affecter une variable ou une propriété à elle-même ne change rien : le plus souvent, un autre nom était visé d’un côté.',
    },
    forLeads: {
      en: 'A value that should have been stored is not: the change gets lost.',
      fr: 'Une valeur qui devait être enregistrée ne l’est pas : la modification se perd.',
    },
    bad: `export class Basket {
  total = 0;
  set(total: number) {
    this.total = this.total;
    return total;
  }
}`,
    good: `export class Basket {
  total = 0;
  set(total: number) {
    this.total = total;
  }
}`,
  },
  options: z.strictObject({}),
  message: {
    en: ({ code }: { code: string }) => `\`${code}\` is assigned to itself`,
    fr: ({ code }) => `\`${code}\` est affecté à lui-même`,
  },
  detect: ({ file, report }) => ({
    BinaryExpression(node) {
      if (node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) return;
      const [left, right] = [unwrap(node.left), unwrap(node.right)];
      if (!isRepeatable(left) || !isSameCode(left, right) || isTriggering(left, file.text)) return;
      if (commentsAround(node.parent, file.text).some((comment) => comment.startsWith('/**'))) return;
      report(node, { code: shownCode(left) });
    },
  }),
});

/** Assigning these to themselves has an effect: a setter of the file, a page loaded anew, an animation started. */
function isTriggering(node: ts.Expression, text: string): boolean {
  const name = lastName(node);
  if (text.includes(`set ${name}(`) || text.includes(`'${name}', {`)) return true;
  return /^(location|href|src|innerHTML|cssText|className|scrollTop|length|currentTime)$/.test(name);
}
