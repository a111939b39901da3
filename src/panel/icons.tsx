import type { JSX } from 'preact';
import type { TriageClass } from './summary-types.ts';

/** A triage class as a shape, so that colour is never the only sign. */
export function TriageIcon({ of }: { of: TriageClass }): JSX.Element {
  return (
    <svg class={`icon triage-${of}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {shapes[of]}
    </svg>
  );
}

/** Points down, or up while what it belongs to is open. */
export function Chevron({ isOpen }: { isOpen: boolean }): JSX.Element {
  return (
    <svg class="icon chevron" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={isOpen ? 'M3.5 10.5 8 6l4.5 4.5' : 'M3.5 6 8 10.5 12.5 6'}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** A notice's level as a shape. */
export function LevelIcon({ level }: { level: 'info' | 'warning' | 'error' }): JSX.Element {
  return (
    <svg class={`icon level-${level}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {level === 'warning' ? (
        <path d="M8 2 15 14H1Z" fill="none" stroke="currentColor" stroke-width="1.2" stroke-linejoin="round" />
      ) : (
        <circle cx="8" cy="8" r="6.4" fill="none" stroke="currentColor" stroke-width="1.2" />
      )}
      {level === 'info' ? (
        <path d="M8 7v4.5M8 4.6v.1" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" />
      ) : (
        <path
          d={level === 'warning' ? 'M8 6.4v3.4M8 12v.1' : 'M8 4.4v4.4M8 11.4v.1'}
          stroke="currentColor"
          stroke-width="1.5"
          stroke-linecap="round"
        />
      )}
    </svg>
  );
}

const shapes: Readonly<Record<TriageClass, JSX.Element>> = {
  indispensable: (
    <>
      <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />
      <path d="M8 4.6v4.2M8 11.2v.1" class="icon-cut" stroke-width="1.6" stroke-linecap="round" />
    </>
  ),
  useful: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  incidental: <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2" />,
};
