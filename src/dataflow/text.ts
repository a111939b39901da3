import type { Taint, Value } from './value.ts';
import { hole, joinTaints, valueOf } from './value.ts';

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
  return valueOf({ texts, taints: joinTaints(taintsOfText(left), taintsOfText(right)) });
}

/** The texts a value may be, with `hole` for what is not constant. */
export function textsOf(value: Value): readonly string[] {
  return value.texts.length > 0 ? value.texts : [hole];
}

/** The taints that a value brings into a text; an array writes its elements. */
export function taintsOfText(value: Value): readonly Taint[] {
  let taints = value.taints;
  for (const [name, field] of value.fields) {
    if (name === '*' || /^\d+$/.test(name)) taints = joinTaints(taints, field.taints);
  }
  return taints;
}
