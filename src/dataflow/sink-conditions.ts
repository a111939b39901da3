import type { Call } from './machine.ts';
import type { SinkCondition } from './models/flow-models.ts';
import type { Value } from './value.ts';
import { elementOf, hole, nothing } from './value.ts';

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
      return value.texts.length === 0 || value.texts.some(hasFreeHost);
    case 'free-target':
      return value.texts.length === 0 || value.texts.some(hasFreeTarget);
  }
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

/** Whether what is not constant may decide the host of an address. */
function hasFreeHost(text: string): boolean {
  const at = text.indexOf(hole);
  if (at < 0) return false;
  const head = text.slice(0, at);
  return !/^(\w+:)?\/\/[^/?#]+[/?#]/.test(head) && !/^\/[^/\\]/.test(head);
}

function hasFreeTarget(text: string): boolean {
  const head = text.slice(0, Math.max(text.indexOf(hole), 0));
  return text.includes(hole) && hasFreeHost(text) && !/^[^/\\:]*[?#]/.test(head) && !/^\.{0,2}\/[^/\\]/.test(head);
}
