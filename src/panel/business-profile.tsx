import type { JSX } from 'preact';
import { useId } from 'preact/hooks';
import type { ProfileField } from '../protocol/profile-form.ts';
import { usePanel } from './panel-context.ts';
import { ProfileChanges } from './profile-changes.tsx';
import { StrongInputs } from './strong-inputs.tsx';
import { useSeen } from './use-answer.ts';
import { useProfileForm } from './use-profile-form.ts';

/** The five questions that every figure rests on, and what other answers would change before they are saved. */
export function BusinessProfile(): JSX.Element {
  const { texts } = usePanel();
  const [place, isSeen] = useSeen();
  const profile = useProfileForm(isSeen);
  const { form, answers, problem, isWaiting } = profile;
  const isEdited = Object.keys(answers).length > 0;
  return (
    <section ref={place} aria-labelledby="profile-title">
      <h2 id="profile-title" tabIndex={-1}>
        {texts.profile.title}
      </h2>
      <p class="soft">{texts.profile.hint}</p>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {form === undefined && <p class="soft">{isWaiting ? texts.waiting : ''}</p>}
      {form !== undefined && (
        <form
          class="profile-form"
          onSubmit={(event) => {
            event.preventDefault();
            if (profile.canSave) profile.save();
          }}
        >
          <div class="profile-fields">
            {form.fields.map((field) => (
              <Question
                key={field.key}
                field={field}
                answer={answers[field.key] ?? field.value}
                onAnswer={(answer) => profile.answer(field, answer)}
              />
            ))}
          </div>
          <ProfileChanges profile={profile} />
          <StrongInputs inputs={form.strongest ?? []} />
          {isEdited && (
            <div class="page-actions">
              <button type="submit" class="primary" aria-disabled={!profile.canSave}>
                {texts.profile.save}
              </button>
              <button type="button" class="secondary" onClick={profile.discard}>
                {texts.profile.discard}
              </button>
            </div>
          )}
        </form>
      )}
    </section>
  );
}

interface QuestionProps {
  readonly field: ProfileField;
  readonly answer: string;
  readonly onAnswer: (answer: string) => void;
}

function Question({ field, answer, onAnswer }: QuestionProps): JSX.Element {
  const id = useId();
  const { label, note, problem } = field;
  const described = {
    id,
    value: answer,
    'aria-describedby': `${id}-note`,
    'aria-invalid': problem !== undefined,
  };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {field.choices ? (
        <select {...described} onChange={({ currentTarget }) => onAnswer(currentTarget.value)}>
          {field.choices.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...described}
          type="text"
          inputMode={field.key === 'currency' ? 'text' : 'decimal'}
          autocomplete="off"
          spellcheck={false}
          onInput={({ currentTarget }) => onAnswer(currentTarget.value)}
        />
      )}
      <span id={`${id}-note`} class="field-note">
        {problem === undefined ? note : <strong class="level-error">{problem}</strong>}
      </span>
    </div>
  );
}
