import { namePatterns } from '../audit/import/name-patterns.ts';
import { broaderCwe, standIns } from '../audit/import/weakness-table.ts';
import { weaknesses, type Weakness } from '../findings/weakness.ts';

/** `media/other-tools.md`: how `price FILE.sarif` finds the weakness class of another tool's rule. */
export function otherToolsPage(): string {
  const rows = Object.keys(weaknesses).map((name) => rowOf(name as Weakness));
  return `# Prices for other tools' results

\`cto-guardrails price FILE.sarif\` reads SARIF 2.1.0 of any tool and prices each result by its weakness class. The class is found in this order; the first that answers counts:

1. an advisory's id as the rule's id (\`CVE-…\`, \`GHSA-…\`, \`SNYK-JS-…\`): a vulnerable library;
2. the CWE numbers in tags, properties and relationships: the class that most of them fall into;
3. words in the rule's id and name;
4. the same words in its tags and description;
5. its severity alone. Such rules are named in the result, and their prices have grade D: orders of magnitude. A security severity from 9 stands for ${standIns.security.critical}, from 7 for ${standIns.security.high}, from 4 for ${standIns.security.medium}, below for ${standIns.security.low}; other errors for ${standIns.quality.error}, warnings for ${standIns.quality.warning}, notes for ${standIns.quality.note}.

Precision very-high, high, medium, low reads as 0.9, 0.7, 0.5, 0.3, and as 0.5 where a tool says nothing. A CVSS score stands in for a missing EPSS score, and the level for a missing CVSS score: error 8, warning 5.5, note 2.5.

| class | CWE | words |
| --- | --- | --- |
${rows.join('\n')}
`;
}

function rowOf(name: Weakness): string {
  const broader = [...broaderCwe].filter(([, weakness]) => weakness === name).map(([number]) => number);
  const numbers = [...new Set([...weaknesses[name].cwe, ...broader])].join(' ');
  const words = namePatterns
    .filter(({ weakness }) => weakness === name)
    .map(
      ({ pattern }) =>
        `\`${pattern.source
          .replace('(?<![a-z])(', '')
          .replace(/\)\(\?!\[a-z\]\)$/, '')
          .replaceAll('|', '\\|')}\``,
    );
  return `| ${name} | ${numbers} | ${words.join(' ')} |`;
}
