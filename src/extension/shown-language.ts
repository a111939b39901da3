import * as vscode from 'vscode';
import { languageOf, languages, type Language } from '../base/language.ts';

/** The language of the product's own texts: the setting's, else the editor's. */
export function shownLanguage(): Language {
  const setting = vscode.workspace.getConfiguration('ctoGuardrails').get<string>('language');
  return languages.find((language) => language === setting) ?? languageOf(vscode.env.language);
}
