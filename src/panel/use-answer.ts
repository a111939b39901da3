import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { PanelAnswer, PanelQuestion } from '../protocol/panel-messages.ts';
import { usePanel } from './panel-context.ts';

/** How long a control must rest before the server hears of it. */
export const restMs = 250;

type AnswerOf<Type extends PanelAnswer['type']> = Extract<PanelAnswer, { type: Type }>;

/** A line to the server for answers of one type. */
interface AnswerLine<Type extends PanelAnswer['type']> {
  /** The newest answer; the one before stays until it is there. */
  readonly answer: AnswerOf<Type> | undefined;
  readonly isWaiting: boolean;
  /** Asks with a fresh number; only the answer to the newest question counts. */
  readonly ask: (question: (number: number) => PanelQuestion) => void;
}

/** Opens the line of one part of the page. */
export function useAnswer<Type extends PanelAnswer['type']>(type: Type): AnswerLine<Type> {
  const { host } = usePanel();
  const newest = useRef(0);
  const [answer, setAnswer] = useState<AnswerOf<Type>>();
  const [isWaiting, setWaiting] = useState(false);
  useEffect(
    () =>
      host.listen((message) => {
        if (!isAnswerOf(message, type) || message.question !== newest.current) return;
        setAnswer(message);
        setWaiting(false);
      }),
    [host, type],
  );
  const ask = useCallback(
    (question: (number: number) => PanelQuestion) => {
      newest.current += 1;
      setWaiting(true);
      host.send(question(newest.current));
    },
    [host],
  );
  return { answer, isWaiting, ask };
}

/** Whether an element has come near the part of the page that is in sight; figures that nobody sees are not asked for. */
export function useSeen(): [place: { current: HTMLElement | null }, isSeen: boolean] {
  const place = useRef<HTMLElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current) return undefined;
    const observer = new IntersectionObserver((entries) => setSeen(entries.some((entry) => entry.isIntersecting)));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return [place, isSeen];
}

function isAnswerOf<Type extends PanelAnswer['type']>(
  message: { readonly type: string },
  type: Type,
): message is AnswerOf<Type> {
  return message.type === type;
}
