import ts from 'typescript';
import type { Call } from './machine.ts';
import { isSentAsHtml } from './sent-as-html.ts';
import type { SinkCondition } from './models/flow-models.ts';
import type { Taint, Value } from './value.ts';
import { elementOf, hole, nothing, openHole } from './value.ts';

const sqlText =
  /^[\s(]*(select\b[\s\S]*\bfrom\b|insert\s+(or\s+\w+\s+)?into\b|update\b[\s\S]*\bset\b|delete\s+from\b|(create|drop|alter|truncate)\s+\w+|with\b[\s\S]*\bas\s*\(|replace\s+into\b|merge\s+into\b|call\s+\w+|exec(ute)?\s+\w+)/i;
const shells = /(^|[\\/])(sh|bash|zsh|dash|ksh|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/i;

/** Whether a call is a sink in the way that its model asks for. */
export function isSinkActive(when: SinkCondition | undefined, argument: number | 'all', call: Call): boolean {
  const value = call.args[argument === 'all' ? 0 : argument] ?? nothing;
  switch (when) {
    case undefined:
      return true;
    case 'shell-option':
      return call.args.some((arg) => isOn(arg.fields.get('shell')));
    case 'shell-program':
      return isShell(call.args[0] ?? nothing) && isCommandFlag(call.args[1] ?? nothing);
    case 'sql-text':
      return isSqlText(value);
    case 'free-host':
    case 'free-target':
    case 'markup':
    case 'loading-element':
      return true;
    case 'fetched-host':
      return isFetchedNear(call);
    case 'html-type':
      return isSentAsHtml(call.node);
    case 'html-header':
      return /text\/html/.test(call.node.getText());
    case 'html-property':
      return textIn(call.args[1], /^(innerHTML|outerHTML|srcdoc)$/);
    case 'printed-text':
    case 'view-data':
      return true;
    case 'link-attribute':
      return call.args.slice(0, argument === 'all' ? 1 : argument).some((arg) => textIn(arg, linkAttribute));
    case 'plain-filter':
      return !['where', 'include', 'relations', 'attributes', 'data'].some((field) => value.fields.has(field));
    case 'xml-type':
      return call.args.length < 2 || (call.args[1]?.texts.some((text) => /xml/i.test(text)) ?? false);
    case 'formatted':
      return call.args.length > 1 && !value.texts.some((text) => text.startsWith(hole));
    case 'deep-copy':
      return call.args[0]?.texts.includes('true') ?? false;
    case 'function-text':
      return value.closures.length === 0;
    default:
      return isNamedConditionMet(when, call);
  }
}

/** Whether a text is one that its model waits for: what an attacker may put in must stand where it does harm. */
export function isTextActive(when: SinkCondition | undefined, value: Value): boolean {
  switch (when) {
    case 'free-host':
    case 'fetched-host':
      return value.texts.length === 0 || value.texts.some(hasFreeHost);
    case 'free-target':
    case 'link-attribute':
    case 'loading-element':
    case 'header location':
      return value.texts.length === 0 || value.texts.some(hasFreeTarget);
    case 'html-type':
    case 'printed-text':
      return value.texts.length > 0 || !value.taints.every(isWholeInput);
    case 'markup':
      return value.texts.length === 0 || value.texts.some((text) => text.startsWith(openHole) || /^\s*</.test(text));
    default:
      return true;
  }
}

/** Whether a taint is that of all parameters or the whole body: such an object is sent as JSON and printed with its line breaks escaped. */
function isWholeInput({ origin, trace }: Taint): boolean {
  return 'kind' in origin && trace === undefined && /\.(query|body|params|headers|cookies)$/.test(origin.name);
}

/** A `Request` asks for nothing until it is fetched; adapters and copies only make one. */
function isFetchedNear({ node }: Call): boolean {
  const around = ts.findAncestor(node.parent, (ancestor) => ts.isFunctionLike(ancestor) || ts.isSourceFile(ancestor));
  return /\bfetch\(/.test(around?.getText() ?? '');
}

const linkAttribute = /^(xlink:)?(href|src|action|formaction|data|srcdoc|codebase|on\w+)$/i;

function textIn(value: Value | undefined, pattern: RegExp): boolean {
  return value?.texts.some((text) => pattern.test(text)) ?? false;
}

function isNamedConditionMet(
  when: Exclude<SinkCondition, 'free-host'> &
    (`option ${string}` | `no option ${string}` | `header ${string}` | `@${string}`),
  call: Call,
): boolean {
  if (when.startsWith('no option ')) return !call.args.some((arg) => arg.fields.has(when.slice('no option '.length)));
  if (when.startsWith('header ')) {
    return call.args.some((arg) => arg.texts.some((text) => text.toLowerCase() === when.slice('header '.length)));
  }
  if (when.startsWith('@')) return call.args.some((arg) => holdsEntity(arg, when, 0));
  const name = when.slice('option '.length);
  return call.args.some((arg) => isOn(arg.fields.get(name)));
}

function holdsEntity(value: Value, type: string, depth: number): boolean {
  if (value.entities.includes(type)) return true;
  return depth < 4 && [...value.fields.values()].some((field) => holdsEntity(field, type, depth + 1));
}

/** Whether a value reads like an SQL statement. */
export function isSqlText(value: Value): boolean {
  const fields = [value, value.fields.get('sql') ?? nothing, value.fields.get('text') ?? nothing];
  return fields.some((field) => field.texts.some((text) => sqlText.test(text)));
}

function isOn(option: Value | undefined): boolean {
  return option !== undefined && !option.texts.every((text) => text === 'false');
}

function isShell(program: Value): boolean {
  return program.texts.some((text) => shells.test(text));
}

function isCommandFlag(list: Value): boolean {
  const flags = [...list.fields.values(), elementOf(list)];
  return flags.some((flag) => flag.texts.some((text) => /^(-\w*c|\/c|-command)$/i.test(text)));
}

/** Whether what is untrusted may decide the host of an address. */
function hasFreeHost(text: string): boolean {
  const at = text.indexOf(openHole);
  if (at < 0) return false;
  const head = text.slice(0, at);
  // A part that is not constant stands for a whole origin, or for the host behind `//`.
  if (head.startsWith(hole)) return /^\uFFFC:\/\/[^/?#]*$/.test(head);
  if (new RegExp(`^(\\w+:)?//${hole}`).test(head)) return false;
  return head === '' || /^(\w+:)?\/\/[^/?#]*$/.test(head) || /^\w+:\/?$/.test(head);
}

/** Whether what is untrusted may lead a browser elsewhere, to `//host` as well. */
function hasFreeTarget(text: string): boolean {
  return hasFreeHost(text) || /^[/\\]$/.test(text.slice(0, Math.max(text.indexOf(openHole), 0)));
}
