declare const html: string;
export const filters = [
  /<script.*?>.*?<\/script>/is,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `</script >`, which browsers read all the same
  /<script[^>]*>[\s\S]*?<\/script>/gi,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `</script >`, which browsers read all the same
  /<script.*?>.*?<\/script[^>]*>/i,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `<script>\n…\n</script>`, which browsers read all the same
  /<script.*?>.*?<\/script[^>]*>/s,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `<ScRiPt>`, which browsers read all the same
  /<script(\s|\w|=|")*?>.*?<\/script[^>]*>/is,
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `<script a='b'>`, which browsers read all the same
  /<script[^>]*?>[\s\S]*?<\/script[^>]*?>/i,
  /<!--.*--!?>/i,
//^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `<!--\n-->`, which browsers read all the same
  /<!--.*--!?>/is,
];
export const cleaned = html.replace(new RegExp('<script\\b[^>]*>([\\s\\S]*?)</script>', 'gi'), '');
//                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/incomplete-script-filter: This filter does not match `</script >`, which browsers read all the same
export const ends = html.split(/-->/);
//                             ^^^^^ security/incomplete-script-filter: This filter does not match `--!>`, which browsers read all the same
export const opens = /<script src="app.js">/.test(html);
export const tags = html.replace(/<[^>]*>/g, '');
export const title = /<title>(.*?)<\/title>/i.exec(html);
