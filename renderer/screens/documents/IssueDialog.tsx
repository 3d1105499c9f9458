import { useState } from 'react';
import { caseName } from '../../../shared/language/case-name';
import { formatDayWithYear } from '../../../shared/language/dates';
import { documentKindName } from '../../../shared/language/document';
import { teamsOf } from '../../../shared/rules/teams';
import type { MeetingRow } from '../../../shared/views/agenda';
import type { DocumentRow } from '../../../shared/views/documents';
import type { RegisterRow } from '../../../shared/views/register';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { Dialog } from '../../components/overlays/Dialog';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { areasOf, emptyWish, type WishedKind, type WishForm, wishedKinds, wishOf } from './wish-form';

interface IssueDialogProps {
  readonly onClose: () => void;
  readonly onIssued: (document: DocumentRow) => void;
}

/** One document by itself: which, of what, for whom. */
export function IssueDialog({ onClose, onIssued }: IssueDialogProps) {
  const meetings = useVerb('meetings', 'list');
  const register = useVerb('register', 'list');
  const issue = useAction('documents', 'issue', 'inline');
  const issueMinutes = useAction('documents', 'issueAgencyMinutes', 'inline');
  const [form, setForm] = useState<WishForm>(emptyWish);
  const change = (part: Partial<WishForm>) => {
    setForm((before) => ({ ...before, ...part }));
    issue.clear();
  };
  const cases = (register.data ?? []).filter(({ state }) => state !== 'left');
  const wish = wishOf(form, cases);
  const isBusy = issue.isBusy || issueMinutes.isBusy;
  async function run() {
    if (wish === null) return;
    const done =
      wish.kind === 'minutes' ? await issueMinutes.run({ meetingId: wish.meetingId, agencyId: wish.agencyId }) : await issue.run(wish);
    if (done.ok) onIssued(done.value);
  }
  const problem = issue.problem ?? issueMinutes.problem;
  return (
    <Dialog
      title="Issue a document"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={wish === null || isBusy} onPress={() => void run()}>
            {isBusy ? 'Making it…' : 'Issue'}
          </Button>
        </>
      }
    >
      <div className="issue-form">
        <Select
          label="Document"
          choices={wishedKinds.map((kind) => ({ id: kind, name: kind === 'minutes' ? 'Minutes of one agency' : kindWords(kind) }))}
          value={form.kind}
          onChange={(kind) => change({ ...emptyWish, kind: kind as WishedKind })}
          autoFocus
        />
        <WishFields form={form} change={change} meetings={meetings.data ?? []} cases={cases} />
        {problem ? <p role="alert">{problem}</p> : null}
      </div>
    </Dialog>
  );
}

function kindWords(kind: Exclude<WishedKind, 'minutes'>): string {
  return kind === 'tasking-pack' ? 'Tasking pack of a team, an area or an officer' : documentKindName[kind];
}

interface WishFieldsProps {
  readonly form: WishForm;
  readonly change: (part: Partial<WishForm>) => void;
  readonly meetings: readonly MeetingRow[];
  readonly cases: readonly RegisterRow[];
}

function WishFields({ form, change, meetings, cases }: WishFieldsProps) {
  const { scheme } = useScheme();
  const { kind } = form;
  const agencies = scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name }) => ({ id, name }));
  const teams = form.agencyId === null ? [] : teamsOf(scheme.people, form.agencyId);
  const areas = areasOf(cases).map((name) => ({ id: name, name }));
  const needsClosed = kind === 'tasking-pack' || kind === 'minutes';
  const days = meetings
    .filter(({ state }) => !needsClosed || state === 'closed' || state === 'final')
    .map(({ id, title, heldOn }) => ({ id, name: `${heldOn === null ? 'No day' : formatDayWithYear(heldOn)}, ${title}` }));
  const everyone = { id: 'all', name: 'Core agencies: the full record' };
  return (
    <>
      {kind === 'case-summary' ? (
        <ComboBox
          label="Case"
          placeholder="Choose"
          choices={cases.map((row) => ({ id: row.id, name: caseName(row.surname, row.forenames), detail: row.crn || row.pnc }))}
          value={form.caseId}
          onChange={(caseId) => change({ caseId })}
        />
      ) : null}
      {kind === 'attendance-sheet' || needsClosed ? (
        <Select label="Conference" choices={days} value={form.meetingId} onChange={(meetingId) => change({ meetingId })} />
      ) : null}
      {kind === 'case-summary' || kind === 'action-list' || needsClosed ? (
        <Select
          label="For"
          choices={needsClosed ? agencies : [everyone, ...agencies]}
          value={form.agencyId}
          onChange={(agencyId) => change({ agencyId, team: null, personId: null })}
        />
      ) : null}
      {kind === 'tasking-pack' ? (
        <>
          <Select
            label="One team"
            choices={teams.map((name) => ({ id: name, name }))}
            value={form.team}
            onChange={(team) => change({ team, area: null, personId: null })}
            isDisabled={teams.length === 0}
            placeholder={form.agencyId !== null && teams.length === 0 ? 'Nobody of it has a team yet' : 'Choose the team'}
          />
          <Select
            label="Or one area"
            choices={areas}
            value={form.area}
            onChange={(area) => change({ area, team: null, personId: null })}
            placeholder="Choose the area"
          />
          <Select
            label="Or one officer"
            choices={scheme.people
              .filter((person) => person.agencyId === form.agencyId && !person.isWithdrawn)
              .map(({ id, name }) => ({ id, name }))}
            value={form.personId}
            onChange={(personId) => change({ personId, team: null, area: null })}
            isDisabled={form.agencyId === null}
          />
        </>
      ) : null}
      {kind === 'briefing' ? (
        <>
          <TextField label="For which team" value={form.readers} onChange={(readers) => change({ readers })} maxLength={200} />
          <Select label="About everybody in" choices={areas} value={form.area} onChange={(area) => change({ area })} />
          <Tick isOn={form.withPhotographs} onChange={(withPhotographs) => change({ withPhotographs })}>
            With the photographs that are on their cases
          </Tick>
          <p className="soft small">
            It says colour, risk, what helps and what harms. Needs, offences and what agencies said are left out: its readers are outside
            the scheme.
          </p>
        </>
      ) : null}
    </>
  );
}
