import { Check, Download } from 'lucide-react';
import { useRef, useState } from 'react';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';

interface RecoveryStepProps {
  readonly sheet: RecoverySheetView;
  readonly isSaved: boolean;
  readonly onSaved: () => void;
  readonly isChecked: boolean;
  readonly onChecked: () => void;
}

/** Save and print the sheet, then type one of its words back: the check is worth nothing if the words stand beside it. */
export function RecoveryStep({ sheet, isSaved, onSaved, isChecked, onChecked }: RecoveryStepProps) {
  const save = useAction('setup', 'saveRecoverySheet');
  const check = useAction('setup', 'checkWord', 'inline');
  const [word, setWord] = useState('');
  const [isWrong, setWrong] = useState(false);
  async function saveSheet() {
    const saved = await save.run();
    if (saved.ok && saved.value !== null) onSaved();
  }
  const latest = useRef('');
  async function tryWord(typed: string) {
    latest.current = typed;
    setWord(typed);
    setWrong(false);
    const expected = sheet.words[sheet.askFor - 1];
    if (expected === undefined || typed.trim().length < expected.length) return;
    const checked = await check.run({ word: typed });
    if (checked.ok && checked.value) onChecked();
    // Put right before the answer came: it is of what stood there before.
    else if (latest.current === typed) setWrong(true);
  }
  return (
    <>
      <h2 className="setup-title">Print your recovery sheet</h2>
      <p className="setup-lead">
        If you forget the passphrase, or this computer is lost, these eighteen words are the only way in. Nobody else holds a copy, and they
        cannot be reset.
      </p>
      <ol className="setup-doings">
        <li className="setup-doing">
          <span className={`setup-number large${isSaved ? ' done' : ''}`}>{isSaved ? <Check aria-label="Done" /> : 1}</span>
          <div>
            <b>Save it as a PDF and print it</b>
            <p>Then delete the PDF: a sheet on the same computer helps whoever takes the computer.</p>
          </div>
          <Button onPress={() => void saveSheet()} isDisabled={save.isBusy} {...(isSaved ? {} : { look: 'primary' as const })}>
            <Download aria-hidden /> {isSaved ? 'Save again…' : 'Save the sheet…'}
          </Button>
        </li>
        <li className="setup-doing">
          <span className={`setup-number large${isChecked ? ' done' : ''}`}>{isChecked ? <Check aria-label="Done" /> : 2}</span>
          <div>
            <b>Type one word back, from the paper</b>
            <p>So that we both know that the print can be read.</p>
            <div className="setup-word">
              <TextField
                label={`Word ${sheet.askFor}`}
                value={word}
                onChange={(typed) => void tryWord(typed)}
                isDisabled={!isSaved || isChecked}
                problem={isWrong ? 'That is not the word with this number.' : check.problem}
                {...(isChecked ? { hint: 'That is the word.' } : {})}
              />
            </div>
          </div>
        </li>
        <li className="setup-doing">
          <span className="setup-number large">3</span>
          <div>
            <b>Lock it away</b>
            <p>In the team’s safe, not with the computer. A second coordinator should know where.</p>
          </div>
        </li>
      </ol>
    </>
  );
}
