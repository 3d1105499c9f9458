import type { ReactNode } from 'react';
import './empty-state.css';

interface TroubleProps {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
  readonly buttons?: ReactNode;
}

/** An error told in full: what happened, what is safe, what to do next. */
export function Trouble({ title, happened, safe, next, buttons }: TroubleProps) {
  return (
    <section className="trouble" role="alert">
      <h2>{title}</h2>
      <dl>
        <dt>What happened</dt>
        <dd>{happened}</dd>
        <dt>What is safe</dt>
        <dd>{safe}</dd>
        <dt>What to do</dt>
        <dd>{next}</dd>
      </dl>
      {buttons ? <div className="row wrap">{buttons}</div> : null}
    </section>
  );
}
