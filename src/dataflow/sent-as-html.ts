import ts from 'typescript';

const otherType =
  /content-?type['"`]?\]?\s*[,:=]\s*['"`](?!text\/html|application\/xhtml|image\/svg)[\w.+*-]+\/|\.(type|contentType|format)\(\s*['"`](?!\.?html|\.?svg|text\/html|image\/svg)/i;
const htmlType = /text\/html|application\/xhtml|image\/svg|\.(type|contentType)\(\s*['"`]\.?(html|svg)/i;

/**
 * Whether what a call sends reaches a browser as HTML: nothing in the function names another type. The reply of
 * fastify sends text as plain text unless told otherwise.
 */
export function isSentAsHtml(call: ts.Node): boolean {
  const handler = ts.findAncestor(call, (node) => ts.isFunctionLike(node)) ?? call.getSourceFile();
  const text = handler.getText();
  if (htmlType.test(text)) return true;
  return !otherType.test(text) && !/^(return\s+)?reply\b/.test(call.getText());
}
