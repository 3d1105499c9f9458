import { colours, colourWord } from '../../../shared/language/colour';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { KeptField } from './KeptField';

/** Areas use the colours differently, so each scheme says what they mean here. */
export function Colours() {
  const { scheme } = useScheme();
  const save = useAction('scheme', 'setColourMeaning', 'inline');
  return (
    <>
      <h2>What each colour means here</h2>
      <p className="soft">
        Shown where a colour is chosen, and printed. Letter, shape and word stay as they are, so that nobody depends on seeing the colour.
      </p>
      <ul className="scheme-colours">
        {colours.map((colour) => (
          <li key={colour}>
            <ColourBadge colour={colour} size={24} />
            <KeptField
              label={colourWord[colour]}
              value={scheme.colourMeanings[colour]}
              onSave={(meaning) => save.run({ colour, meaning })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
