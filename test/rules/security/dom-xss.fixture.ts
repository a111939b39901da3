// @file: src/page.ts
import DOMPurify from 'dompurify';

const target = document.getElementById('target')!;

if (location.hash) {
  target.innerHTML = decodeURIComponent(location.hash.slice(1));
//^^^^^^^^^^^^^^^^ security/dom-xss: HTML in the page made from page input `location.hash`
}

const search = new URLSearchParams(window.location.search);
document.write('<b>' + search.get('name') + '</b>');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/dom-xss: HTML in the page made from page input `window.location.search`

window.addEventListener('message', (event) => {
  target.insertAdjacentHTML('beforeend', event.data);
//                                       ^^^^^^^^^^ security/dom-xss: HTML in the page made from message `event.data`
});

window.addEventListener('message', (event) => {
  if (event.origin !== 'https://shop.example.com') return;
  target.innerHTML = event.data;
});

target.textContent = location.hash;
target.innerHTML = DOMPurify.sanitize(location.hash);
target.innerHTML = location.href.split('?')[0];
target.innerHTML = location.hash.replace(/</g, '&lt;');
target.innerHTML = String(location.hash.length);
target.innerHTML = encodeURIComponent(location.search);

const wanted = location.hash.slice(1);
if (!/[<>]/.test(wanted)) target.innerHTML = wanted;
if (['red', 'blue'].includes(wanted)) target.innerHTML = wanted;

// @file: src/errors.ts
declare function parse(text: string): void;
const place = document.getElementById('place')!;

function check(text: string): void {
  if (text.length > 10) throw new RangeError('Not valid: ' + text);
}

try {
  parse(location.hash);
} catch (error) {
  place.innerHTML = '<b>' + error + '</b>';
//^^^^^^^^^^^^^^^ security/dom-xss: HTML in the page made from page input `location.hash`
}

try {
  check(location.search);
} catch (error) {
  place.innerHTML = (error as Error).message;
//^^^^^^^^^^^^^^^ security/dom-xss: HTML in the page made from page input `location.search`
}

try {
  parse(location.hash);
} catch (error) {
  place.textContent = String(error);
}

try {
  parse(String(Number(location.hash)));
} catch (error) {
  place.innerHTML = '<b>' + error + '</b>';
}

document.write('<a title="' + location + '">');
//             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/dom-xss: HTML in the page made from page input `location`
document.write('<i>' + location.origin + '</i>');
