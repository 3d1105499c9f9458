import type { ReactNode } from 'react';
import './empty-state.css';

interface EmptyStateProps {
  readonly title: string;
  /** What belongs here, in a sentence or two. */
  readonly children: ReactNode;
  /** One button to begin, and perhaps a quieter one. */
  readonly buttons?: ReactNode;
  readonly icon?: ReactNode;
}

/** An empty screen teaches: what belongs here and how to begin. */
export function EmptyState({ title, children, buttons, icon }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon}
      <h2>{title}</h2>
      <div className="soft">{children}</div>
      {buttons ? <div className="row wrap">{buttons}</div> : null}
    </div>
  );
}
