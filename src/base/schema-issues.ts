import { z } from 'zod';
import { frenchSchemaMessage } from './french-schema-messages.ts';
import { languages, type Language, type Localized } from './language.ts';

/** One thing that a schema refuses, and where it stands in the data. */
export interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly text: Localized;
}

/** What a schema refuses in data, in each language; zod words it from its own catalogues where the schema says nothing. */
export function schemaIssues(schema: z.ZodType, data: unknown): readonly SchemaIssue[] {
  const catalogues = { en: z.locales.en().localeError, fr: z.locales.fr().localeError };
  const issuesIn = (language: Language): readonly z.core.$ZodIssue[] =>
    schema.safeParse(data, { error: catalogues[language] }).error?.issues.flatMap(unfold) ?? [];
  const byLanguage = new Map(languages.map((language) => [language, issuesIn(language)]));
  return issuesIn('en').map((issue, index) => ({
    path: issue.path,
    text: { en: issue.message, fr: frenchText(issue.message, byLanguage.get('fr')?.[index]?.message) },
  }));
}

/** Our own wording wins over the catalogue's, which speaks of types; it is the same in both runs. */
function frenchText(english: string, fromCatalogue: string | undefined): string {
  return frenchSchemaMessage(english) ?? fromCatalogue ?? english;
}

/** A union's issue says only “invalid input”; the branch that came nearest says what is wrong. */
function unfold(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const deepest = [...issue.errors].sort((a, b) => depthOf(b) - depthOf(a))[0] ?? [];
  return deepest.length === 0
    ? [issue]
    : deepest.flatMap(unfold).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length + (issue.code === 'invalid_type' ? 0 : 1)));
}
