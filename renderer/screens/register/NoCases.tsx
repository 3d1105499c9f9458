import { Users } from 'lucide-react';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useScheme } from '../../data/scheme';

interface NoCasesProps {
  readonly onImport: () => void;
  readonly onAdd: () => void;
}

/** The register before its first case. */
export function NoCases({ onImport, onAdd }: NoCasesProps) {
  const { may } = useScheme();
  if (!may('edit-cases')) {
    return (
      <EmptyState icon={<Users aria-hidden />} title="No case concerns your agency yet">
        Cases that concern your agency come into your copy of the scheme, and are listed here.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<Users aria-hidden />}
      title="Everyone the scheme works with will be listed here"
      buttons={
        <>
          <Button look="primary" onPress={onImport}>
            Import a spreadsheet…
          </Button>
          <Button onPress={onAdd}>Add a case</Button>
        </>
      }
    >
      <p>
        Most partnerships begin with the spreadsheet they have: Excel or CSV, one person a row, in whatever columns it has. You see what
        each column becomes and every problem before anything is recorded.
      </p>
    </EmptyState>
  );
}
