const params = new URLSearchParams(location.search);

export function afterLogin() {
  window.location.assign(params.get('next') ?? '/');
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^ security/client-side-redirect: Address of the page or a link taken from page input `location.search`
}

export function restore() {
  const saved = location.hash.slice(1);
  location.replace(decodeURIComponent(saved));
//                 ^^^^^^^^^^^^^^^^^^^^^^^^^ security/client-side-redirect: Address of the page or a link taken from page input `location.hash`
}

// A path on the same site, an allowed list, a fixed place, and the page itself.
const pages = ['/basket', '/orders'];
export function fine() {
  const next = params.get('next') ?? '/';
  if (pages.includes(next)) location.href = next;
  location.href = `/orders/${encodeURIComponent(params.get('id') ?? '')}`;
  location.href = '/orders?page=' + params.get('page');
  location.assign('https://shop.example.com/');
}
