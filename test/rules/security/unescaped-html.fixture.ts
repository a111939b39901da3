// @file: src/note.ts
declare const clean: { sanitize(text: string): string };
const banner = '<b>Sale</b>';

export function show(element: HTMLElement, note: { text: string; count: number }, list: string[]): void {
  element.innerHTML = `<p>${note.text}</p>`;
//                    ^^^^^^^^^^^^^^^^^^^^^ security/unescaped-html: `innerHTML` takes HTML from a value that nothing here cleans
  element.insertAdjacentHTML('beforeend', list.join('<br>'));
//                                        ^^^^^^^^^^^^^^^^^ security/unescaped-html: `insertAdjacentHTML` takes HTML from a value that nothing here cleans
  element.innerHTML = clean.sanitize(note.text);
  element.innerHTML = banner;
  element.innerHTML = '';
  element.innerHTML = `<i>${note.count}</i>`;
  element.textContent = note.text;
}
// @file: src/note.vue
<template>
  <p v-html="note" />
//           ^^^^ security/unescaped-html: `v-html` takes HTML from a value that nothing here cleans
  <p v-text="note" />
</template>
<script>
export default { data: () => ({ note: '' }) };
</script>
