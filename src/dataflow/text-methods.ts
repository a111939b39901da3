import { fieldsOf } from './fields.ts';
import type { Call } from './machine.ts';
import {
  isAnchoredAllowList,
  isLineReplacement,
  isMarkupReplacement,
  isPathReplacement,
} from './regular-expression.ts';
import { bitsOf } from './sink-bits.ts';
import { taintsOfText } from './text.ts';
import type { Value } from './value.ts';
import { changed, joinTaints, madeSafe, openHole, valueOf } from './value.ts';

/**
 * Result of a method of an untrusted text whose beginning is known, or of one that takes out what does harm; undefined
 * where the method is another one.
 */
export function callTextMethod(call: Call, receiver: Value): Value | undefined {
  switch (call.name) {
    case 'substring':
    case 'slice':
    case 'substr':
      return receiver.taints.length > 0 && isZero(call.args[0]) && call.args.length > 1 ? head(receiver) : undefined;
    case 'split':
      return receiver.taints.length > 0 ? split(call, receiver) : undefined;
    case 'exec':
      return matched(call, receiver);
    case 'replace':
    case 'replaceAll':
      return replaced(call, receiver);
    case 'toString':
    case 'valueOf':
    case 'trim':
    case 'trimEnd':
    case 'toLowerCase':
    case 'toUpperCase':
      return receiver.taints.length > 0 ? head(receiver) : undefined;
    default:
      return undefined;
  }
}

function head(receiver: Value): Value {
  return valueOf({ taints: receiver.taints, texts: receiver.texts });
}

/** What a regular expression finds in an untrusted text, unless it accepts only a list of characters. */
function matched(call: Call, receiver: Value): Value | undefined {
  const [pattern] = receiver.texts;
  const [subject] = call.args;
  if (!subject || subject.taints.length === 0 || !pattern?.startsWith('/') || isAnchoredAllowList(pattern))
    return undefined;
  return valueOf({ taints: subject.taints });
}

function isZero(value: Value | undefined): boolean {
  return value?.texts.length === 1 && value.texts[0] === '0';
}

/** The part in front of the first `?` or `#` of an address is where it leads. */
function split(call: Call, receiver: Value): Value | undefined {
  const [separator] = call.args[0]?.texts ?? [];
  const [start] = receiver.texts;
  if (separator === undefined || start === undefined || receiver.texts.length > 1) return undefined;
  const known = start.slice(0, Math.max(start.indexOf(openHole), 0));
  if (known === '') return undefined;
  const rest = valueOf({ taints: receiver.taints });
  if (separator !== '' && known.includes(separator)) {
    const parts = known.split(separator).map((part, index, all) => {
      const isLast = index === all.length - 1;
      return isLast ? valueOf({ taints: receiver.taints, texts: [part + openHole] }) : valueOf({ texts: [part] });
    });
    return valueOf({ fields: fieldsOf([...parts.map((part, index) => [String(index), part] as const), ['*', rest]]) });
  }
  // The page's own path is none of the attacker's choice.
  const isOwnAddress = separator === '?' && known.startsWith('https://page.host/');
  const first = isOwnAddress ? valueOf({ texts: [known] }) : head(receiver);
  return valueOf({
    fields: fieldsOf([
      ['0', first],
      ['*', rest],
    ]),
  });
}

function replaced(call: Call, receiver: Value): Value | undefined {
  const taints = call.args.reduce((sum, arg) => joinTaints(sum, taintsOfText(arg)), taintsOfText(receiver));
  if (taints.length === 0) return undefined;
  const whole = valueOf({ taints });
  if (isMarkupReplacement(call.name, call.args)) return madeSafe(whole, bitsOf(['html-dom', 'html-response']));
  if (isLineReplacement(call.args)) return madeSafe(whole, bitsOf(['log', 'header']));
  if (isPathReplacement(call.name, call.args)) return madeSafe(whole, bitsOf(['path', 'archive-entry']));
  const pattern = call.args[0]?.texts[0];
  const isElsewhere =
    pattern !== undefined && !pattern.startsWith('/') && !receiver.texts.some((text) => text.includes(pattern));
  return isElsewhere ? changed(whole, { texts: receiver.texts }) : undefined;
}
