import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { BrandMark } from '../../frame/BrandMark';
import './setup.css';

interface SetupFrameProps {
  readonly title: string;
  /** Beside the title, such as "Step 4 of 6". */
  readonly beside?: string;
  readonly under: string;
  readonly steps?: readonly {
    readonly id: string;
    readonly name: string;
    readonly detail: string;
    readonly state: 'done' | 'current' | 'to come';
  }[];
  readonly children: ReactNode;
  /** A sheet of paper or a picture at the right. */
  readonly aside?: ReactNode;
  readonly foot?: ReactNode;
}

/** The frame before a scheme is open: the steps at the left, one thing to do in the middle, the way on at the foot. */
export function SetupFrame({ title, beside, under, steps = [], children, aside, foot }: SetupFrameProps) {
  const work = useRef<HTMLElement>(null);
  const current = steps.find(({ state }) => state === 'current')?.id ?? title;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read out from its head, also when it follows another
  useEffect(() => {
    document.title = `${title} · Roundtable`;
    if (!work.current?.contains(document.activeElement)) work.current?.focus();
  }, [title, current]);
  return (
    <div className="frame">
      <nav className="rail" aria-label="Steps">
        <div className="brand">
          <BrandMark />
          <div>
            <b>Roundtable</b>
            <span>{under}</span>
          </div>
        </div>
        <ol className="setup-steps">
          {steps.map(({ id, name, detail, state }, index) => (
            <li key={id} className={state === 'current' ? 'current' : undefined} aria-current={state === 'current' ? 'step' : undefined}>
              <span className={`setup-number${state === 'done' ? ' done' : ''}`}>
                {state === 'done' ? <Check aria-label="Done" /> : index + 1}
              </span>
              <span>
                {name}
                <small className="cut">{detail}</small>
              </span>
            </li>
          ))}
        </ol>
      </nav>
      <header className="bar">
        <h1>{title}</h1>
        <div className="bar-beside">{beside}</div>
      </header>
      <main className={`work setup-work${aside ? ' with-aside' : ''}`} tabIndex={-1} ref={work}>
        <div className="setup-text">{children}</div>
        {aside ? <aside className="setup-aside">{aside}</aside> : null}
        {foot ? <footer className="setup-foot">{foot}</footer> : null}
      </main>
    </div>
  );
}
