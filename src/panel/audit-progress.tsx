import type { JSX } from 'preact';

interface AuditProgressProps {
  readonly title: string;
  readonly text: string;
  /** 0 to 1; left out while unknown. */
  readonly share?: number;
}

/** How far a running audit is. */
export function AuditProgress({ title, text, share }: AuditProgressProps): JSX.Element {
  return (
    <div class="audit-progress">
      <progress aria-label={title} max={1} {...(share !== undefined && { value: share })} />
      <p role="status">{text}</p>
    </div>
  );
}
