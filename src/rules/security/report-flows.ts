import { z } from 'zod';
import type { Flow, SinkKind, SourceKind } from '../../dataflow/flow-analysis.ts';
import type { CostDrivers } from '../../findings/finding.ts';
import type { FlowContext } from '../define-rule.ts';

/** What a data-flow rule's message is made of: the source as written, its kind, and the sink's name. */
export type FlowData = {
  readonly source: string;
  readonly kind: SourceKind;
  readonly sink: string;
};

/** Options that every data-flow rule has. */
export const flowOptions = z.strictObject({
  trustLocalInput: z
    .boolean()
    .default(true)
    .describe('Trust the command line and the environment, which only someone on the machine can set.'),
});

export type FlowOptions = z.infer<typeof flowOptions>;

/** How messages call each kind of source. */
export const sourceNouns = {
  en: (kind: SourceKind): string => english[kind],
  fr: (kind: SourceKind): string => french[kind],
};

const english: Readonly<Record<SourceKind, string>> = {
  'http-request': 'request input',
  websocket: 'socket message',
  message: 'message',
  'uploaded-file': 'uploaded file',
  'archive-entry': 'archive entry',
  dom: 'page input',
  database: 'database content',
  'server-response': 'server response',
  'command-line': 'command-line argument',
  environment: 'environment variable',
};

const french: Readonly<Record<SourceKind, string>> = {
  'http-request': 'l’entrée de requête',
  websocket: 'le message de socket',
  message: 'le message',
  'uploaded-file': 'le fichier téléversé',
  'archive-entry': 'l’entrée d’archive',
  dom: 'l’entrée de page',
  database: 'le contenu de base',
  'server-response': 'la réponse du serveur',
  'command-line': 'l’argument de ligne de commande',
  environment: 'la variable d’environnement',
};

const localKinds = new Set<SourceKind>(['command-line', 'environment']);

/** Whether only someone on the machine can set what flows. */
export function isLocal(flow: Flow): boolean {
  return localKinds.has(flow.sourceKind);
}

/** Which flows a rule takes, and where it reports them. */
export interface FlowChoice {
  readonly from?: readonly SourceKind[];
  readonly notFrom?: readonly SourceKind[];
  /** Exposure of what the rule finds, where its sources tell. */
  readonly exposure?: CostDrivers['exposure'];
  /** Only sinks of such a name. */
  readonly sinks?: RegExp;
  /** Leaves sources of such names, as written, out. */
  readonly unlessNamed?: RegExp;
  /** Leaves flows out of which the rule knows better. */
  readonly unless?: (flow: Flow) => boolean;
  /** Reports the source rather than the sink: one finding for all that happens to one value. */
  readonly atSource?: boolean;
}

/** Reports each sink of some kinds once, with the way of the most exposed source that arrives there. */
export function reportFlows(
  context: FlowContext<FlowOptions, FlowData>,
  kinds: readonly SinkKind[],
  choice: FlowChoice = {},
): void {
  const { flows, options, report } = context;
  const bySink = new Map<Flow['sink'], Flow>();
  for (const flow of flows.into(...kinds)) {
    if ((options.trustLocalInput && isLocal(flow)) || !isChosen(flow, choice)) continue;
    const place = placeOf(flow, choice);
    const known = bySink.get(place);
    if (!known || rank(flow) > rank(known)) bySink.set(place, flow);
  }
  for (const flow of bySink.values()) {
    report(
      placeOf(flow, choice),
      { source: flow.sourceName, kind: flow.sourceKind, sink: flow.sinkName },
      {
        drivers: choice.exposure ? { exposure: choice.exposure } : driversOf(flow),
        related: flow.steps,
        followsData: true,
      },
    );
  }
}

function isChosen(flow: Flow, { from, notFrom, sinks, unlessNamed, unless }: FlowChoice): boolean {
  if (unless?.(flow)) return false;
  if (unlessNamed?.test(flow.sourceName)) return false;
  if (sinks && !sinks.test(flow.sinkName)) return false;
  return (from?.includes(flow.sourceKind) ?? true) && !notFrom?.includes(flow.sourceKind);
}

/** A source in another file than the sink is not this file's to report. */
function placeOf(flow: Flow, { atSource }: FlowChoice): Flow['sink'] {
  return atSource && flow.source.getSourceFile() === flow.sink.getSourceFile() ? flow.source : flow.sink;
}

function rank(flow: Flow): number {
  const exposure = flow.exposure === 'public' ? 2 : flow.exposure === 'authenticated' ? 1 : 0;
  return isLocal(flow) ? -1 : exposure;
}

function driversOf(flow: Flow): CostDrivers {
  return flow.exposure ? { exposure: flow.exposure } : {};
}
