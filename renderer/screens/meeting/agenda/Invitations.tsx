import { CircleAlert, FolderDown, MailPlus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { AgencyInvitation, InvitationsView, SavedInvitations } from '../../../../shared/views/invitations';
import { Button } from '../../../components/Button';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/overlays/toasts';
import { useAction, useVerb } from '../../../data/queries';
import { isTypedInto, useKeys } from '../../../keys/keys';
import { CancelConference } from './CancelConference';
import { isOwed, owedIn, saveAllWords, stateWords, summaryWords } from './invitation-words';
import './invitations.css';

interface InvitationsProps {
  readonly meetingId: string;
  /** Whether it may still be called off: it has not begun. */
  readonly mayCancel: boolean;
  readonly onDone: () => void;
}

/** Each agency with its own time, what it was sent, and whether that is still right. */
export function Invitations({ meetingId, mayCancel, onDone }: InvitationsProps) {
  const query = useVerb('invitations', 'list', { meetingId });
  const [isCancelling, setCancelling] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // It opens by itself once the agenda is issued, and that takes a while: whoever types elsewhere by then goes on typing.
    if (!isTypedInto(document.activeElement ?? document.body)) head.current?.focus();
  }, []);
  useKeys('Invitations', [{ keys: 'Escape', says: 'Back to the timeline', run: onDone }]);
  return (
    <section className="invitations" aria-labelledby="invitations-head">
      <header>
        <div className="grow">
          <h2 id="invitations-head" ref={head} tabIndex={-1}>
            Invitations
          </h2>
          <p className="soft">
            An e-mail draft for each agency, with a calendar entry for its own time. Open a draft in your mail program and send it. Nobody
            who is discussed is named in it.
          </p>
        </div>
        <Button look="quiet" onPress={onDone}>
          Back to the timeline
        </Button>
      </header>
      <Fetched query={query} what="the invitations">
        {(view) => <Asked view={view} />}
      </Fetched>
      {mayCancel ? (
        <footer>
          <Button look="quiet" size="small" onPress={() => setCancelling(true)}>
            Cancel the conference…
          </Button>
        </footer>
      ) : null}
      {isCancelling ? <CancelConference meetingId={meetingId} onClose={() => setCancelling(false)} /> : null}
    </section>
  );
}

function Asked({ view }: { readonly view: InvitationsView }) {
  const save = useAction('invitations', 'save', 'inline');
  const saveAll = useAction('invitations', 'saveAll', 'inline');
  const [problems, setProblems] = useState<SavedInvitations['problems']>([]);
  const isBusy = save.isBusy || saveAll.isBusy;
  const owed = owedIn(view);
  const saveOne = async (agencyId: string, agencyName: string) => {
    const outcome = await save.run({ meetingId: view.meetingId, agencyId });
    if (!outcome.ok || outcome.value === null) return;
    setProblems((before) => before.filter((each) => each.agencyId !== agencyId));
    showDone(`The draft for ${agencyName} is saved.`);
  };
  const saveThem = async () => {
    const agencyIds = owed.length > 0 ? owed : view.agencies.map(({ agencyId }) => agencyId);
    const outcome = await saveAll.run({ meetingId: view.meetingId, agencyIds });
    if (!outcome.ok || outcome.value === null) return;
    const { saved, folder } = outcome.value;
    setProblems(outcome.value.problems);
    if (saved.length > 0) showDone(`${saved.length === 1 ? '1 draft is' : `${saved.length} drafts are`} saved in ${folder}.`);
  };
  if (view.agencies.length === 0)
    return (
      <p className="soft">
        {view.agendaVersion === 0 ? 'Issue the agenda first: the times come from it.' : 'Nobody was asked, so nobody has to be told.'}
      </p>
    );
  return (
    <>
      {view.isAgendaNewer ? (
        <p className="invitations-note" role="status">
          <CircleAlert aria-hidden /> The agenda was changed since it was issued. Issue it again first; these times are of the issued one.
        </p>
      ) : null}
      <div className="row wrap">
        <span className="grow">{summaryWords(view)}</span>
        <Button onPress={() => void saveThem()} isDisabled={isBusy}>
          <FolderDown aria-hidden /> {saveAll.isBusy ? 'Saving…' : saveAllWords(view)}
        </Button>
      </div>
      {[save.problem, saveAll.problem].map((words) => (words ? <Problem key={words} words={words} /> : null))}
      <ul className="invitations-list">
        {view.agencies.map((agency) => (
          <Line
            key={agency.agencyId}
            agency={agency}
            problem={problems.find(({ agencyId }) => agencyId === agency.agencyId)?.problem ?? null}
            isBusy={isBusy}
            onSave={() => void saveOne(agency.agencyId, agency.agencyName)}
          />
        ))}
      </ul>
    </>
  );
}

interface LineProps {
  readonly agency: AgencyInvitation;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onSave: () => void;
}

function Line({ agency, problem, isBusy, onSave }: LineProps) {
  const isCalledOff = agency.state === 'to-cancel' || agency.state === 'cancelled';
  return (
    <li>
      <span className={isCalledOff ? 'invitations-time struck' : 'invitations-time'}>
        {agency.stays.map(({ arrivesAt, leavesAt }) => (
          <span key={arrivesAt}>
            {arrivesAt}–{leavesAt}
          </span>
        ))}
      </span>
      <span className="grow">
        <b>
          <bdi>{agency.agencyName}</bdi>
        </b>
        {agency.isCore || agency.isRemote ? <span className="mute">{agency.isCore ? ' throughout' : ' by call'}</span> : null}
        <small className={isOwed(agency) && agency.last !== null ? 'late' : undefined}>{stateWords(agency)}</small>
        <small>
          {agency.recipients.length === 0 ? 'No e-mail address is known: choose one when you send it' : agency.recipients.join(', ')}
        </small>
        {problem ? <Problem words={problem} /> : null}
      </span>
      <Button look="quiet" size="small" isDisabled={isBusy} aria-label={`Save the draft for ${agency.agencyName}`} onPress={onSave}>
        <MailPlus aria-hidden /> Save
      </Button>
    </li>
  );
}

function Problem({ words }: { readonly words: string }) {
  return (
    <span className="invitations-note" role="alert">
      <CircleAlert aria-hidden /> {words}
    </span>
  );
}
