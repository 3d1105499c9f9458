import { useState } from 'react';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { KeyHint } from '../../components/KeyHint';
import { useAction } from '../../data/queries';
import { emptyDraft, missingIn, type NewSchemeDraft, type SetupStep, setupSteps, stepName, toSend } from './new-scheme';
import { PassphraseStep } from './PassphraseStep';
import { ReadyStep } from './ReadyStep';
import { RecoveryStep } from './RecoveryStep';
import { SchemeStep } from './SchemeStep';
import { SetupFrame } from './SetupFrame';
import { SheetPaper } from './SheetPaper';
import { YouStep } from './YouStep';

interface NewSchemeProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** Setting up a scheme, step by step. Nothing is on disk before the last. */
export function NewScheme({ onOpened, onBack }: NewSchemeProps) {
  const [step, setStep] = useState<SetupStep>('scheme');
  const [draft, setDraft] = useState<NewSchemeDraft>(emptyDraft);
  const [sheet, setSheet] = useState<RecoverySheetView | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [isChecked, setChecked] = useState(false);
  const begin = useAction('setup', 'begin', 'inline');
  const finish = useAction('setup', 'finish', 'inline');
  const abandon = useAction('setup', 'abandon', 'inline');
  const change = (part: Partial<NewSchemeDraft>) => setDraft((before) => ({ ...before, ...part }));
  const index = setupSteps.indexOf(step);
  const missing =
    step === 'sheet'
      ? isChecked
        ? null
        : 'You cannot go on without it: a scheme that nobody can open helps no one.'
      : missingIn(step, draft);

  async function next() {
    // A second Enter before the answer would make a second sheet under the one that is shown.
    if (missing || begin.isBusy || finish.isBusy) return;
    if (step === 'ready') {
      const made = await finish.run({ useKeychain: false });
      if (made.ok && made.value.ok) onOpened();
      return;
    }
    if (step === 'passphrase') {
      // A new passphrase or name makes a new sheet, so the old one counts for nothing.
      const begun = await begin.run(toSend(draft));
      if (!begun.ok) return;
      setSheet(begun.value);
      setSaved(false);
      setChecked(false);
    }
    setStep(setupSteps[index + 1] as SetupStep);
  }
  function back() {
    if (step !== 'scheme') return setStep(setupSteps[index - 1] as SetupStep);
    void abandon.run();
    onBack();
  }

  return (
    <SetupFrame
      title="Set up Roundtable"
      beside={`Step ${index + 1} of ${setupSteps.length}`}
      under="Setting up"
      steps={setupSteps.map((id, place) => ({
        id,
        name: stepName[id],
        detail: detailOf(id, draft, place < index),
        state: place < index ? 'done' : place === index ? 'current' : 'to come',
      }))}
      aside={step === 'sheet' && sheet ? <SheetPaper sheet={sheet} brand={draft.brand} /> : undefined}
      foot={
        <>
          <Button onPress={back}>Back</Button>
          <span className="small soft grow" role="status">
            {begin.problem ?? finish.problem ?? missing}
          </span>
          <Button look="primary" onPress={() => void next()} isDisabled={missing !== null || begin.isBusy || finish.isBusy}>
            {step === 'ready' ? 'Open the scheme' : `Next: ${stepName[setupSteps[index + 1] as SetupStep].toLowerCase()}`}{' '}
            <KeyHint>Enter</KeyHint>
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => event.preventDefault()}
        // Not left to the browser: it would press a button unseen, which counts as a screen reader's press, and then the
        // first field of the next step waits with taking the focus until it is too late.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          void next();
        }}
      >
        {step === 'scheme' ? <SchemeStep draft={draft} onChange={change} /> : null}
        {step === 'you' ? <YouStep draft={draft} onChange={change} /> : null}
        {step === 'passphrase' ? <PassphraseStep draft={draft} onChange={change} onDone={() => void next()} /> : null}
        {step === 'sheet' && sheet ? (
          <RecoveryStep
            sheet={sheet}
            isSaved={isSaved}
            onSaved={() => setSaved(true)}
            isChecked={isChecked}
            onChecked={() => setChecked(true)}
          />
        ) : null}
        {step === 'ready' ? <ReadyStep draft={draft} /> : null}
      </form>
    </SetupFrame>
  );
}

function detailOf(step: SetupStep, draft: NewSchemeDraft, isDone: boolean): string {
  switch (step) {
    case 'begin':
      return 'A new scheme';
    case 'scheme':
      return draft.brand || 'Its name and agencies';
    case 'you':
      return draft.yourName || 'The first coordinator';
    case 'passphrase':
      return missingIn('passphrase', draft) === null ? 'Chosen' : 'Opens it on this computer';
    case 'sheet':
      return isDone ? 'Saved and read back' : 'Print, then type one word';
    case 'ready':
      return 'Then import your cohort';
  }
}
