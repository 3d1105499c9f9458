import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';

/** Texts held on one person in which something still looks like a name, to be read by hand before they are sent. */
export function TextsToCheck({ caseId }: { readonly caseId: string }) {
  const texts = useVerb('exporting', 'textsToCheck', { caseId });
  return (
    <Fetched query={texts} what="the texts to check">
      {(rows) =>
        rows.length === 0 ? (
          <p role="status">No text holds a capitalised word that looks like another name. Read it through all the same.</p>
        ) : (
          <section aria-labelledby="texts-to-check">
            <h4 id="texts-to-check">{rows.length === 1 ? '1 text' : `${rows.length.toLocaleString('en-GB')} texts`} to check by hand</h4>
            <p className="soft">
              Something in each looks like a name that the scheme does not know. Where it is one, take it out of the answer.
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the window has to be scrolled by keyboard */}
            <ul className="texts-to-check" aria-labelledby="texts-to-check" tabIndex={0}>
              {rows.map(({ where, words, text }) => (
                <li key={`${where} ${text}`}>
                  <b>{words.join(', ')}</b> <span className="soft">{where}</span>
                  <p>{text}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Fetched>
  );
}
