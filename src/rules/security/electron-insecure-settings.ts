import ts from 'typescript';
import { z } from 'zod';
import { defineRule } from '../define-rule.ts';
import { fileValues } from '../syntax/file-values.ts';
import { importedModules } from '../syntax/module-bindings.ts';
import { lastName } from '../syntax/names.ts';
import { isLiteral, onlyValue } from '../syntax/option-values.ts';

interface Data {
  readonly [key: string]: string;
  readonly setting: string;
}

export const rule = defineRule({
  id: 'security/electron-insecure-settings',
  weakness: 'code-execution',
  cwe: [16, 1188, 94, 319],
  docs: {
    title: { en: 'Electron window without its protections', fr: 'Fenêtre Electron sans ses protections' },
    why: {
      en: 'With `nodeIntegration`, without `contextIsolation`, `sandbox` or `webSecurity`, one script injected into a page runs programs on the user’s computer. Keep the defaults and expose single functions through a preload script.',
      fr: 'Avec `nodeIntegration`, ou sans `contextIsolation`, `sandbox` ou `webSecurity`, un script glissé dans une page lance des programmes sur l’ordinateur de l’utilisateur. Gardez les valeurs par défaut et exposez des fonctions une à une par un script de préchargement.',
    },
    forLeads: {
      en: 'A harmful page or message can take over the computer of someone who uses this application.',
      fr: 'Une page ou un message malveillant peut prendre le contrôle de l’ordinateur de qui utilise cette application.',
    },
    bad: "import { BrowserWindow } from 'electron';\nexport const window = new BrowserWindow({ webPreferences: { webSecurity: false } });",
    good: "import { BrowserWindow } from 'electron';\nexport const window = new BrowserWindow({ webPreferences: { preload: '/app/preload.js' } });",
  },
  options: z.strictObject({}),
  message: {
    en: ({ setting }: Data) => `\`${setting}\` takes a protection of this window away`,
    fr: ({ setting }: Data) => `\`${setting}\` retire une protection de cette fenêtre`,
  },
  detect: ({ file, report }) => {
    const values = fileValues(file.sourceFile);
    return {
      NewExpression(node) {
        if (!/^(BrowserWindow|BrowserView|WebContentsView)$/.test(lastName(node.expression))) return;
        if (!importedModules(file.sourceFile).has('electron')) return;
        const preferences = values.options(
          onlyValue(values.options(node.arguments?.[0]).read('webPreferences')) ?? node.arguments?.[0],
        );
        for (const [setting, harmful] of settings) {
          const field = preferences.read(setting);
          const place = onlyValue(field);
          if (place && isLiteral(field, harmful)) report(placeOf(place), { setting: `${setting}: ${String(harmful)}` });
        }
      },
    };
  },
});

const settings: ReadonlyMap<string, boolean> = new Map([
  ['nodeIntegration', true],
  ['nodeIntegrationInWorker', true],
  ['nodeIntegrationInSubFrames', true],
  ['contextIsolation', false],
  ['webSecurity', false],
  ['sandbox', false],
  ['allowRunningInsecureContent', true],
  ['experimentalFeatures', true],
  ['enableRemoteModule', true],
]);

function placeOf(value: ts.Node): ts.Node {
  return ts.isPropertyAssignment(value.parent) ? value.parent : value;
}
