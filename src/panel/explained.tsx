import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Chevron } from './icons.tsx';

interface ExplainedProps {
  /** What the reader sees first, normally a figure. */
  readonly label: ComponentChildren;
  readonly class?: string;
  /** What the figure is made of; drawn only when asked for. */
  readonly children: ComponentChildren;
}

/** A figure that opens: a button, and below it the explanation. */
export function Explained({ label, class: className = '', children }: ExplainedProps): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div class={`explained ${className}`}>
      <button
        type="button"
        class="explained-button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span class="explained-label">{label}</span>
        <Chevron isOpen={isOpen} />
      </button>
      <div id={id} class="explanation" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </div>
  );
}
