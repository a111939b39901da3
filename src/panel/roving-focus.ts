import { useState } from 'preact/hooks';

/** One tab stop for a list of controls; arrow keys, Home and End move inside. */
export interface RovingFocus {
  /** `tabIndex` of the control at `index`. */
  tabIndex(index: number): 0 | -1;
  /** For the element around the controls, which carry `data-roving`. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusCapture: (event: FocusEvent) => void;
}

/** Keeps which of `count` controls the Tab key reaches; `axis` says which arrow keys move. */
export function useRovingFocus(count: number, axis: 'vertical' | 'both' = 'vertical'): RovingFocus {
  const [wanted, setWanted] = useState(0);
  const current = Math.min(wanted, Math.max(0, count - 1));
  return {
    tabIndex: (index) => (index === current ? 0 : -1),
    onKeyDown: (event) => {
      const controls = controlsIn(event.currentTarget);
      const from = indexOfTarget(controls, event.target);
      const to = from < 0 ? undefined : destination(event.key, from, controls.length, axis);
      if (to === undefined) return;
      event.preventDefault();
      controls[to]?.focus();
    },
    onFocusCapture: (event) => {
      const index = indexOfTarget(controlsIn(event.currentTarget), event.target);
      if (index >= 0) setWanted(index);
    },
  };
}

function controlsIn(container: EventTarget | null): HTMLElement[] {
  return container instanceof HTMLElement ? [...container.querySelectorAll<HTMLElement>('[data-roving]')] : [];
}

function indexOfTarget(controls: readonly HTMLElement[], target: EventTarget | null): number {
  return controls.findIndex((control) => control === target);
}

function destination(key: string, from: number, count: number, axis: 'vertical' | 'both'): number | undefined {
  const isNext = key === 'ArrowDown' || (axis === 'both' && key === 'ArrowRight');
  const isPrevious = key === 'ArrowUp' || (axis === 'both' && key === 'ArrowLeft');
  if (isNext) return Math.min(from + 1, count - 1);
  if (isPrevious) return Math.max(from - 1, 0);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}
