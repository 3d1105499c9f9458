import { FileSpreadsheet } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Trouble } from '../../components/Trouble';
import { problemWords } from './problem-words';

interface ChooseFileProps {
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onChoose: () => void;
  readonly onBack: () => void;
}

/** The first step: which file. */
export function ChooseFile({ problem, isBusy, onChoose, onBack }: ChooseFileProps) {
  const buttons = (
    <>
      <Button look="primary" onPress={onChoose} isDisabled={isBusy} autoFocus>
        {isBusy ? 'Reading the file…' : 'Choose a file…'}
      </Button>
      <Button onPress={onBack}>Back to the register</Button>
    </>
  );
  if (problem !== null)
    return (
      <Trouble
        title="This file could not be read"
        {...problemWords(problem)}
        safe="Nothing was imported, and neither the file nor the register was changed."
        buttons={buttons}
      />
    );
  return (
    <EmptyState icon={<FileSpreadsheet aria-hidden />} title="Choose the spreadsheet to import" buttons={buttons}>
      <p>
        Excel (.xlsx) or CSV with a row of headings: the cohort, one person a row; or people, agencies, services, actions, events or past
        colours. 20,000 rows take about half a minute, in which everybody goes on working.
      </p>
      <p>
        You then see what each column becomes, every problem with its cell, and each change field by field. Nothing is written to the
        register until you confirm, and all of it can be taken back afterwards.
      </p>
    </EmptyState>
  );
}
