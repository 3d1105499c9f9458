import { caseName } from '../../../../shared/language/case-name';
import type { CaseView } from '../../../../shared/views/case';
import { GraveDialog } from '../../../components/overlays/GraveDialog';

interface DeselectDialogProps {
  readonly of: CaseView;
  readonly rationale: string;
  readonly onSure: () => void;
  readonly onCancel: () => void;
}

/** Leaving the scheme is grave, so it is asked once. */
export function DeselectDialog({ of, rationale, onSure, onCancel }: DeselectDialogProps) {
  const name = caseName(of.fields.surname, of.fields.forenames);
  return (
    <GraveDialog
      title={`Deselect ${name}?`}
      no="Not now"
      yes="Record the deselection"
      isReady={rationale.trim() !== ''}
      onNo={onCancel}
      onYes={onSure}
    >
      <p>
        This person leaves the scheme with this conference. Police and probation decide it together; the minutes say who agreed, and why:
      </p>
      <p className="prose">
        {rationale.trim() === '' ? (
          <span className="late">No reason is written yet. Go back and write it beside the decision.</span>
        ) : (
          <q>{rationale}</q>
        )}
      </p>
      <p className="soft">Nothing is deleted: the record stays and can be found. {openWords(of.openActions.length)}</p>
    </GraveDialog>
  );
}

function openWords(count: number): string {
  if (count === 0) return 'No action is open.';
  return count === 1 ? 'One open action stays open until it is settled.' : `${count} open actions stay open until they are settled.`;
}
