import type { Localized } from '../base/language.ts';
import type { Frame } from './frame.ts';
import type { Call } from './machine.ts';
import { bitsOf } from './sink-bits.ts';
import type { Taint, Value } from './value.ts';
import { addStep, allTaints, changed, hasTaint, join, joinTaints, nothing, valueOf } from './value.ts';

/** Text of an error is quoted, shortened and escaped in ways of its own: it hurts only where it becomes HTML. */
const elsewhere = ~bitsOf(['html-response', 'html-dom']);

/** Methods that throw nothing, or nothing that quotes what they get. */
const quiet =
  /^(log|info|warn|error|debug|trace|dir|fatal|send|json|end|write|status|render|redirect|next|html|text|append|val|css|attr|set\w*|get|has|push|unshift|add|on|once|off|emit|then|catch|finally|resolve|reject|all|assign|keys|entries|fromEntries|isArray|slice|substr\w*|split|trim\w*|to(Lower|Upper)Case|replace(All)?|match\w*|includes|indexOf|startsWith|endsWith|concat|join|map|filter|forEach|find\w*|some|every|reduce|test|exec|bind|call|apply|String|Number|Boolean|parseInt|parseFloat|encodeURI\w*|escape\w*|sanitize\w*|setTimeout|setInterval|setState|dispatch|require|toString|stringify|isNaN|Set|Map|Date|Array|Object|Promise|RegExp|URLSearchParams|Response|createElement|use[A-Z]\w*)$/;

/** Lets an error leave the code that runs, to whatever catches it. */
export function throwOut(frame: Frame, error: Value): void {
  if (error !== nothing) frame.outcome.thrown = join(frame.outcome.thrown, error);
}

/** A function of which no code is known may refuse what it gets, with an error that quotes it. */
export function errorOfCall(call: Call): Value {
  if (quiet.test(call.name) || !call.args.some(hasTaint)) return nothing;
  const message: Localized = {
    en: `may be quoted in the error of \`${call.name}\``,
    fr: `peut être cité dans l’erreur de \`${call.name}\``,
  };
  return quoting(call.args, (taint) => ({ ...taint, trace: addStep(taint.trace, call.node, message) }));
}

/** What `throw` throws: the error's own text counts, not every field of it. */
export function thrownBy(error: Value): Value {
  const text = joinTaints(error.taints, error.fields.get('message')?.taints ?? []);
  return text.length === 0 ? nothing : changed(error, { taints: text.map(quoted), texts: [] });
}

/** `new Error(text)`. */
export function newError(call: Call): Value | undefined {
  if (!/(Error|Exception)$/.test(call.name)) return undefined;
  return quoting(call.args.slice(0, 1), (taint) => taint);
}

function quoting(values: readonly Value[], change: (taint: Taint) => Taint): Value {
  const taints = values.reduce<readonly Taint[]>((sum, value) => joinTaints(sum, allTaints(value)), []);
  return taints.length === 0 ? nothing : valueOf({ taints: taints.map((taint) => quoted(change(taint))) });
}

function quoted(taint: Taint): Taint {
  return { ...taint, safeFor: taint.safeFor | elsewhere };
}
