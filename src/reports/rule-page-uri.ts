/** Address of a rule's page as the npm package of exactly this version ships it. */
export function rulePageUri(rule: string, version: string): string {
  const page = rule.split('/').map(encodeURIComponent).join('/');
  return `https://unpkg.com/cto-guardrails@${encodeURIComponent(version)}/media/rules/${page}.md`;
}
