import type { Taint, Value } from './value.ts';
import { objectKinds } from './sink-bits.ts';
import { hole, joinTaints, openHole, valueOf } from './value.ts';

const longestText = 2000;
const mostTexts = 4;

/** Two values written one behind the other as text. */
export function concatenate(left: Value, right: Value): Value {
  const texts: string[] = [];
  for (const head of textsOf(left)) {
    for (const tail of textsOf(right)) {
      if (texts.length < mostTexts) texts.push((head + tail).slice(0, longestText));
    }
  }
  return valueOf({ texts, taints: asText(joinTaints(taintsOfText(left), taintsOfText(right))) });
}

/** Taints of what is text by now, so that it cannot hurt where only objects do. */
export function asText(taints: readonly Taint[]): readonly Taint[] {
  if (taints.every((taint) => (taint.safeFor & objectKinds) === objectKinds)) return taints;
  const marked = taints.map((taint): Taint => ({ ...taint, safeFor: taint.safeFor | objectKinds }));
  return joinTaints([], marked);
}

/** What the command line or the environment give is the operator's own: as good as a constant inside a text. */
function isForeign({ origin }: Taint): boolean {
  return 'slot' in origin || (origin.kind !== 'environment' && origin.kind !== 'command-line');
}

/** The texts a value may be, with `hole` or `openHole` for what is not constant. */
export function textsOf(value: Value): readonly string[] {
  if (value.texts.length > 0) return value.texts;
  return [taintsOfText(value).some(isForeign) ? openHole : hole];
}

/** The taints that a value brings into a text; an array writes its elements. */
export function taintsOfText(value: Value): readonly Taint[] {
  let taints = value.taints;
  for (const [name, field] of value.fields) {
    if (name === '*' || /^\d+$/.test(name)) taints = joinTaints(taints, field.taints);
  }
  return taints;
}
