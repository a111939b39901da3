import { useEffect, useState } from 'preact/hooks';
import type { PanelState } from '../protocol/panel-messages.ts';
import type { ProfileField, ProfileForm } from '../protocol/profile-form.ts';
import type { WorkspaceSummary } from '../protocol/summary.ts';
import { usePanel, useReader } from './panel-context.ts';
import { restMs, useAnswer } from './use-answer.ts';

type Answers = PanelState['profileAnswers'];

/** The form as it stands, and what the reader can do with it. */
export interface EditedProfile {
  readonly form: ProfileForm | undefined;
  /** What differs from the file and is not saved yet. */
  readonly answers: Answers;
  readonly isWaiting: boolean;
  readonly isSaved: boolean;
  readonly canSave: boolean;
  /** Why the server gave no answer. */
  readonly problem: string | undefined;
  readonly answer: (field: ProfileField, text: string) => void;
  readonly save: () => void;
  readonly discard: () => void;
}

/** Asks the server for the form while it is in sight, and again whenever an answer or the summary changes. */
export function useProfileForm(isSeen: boolean): EditedProfile {
  const { summary } = usePanel();
  const { state, update } = useReader();
  const answers = state.profileAnswers;
  const { answer: received, isWaiting, ask } = useAnswer('profile');
  const [form, setForm] = useState<ProfileForm>();
  const [saving, setSaving] = useState<Saving>();
  const isSaved = received?.isSaved === true && saving !== undefined;
  useEffect(() => {
    if (!isSeen || (isSaved && saving.summary === summary && saving.answers === answers)) return undefined;
    const timer = setTimeout(() => ask((question) => ({ type: 'askProfile', question, answers })), restMs);
    return () => clearTimeout(timer);
    // What was saved stays in sight until the figures that follow from it arrive.
  }, [ask, summary, isSeen, answers]);
  useEffect(() => {
    if (!received?.form) return;
    const { form: latest } = received;
    setForm((before) => ({ ...(before?.strongest && { strongest: before.strongest }), ...latest }));
    if (saving === undefined || saving.summary === summary) return;
    setSaving(undefined);
    update({ profileAnswers: without(answers, saving.answers) });
  }, [received]);
  return {
    form,
    answers,
    isWaiting,
    isSaved,
    canSave: !isWaiting && !isSaved && received?.form?.change !== undefined,
    problem: received?.problem,
    answer: (field, text) => update({ profileAnswers: withAnswer(answers, field, text) }),
    save: () => {
      setSaving({ answers, summary });
      ask((question) => ({ type: 'saveProfile', question, answers }));
    },
    discard: () => update({ profileAnswers: {} }),
  };
}

/** What was sent to be saved, and the figures before it. */
interface Saving {
  readonly answers: Answers;
  readonly summary: WorkspaceSummary;
}

function withAnswer(answers: Answers, { key, value }: ProfileField, text: string): Answers {
  const others = Object.entries(answers).filter(([name]) => name !== key);
  return Object.fromEntries(text === value ? others : [...others, [key, text]]);
}

function without(answers: Answers, saved: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key, answer]) => saved[key] !== answer));
}
