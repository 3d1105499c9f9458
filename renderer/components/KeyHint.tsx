import { Fragment } from 'react';
import './button.css';

/** A key as it is printed on the keyboard. Not read out: whoever hears the screen gets the keys from the list under `?`. */
export function KeyHint({ children }: { readonly children: string }) {
  return (
    <kbd className="key-hint" aria-hidden>
      {children}
    </kbd>
  );
}

/** The keys of a screen in its bar: `[['↑', '↓', 'move'], ['F', 'filter']]`, the last of each being what they do. */
export function KeyHints({ hints }: { readonly hints: readonly (readonly string[])[] }) {
  return (
    <span className="key-hints" aria-hidden>
      {hints.map((hint) => (
        <Fragment key={hint.join(' ')}>
          {hint.slice(0, -1).map((name) => (
            <KeyHint key={name}>{name}</KeyHint>
          ))}
          {hint.at(-1)}
        </Fragment>
      ))}
    </span>
  );
}
