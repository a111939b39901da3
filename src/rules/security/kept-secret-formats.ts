import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import type { SecretLintRuleContext, SecretLintRuleCreator, SecretLintSourceCode } from '@secretlint/types';
import type { Localized } from '../../base/language.ts';

/** A secret that a rule of secretlint found in a text. */
export interface KeptFormatHit {
  /** Last part of the rule's name, such as `github`. */
  readonly provider: string;
  readonly secret: string;
  readonly index: number;
}

/**
 * Makes a function that gives what secretlint's rules find in a text. Its core is asynchronous for rules that read
 * files; those that only look at a text report before they return, so they can run in a walk. Times grow with the
 * square of a text at worst: give it pieces.
 */
export function createKeptFormats(): (text: string) => readonly KeptFormatHit[] {
  let hits: KeptFormatHit[] = [];
  let text = '';
  const scanners = scanning.map((creator) => {
    const provider = providerOf(creator);
    const report = (secret: string, from: number): void => {
      if (secret !== '') hits.push({ provider, secret, index: Math.max(text.indexOf(secret, from), 0) });
    };
    return creator.create(contextOf(report), optionsOf(provider));
  });
  return (given) => {
    text = given;
    hits = [];
    const source = sourceOf(given);
    for (const scanner of scanners) void scanner.file?.(source);
    return hits;
  };
}

/** What a message calls a hit of a provider, which an update of the library may have added. */
export function keptFormatName(provider: string): Localized | undefined {
  const name = names.get(provider);
  if (name) return { en: name, fr: /token$/.test(name) ? `Jeton ${bare(name)}` : `Clé ${bare(name)}` };
  if (!scanning.some((creator) => providerOf(creator) === provider)) return undefined;
  return { en: `Secret of ${provider}`, fr: `Secret de ${provider}` };
}

/**
 * Left out: what reads the disk, what lets comments of the text silence it, and what is found with more context here
 * (passwords in addresses, private keys).
 */
const leftOut = new Set(['gcp', 'filter-comments', 'basicauth', 'database-connection-string', 'privatekey']);

const scanning: readonly SecretLintRuleCreator[] = rules.filter((creator) => !leftOut.has(providerOf(creator)));

/** Account numbers open nothing, test keys no money. */
const harmlessMessages = /AccountID|_TEST_|TEST_KEY/;

const names: ReadonlyMap<string, string> = new Map([
  ['aws', 'AWS access key'],
  ['npm', 'npm token'],
  ['slack', 'Slack token'],
  ['openai', 'OpenAI key'],
  ['anthropic', 'Anthropic key'],
  ['groq', 'Groq key'],
  ['huggingface', 'Hugging Face token'],
  ['linear', 'Linear token'],
  ['notion', 'Notion token'],
  ['sendgrid', 'SendGrid key'],
  ['shopify', 'Shopify token'],
  ['github', 'GitHub token'],
  ['gitlab', 'GitLab token'],
  ['grafana', 'Grafana token'],
  ['1password', '1Password token'],
  ['hashicorp-vault', 'Vault token'],
  ['vercel', 'Vercel token'],
  ['databricks', 'Databricks token'],
  ['docker', 'Docker Hub token'],
  ['figma', 'Figma token'],
]);

function bare(name: string): string {
  return name.replace(/ (token|key)$/, '');
}

function providerOf({ meta }: SecretLintRuleCreator): string {
  return meta.id.slice(meta.id.lastIndexOf('secretlint-rule-') + 'secretlint-rule-'.length);
}

function optionsOf(provider: string): object {
  return provider === 'aws' ? { enableIDScanRule: true } : {};
}

/** The whole value goes through the message of a report, so the message never leaves this file. */
function contextOf(report: (secret: string, from: number) => void): SecretLintRuleContext {
  return {
    sharedOptions: {},
    createTranslator: () => (messageId, data) => ({
      message: firstText(data),
      messageId: String(messageId),
      data: data ?? {},
    }),
    report: ({ message: { message, messageId }, range }) => {
      if (!harmlessMessages.test(messageId) && !/^[rs]k_test_/.test(message)) report(message, range[0]);
    },
    ignore: () => undefined,
  };
}

function firstText(data: unknown): string {
  return Object.values(data ?? {}).find((value): value is string => typeof value === 'string') ?? '';
}

/** A text without a file: rules that go by a file's name see none, and find no path to read. */
function sourceOf(content: string): SecretLintSourceCode {
  const nowhere = { line: 1, column: 0 };
  return {
    hasBOM: false,
    content,
    filePath: undefined,
    physicalFilePath: undefined,
    contentType: 'text',
    ext: '',
    getFilePath: () => undefined,
    getPhysicalFilePath: () => undefined,
    locationToRange: () => [0, 0],
    rangeToLocation: () => ({ start: nowhere, end: nowhere }),
    positionToIndex: () => 0,
    indexToPosition: () => nowhere,
  };
}
