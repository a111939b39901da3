export async function remember(user: { name: string; password: string }, response: { token: string }): Promise<void> {
  localStorage.setItem('login', user.password);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-storage: `password` is kept readable in `localStorage`
  localStorage.password = user.password;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-storage: `password` is kept readable in `localStorage`
  sessionStorage['passphrase'] = user.password;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-storage: `password` is kept readable in `sessionStorage`
  localStorage.setItem('access_token', response.token);
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-storage: `access_token` is kept readable in `localStorage`
  window.localStorage.setItem('jwt', await fetchToken());
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/clear-text-storage: `jwt` is kept readable in `localStorage`
}

// Names, settings, and tokens that prove nothing.
export function keep(user: { name: string; theme: string }, csrfToken: string): void {
  localStorage.setItem('name', user.name);
  localStorage.theme = user.theme;
  localStorage.setItem('csrf_token', csrfToken);
  localStorage.setItem('token', '');
  const shelf = new Map<string, string>();
  shelf.set('access_token', csrfToken);
}
async function fetchToken(): Promise<string> {
  return (await fetch('/token')).text();
}
