import { BrowserWindow } from 'electron';

export const open = new BrowserWindow({
  webPreferences: { nodeIntegration: true, contextIsolation: false, preload: '/app/preload.js' },
//                  ^^^^^^^^^^^^^^^^^^^^^ security/electron-insecure-settings: `nodeIntegration: true` takes a protection of this window away
//                                         ^^^^^^^^^^^^^^^^^^^^^^^ security/electron-insecure-settings: `contextIsolation: false` takes a protection of this window away
});
const webPreferences = { webSecurity: false };
//                       ^^^^^^^^^^^^^^^^^^ security/electron-insecure-settings: `webSecurity: false` takes a protection of this window away
export const shared = new BrowserWindow({ width: 800, webPreferences });

// The defaults, and the protections said once more.
export const plain = new BrowserWindow({ width: 800 });
export const good = new BrowserWindow({ webPreferences: { nodeIntegration: false, contextIsolation: true, sandbox: true } });
