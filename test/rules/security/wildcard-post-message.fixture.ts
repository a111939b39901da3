export function tell(popup: Window, account: { token: string }) {
  popup.postMessage(account, '*');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/wildcard-post-message: Any page that stands in this window reads the message
  popup.postMessage(`token ${account.token}`, '*');
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ security/wildcard-post-message: Any page that stands in this window reads the message
  popup.postMessage(account, 'https://shop.example.com');
  popup.postMessage('ready', '*');
  popup.postMessage({ type: 'ready', version: 2 }, '*');
  popup.postMessage(account, location.origin);
}
