import type { Language } from '../base/language.ts';
import { businessQuestions, type BusinessAnswers } from '../cost/business-questions.ts';

const openings: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'What CTO Guardrails may assume about the business. Commit this file: the editor, the terminal and the',
    'pipeline then show the same figures. Everything that it leaves out has a documented default.',
  ],
  fr: [
    'Ce que CTO Guardrails peut supposer de l’entreprise. Versionnez ce fichier\u00a0: l’éditeur, le terminal et la',
    'chaîne d’intégration montrent alors les mêmes chiffres. Tout ce qui n’y figure pas a une valeur par défaut documentée.',
  ],
};

/** Text of a commented `cto-guardrails.json` with the five answers. */
export function businessFile(answers: BusinessAnswers, language: Language): string {
  const lines = businessQuestions.flatMap(({ key, note }, index) => [
    `    // ${note[language]}`,
    `    "${key}": ${JSON.stringify(answers[key])}${index < businessQuestions.length - 1 ? ',' : ''}`,
  ]);
  return ['{', ...openings[language].map((line) => `  // ${line}`), '  "business": {', ...lines, '  }', '}', ''].join(
    '\n',
  );
}
