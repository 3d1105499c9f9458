import { Check } from 'lucide-react';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { ImportResult } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';

interface ImportedProps {
  readonly result: ImportResult;
  /** Rows that were shown as left out; 0 also where that is no longer known. */
  readonly leftOut: number;
  readonly fileName: string;
  readonly kind: ImportKind;
  readonly onRegister: () => void;
  readonly onAnother: () => void;
}

/** What was done, and where to go next. */
export function Imported({ result, leftOut, fileName, kind, onRegister, onAnother }: ImportedProps) {
  return (
    <EmptyState
      icon={<Check aria-hidden />}
      title={`${result.added.toLocaleString('en-GB')} added, ${result.updated.toLocaleString('en-GB')} updated`}
      buttons={
        <>
          <Button look="primary" onPress={onRegister} autoFocus>
            Open the register
          </Button>
          <Button onPress={onAnother}>Import another file</Button>
        </>
      }
    >
      <p>
        {result.leftAlone > 0
          ? `${result.leftAlone === 1 ? '1 row of' : `${result.leftAlone.toLocaleString('en-GB')} rows of`} ${fileName} ${result.leftAlone === 1 ? 'was' : 'were'} passed over, because somebody changed the same thing meanwhile. Import the file again to look at ${result.leftAlone === 1 ? 'it' : 'them'}.`
          : leftOut > 0
            ? `${leftOut === 1 ? '1 row of' : `${leftOut.toLocaleString('en-GB')} rows of`} ${fileName} ${leftOut === 1 ? 'was' : 'were'} left out, as shown before; the others were recorded.`
            : `Everything that was to be recorded from ${fileName} is recorded.`}{' '}
        Importing the same file again, once it has changed, updates {kind === 'cases' ? 'these people' : 'what is there'} and adds only{' '}
        {kind === 'cases' ? 'who' : 'what'} is new.
      </p>
    </EmptyState>
  );
}
