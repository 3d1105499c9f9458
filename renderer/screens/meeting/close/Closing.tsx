import { counted } from '../../../../shared/language/counted';
import type { ChairView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { KeyHint } from '../../../components/KeyHint';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/overlays/toasts';
import { useAction, useVerb } from '../../../data/queries';
import { useKeys } from '../../../keys/keys';
import { ClosingSummary } from './ClosingSummary';
import { closingSummary } from './closing-summary';
import { useConferenceItems } from './conference-items';
import { IssueDocuments } from './IssueDocuments';
import './close.css';

interface ClosingProps {
  readonly view: ChairView;
  /** Looks at one case again. */
  readonly onLook: (itemId: string) => void;
}

/** The end: what the conference did, closing it, and the papers that go out. */
export function Closing({ view, onLook }: ClosingProps) {
  const close = useAction('meetings', 'close');
  const actions = useVerb('actions', 'list', { state: 'all' });
  const items = useConferenceItems(view);
  const isOver = view.state === 'closed' || view.state === 'final';
  const onClose = async () => {
    const { ok, ...rest } = await close.run({ meetingId: view.meetingId });
    if (ok && 'value' in rest)
      showDone(`Closed. ${counted(rest.value.carried, 'open action goes', 'open actions go')} to the next conference.`);
  };
  useKeys('Closing', [{ keys: 'Ctrl+Enter', says: 'Close the conference', run: () => void onClose(), isOff: isOver || close.isBusy }]);
  const unheard = view.items.filter((item) => item.state === 'waiting').length;
  return (
    <>
      <div className="chair-stage">
        <div className="closing">
          <h2>{isOver ? 'What this conference did' : endWords(view)}</h2>
          {!isOver && unheard > 0 ? (
            <p className="soft">
              {unheard === 1 ? 'One case has' : `${unheard} cases have`} not been heard. They go to the next agenda, as the deferred ones
              do.
            </p>
          ) : null}
          <Fetched query={actions} what="the actions">
            {(rows) => <ClosingSummary summary={closingSummary(view, items, rows)} isOver={isOver} onLook={onLook} />}
          </Fetched>
          {isOver ? <IssueDocuments view={view} /> : null}
        </div>
      </div>
      {isOver ? null : (
        <footer className="chair-keys">
          <span className="soft grow">Closing carries what is open to the next conference and makes the minutes a draft.</span>
          <Button look="primary" onPress={() => void onClose()} isDisabled={close.isBusy}>
            {close.isBusy ? 'Closing…' : 'Close the conference'} <KeyHint>Ctrl Enter</KeyHint>
          </Button>
        </footer>
      )}
    </>
  );
}

function endWords({ items }: ChairView): string {
  if (items.some(({ state }) => state === 'waiting')) return 'Ending before every case was heard';
  return items.some(({ state }) => state === 'deferred') ? 'Every case is heard or deferred' : 'Every case has been heard';
}
