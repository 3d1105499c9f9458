import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { useScheme } from '../data/scheme';

export interface ScreenProps {
  readonly title: string;
  /** Where it belongs, before the title: a link back. */
  readonly under?: { readonly name: string; readonly path: string };
  /** Beside the title: a count, a state, key hints. */
  readonly beside?: ReactNode;
  /** At the right, before the marking: the screen's own buttons. */
  readonly buttons?: ReactNode;
  readonly children: ReactNode;
}

/** One screen inside the frame: the bar, with the protective marking on it, and the work surface below. */
export function Screen({ title, under, beside, buttons, children }: ScreenProps) {
  const { scheme } = useScheme();
  useEffect(() => {
    // The window's title shows in the task bar and on shared screens, so it never holds a person's name.
    document.title = `${under?.name ?? title} · ${scheme.brand}`;
  }, [title, under?.name, scheme.brand]);
  return (
    <>
      <header className="bar">
        {under ? (
          <Link href={under.path} className="bar-under">
            {under.name} <ChevronRight aria-hidden />
          </Link>
        ) : null}
        <h1 className="cut">{title}</h1>
        <div className="bar-beside">{beside}</div>
        <div className="bar-buttons">{buttons}</div>
        <span className="marking">{scheme.marking}</span>
      </header>
      <main className="work" id="work" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
