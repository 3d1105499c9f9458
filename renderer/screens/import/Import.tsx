import { useState } from 'react';
import { useLocation } from 'wouter';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { AnyTarget, ImportPlan, ImportResult, ImportSource, ImportUnderWay } from '../../../shared/views/importing';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { ChooseFile } from './ChooseFile';
import { Imported } from './Imported';
import { MapColumns } from './MapColumns';
import { PastImports } from './PastImports';
import { ReviewPlan } from './ReviewPlan';
import { SavedMappings } from './SavedMappings';
import { guesses, targetsAgain } from './targets';
import { UnderWay } from './UnderWay';
import './import.css';

type Step =
  | { readonly at: 'choose'; readonly problem: string | null }
  | { readonly at: 'columns'; readonly source: ImportSource; readonly targets: readonly AnyTarget[]; readonly problem: string | null }
  | { readonly at: 'plan'; readonly source: ImportSource; readonly targets: readonly AnyTarget[]; readonly plan: ImportPlan }
  | {
      readonly at: 'done';
      readonly result: ImportResult;
      readonly leftOut: number;
      readonly fileName: string;
      readonly kind: ImportKind;
    };

const words: Readonly<Record<Step['at'], string>> = {
  choose: 'Step 1 of 3: choose the file',
  columns: 'Step 2 of 3: what each column becomes',
  plan: 'Step 3 of 3: look at what would change',
  done: 'Done',
};

/** From a spreadsheet to the register, in three steps. Nothing is written before the last is confirmed. */
export default function Import() {
  const [, navigate] = useLocation();
  const [step, setStep] = useState<Step>({ at: 'choose', problem: null });
  const choose = useAction('importing', 'choose', 'inline');
  const reread = useAction('importing', 'reread', 'inline');
  const plan = useAction('importing', 'plan', 'inline');
  const confirm = useAction('importing', 'confirm', 'inline');
  const goOn = useAction('importing', 'goOn', 'inline');
  const undo = useAction('importing', 'undo', 'inline');
  const cancel = useAction('importing', 'cancel');
  const underWay = useVerb('importing', 'underWay');

  const onChoose = async () => {
    const chosen = await choose.run();
    if (!chosen.ok) return setStep({ at: 'choose', problem: chosen.problem });
    if (chosen.value === null) return;
    if ('problem' in chosen.value) return setStep({ at: 'choose', problem: chosen.value.problem });
    setStep({ at: 'columns', source: chosen.value, targets: guesses(chosen.value.columns), problem: null });
  };
  const onGiveUp = async (token: string) => {
    await cancel.run({ token });
    setStep({ at: 'choose', problem: null });
  };

  const onEnded = (result: ImportResult, { fileName, kind }: Pick<ImportUnderWay, 'fileName' | 'kind'>, leftOut = 0) => {
    if (!result.isTakenBack) return setStep({ at: 'done', result, leftOut, fileName, kind });
    setStep({ at: 'choose', problem: null });
  };

  const body = () => {
    const work = underWay.data;
    if (work) {
      return (
        <UnderWay
          work={work}
          problem={goOn.problem ?? undo.problem ?? confirm.problem}
          isBusy={goOn.isBusy || undo.isBusy}
          onGoOn={async () => {
            const done = await goOn.run();
            if (done.ok) onEnded(done.value, work);
          }}
          onTakeBack={async () => {
            const done = await undo.run({ id: work.id });
            if (done.ok) showDone(`The import of ${work.fileName} is taken back`);
          }}
        />
      );
    }
    switch (step.at) {
      case 'choose':
        return (
          <>
            <ChooseFile
              problem={step.problem}
              isBusy={choose.isBusy}
              onChoose={() => void onChoose()}
              onBack={() => navigate(paths.register())}
            />
            <SavedMappings />
            <PastImports />
          </>
        );
      case 'columns':
        return (
          <MapColumns
            source={step.source}
            targets={step.targets}
            problem={step.problem ?? reread.problem ?? plan.problem}
            isBusy={reread.isBusy || plan.isBusy}
            onTargets={(targets) => setStep({ ...step, targets })}
            onReread={async (sheet, headingRow, kind, isHiddenLeftOut) => {
              const read = await reread.run({ token: step.source.token, sheet, headingRow, kind, isHiddenLeftOut });
              if (!read.ok) return;
              if ('problem' in read.value) return setStep({ ...step, problem: read.value.problem });
              setStep({ at: 'columns', source: read.value, targets: targetsAgain(step.source, step.targets, read.value), problem: null });
            }}
            onBack={() => void onGiveUp(step.source.token)}
            onNext={async () => {
              const planned = await plan.run({ token: step.source.token, columns: [...step.targets] });
              if (planned.ok) setStep({ at: 'plan', source: step.source, targets: step.targets, plan: planned.value });
            }}
          />
        );
      case 'plan':
        return (
          <ReviewPlan
            plan={step.plan}
            source={step.source}
            problem={confirm.problem}
            isBusy={confirm.isBusy}
            onBack={() => setStep({ at: 'columns', source: step.source, targets: step.targets, problem: null })}
            onConfirm={async () => {
              const done = await confirm.run({ token: step.plan.token });
              const { leftOut, duplicate } = step.plan.counts;
              if (done.ok) onEnded(done.value, step.source, leftOut + duplicate);
            }}
          />
        );
      case 'done':
        return (
          <Imported
            result={step.result}
            leftOut={step.leftOut}
            fileName={step.fileName}
            kind={step.kind}
            onRegister={() => navigate(paths.register())}
            onAnother={() => setStep({ at: 'choose', problem: null })}
          />
        );
    }
  };
  return (
    <Screen
      title="Import"
      under={{ name: 'Register', path: paths.register() }}
      beside={underWay.data ? (underWay.data.isAtWork ? 'Under way' : 'Cut short') : words[step.at]}
    >
      {body()}
    </Screen>
  );
}
