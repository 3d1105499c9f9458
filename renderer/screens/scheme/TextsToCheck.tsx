import { counted } from '../../../shared/language/counted';
import type { TextToCheck } from '../../../shared/views/exporting';
import { Tick } from '../../components/fields/Tick';

interface TextsToCheckProps {
  readonly rows: readonly TextToCheck[];
  /** Words that are left out. */
  readonly leaveOut: ReadonlySet<string>;
  readonly onChange: (words: string, isLeftOut: boolean) => void;
  readonly isRead: boolean;
  readonly onRead: (isRead: boolean) => void;
}

/** Texts held on one person in which something may still name another: each word is left out with a tick, and all of them are read before anything is saved. */
export function TextsToCheck({ rows, leaveOut, onChange, isRead, onRead }: TextsToCheckProps) {
  if (rows.length === 0) {
    return (
      <>
        <p role="status">Nothing in the texts looks like another’s name. Read the answer through all the same.</p>
        <Tick isOn={isRead} onChange={onRead}>
          I shall read it before it is sent
        </Tick>
      </>
    );
  }
  return (
    <section aria-labelledby="texts-to-check">
      <h4 id="texts-to-check">{counted(rows.length, 'text')} to read before it is saved</h4>
      <p className="soft">
        Something in each may name somebody: a name that the scheme does not know, a surname that is a word as well, an address, a number.
        Tick what does. It is then left out wherever it stands.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the window has to be scrolled by keyboard */}
      <ul className="texts-to-check" aria-labelledby="texts-to-check" tabIndex={0}>
        {rows.map(({ where, words, text }) => (
          <li key={`${where} ${text}`}>
            <div className="row wrap">
              {words.map((word) => (
                <Tick key={word} isOn={leaveOut.has(word)} onChange={(isOn) => onChange(word, isOn)}>
                  <span>
                    Leave out “<bdi>{word}</bdi>”
                  </span>
                </Tick>
              ))}
              <span className="soft small">{where}</span>
            </div>
            <p dir="auto">{text}</p>
          </li>
        ))}
      </ul>
      <Tick isOn={isRead} onChange={onRead}>
        <span>
          I have read {rows.length === 1 ? 'this text' : `these ${rows.length.toLocaleString('en-GB')} texts`}
          {leaveOut.size > 0 ? `; ${counted(leaveOut.size, 'name')} more ${leaveOut.size === 1 ? 'is' : 'are'} left out` : ''}
        </span>
      </Tick>
    </section>
  );
}
