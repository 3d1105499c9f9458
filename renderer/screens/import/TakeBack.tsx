import { counted } from '../../../shared/language/counted';
import type { ImportRow } from '../../../shared/views/importing';
import { Fetched } from '../../components/Loading';
import { GraveDialog } from '../../components/overlays/GraveDialog';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { undoWords } from './undo-words';

interface TakeBackProps {
  readonly row: ImportRow;
  readonly onClose: () => void;
}

/** What taking an import back would do, with what it would leave, before it is done. */
export function TakeBack({ row, onClose }: TakeBackProps) {
  const look = useVerb('importing', 'lookAtUndo', { id: row.id });
  const undo = useAction('importing', 'undo', 'inline');
  async function confirm() {
    const undone = await undo.run({ id: row.id });
    if (!undone.ok) return;
    showDone(`The import of ${row.fileName} is taken back`);
    onClose();
  }
  return (
    <GraveDialog
      title={`Take back ${row.fileName}?`}
      no="Leave it"
      yes={undo.isBusy ? 'Taking back…' : 'Take it back'}
      isReady={look.data !== undefined && !undo.isBusy}
      onNo={onClose}
      onYes={() => void confirm()}
    >
      <Fetched query={look} what="what would be taken back">
        {(view) => (
          <>
            <p>{undoWords(view)}</p>
            <p className="soft">Nothing is erased: the import and its taking back both stay in the audit trail.</p>
            {view.keptCount > 0 ? (
              <>
                <h3>{counted(view.keptCount, 'thing stays because it was', 'things stay because they were')} touched since</h3>
                <ul className="kept-list">
                  {[...new Map(view.kept.map((one) => [`${one.name} ${one.what}`, one]))].map(([key, { name, what }]) => (
                    <li key={key}>
                      <b>{name}</b>: {what}
                    </li>
                  ))}
                  {view.keptCount > view.kept.length ? (
                    <li>and {counted(view.keptCount - view.kept.length, 'thing', 'things')} more</li>
                  ) : null}
                </ul>
              </>
            ) : null}
          </>
        )}
      </Fetched>
      {undo.problem ? (
        <p className="late" role="alert">
          {undo.problem}
        </p>
      ) : null}
    </GraveDialog>
  );
}
