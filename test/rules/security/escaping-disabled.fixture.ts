import nunjucks from 'nunjucks';
import Mustache from 'mustache';

nunjucks.configure('views', { autoescape: false });
//                            ^^^^^^^^^^^^^^^^^ security/escaping-disabled: `autoescape: false` switches the escaping of HTML off
Mustache.escape = (text: string) => text;
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/escaping-disabled: `Mustache.escape` switches the escaping of HTML off

// Escaping that is on, or replaced by another that escapes.
nunjucks.configure('mails', { autoescape: true });
Mustache.escape = (text: string) => text.replace(/</g, '&lt;');
export const options = { autoescape: false };
