import { useState } from 'react';
import { counted } from '../../../../shared/language/counted';
import { formatDayWithYear } from '../../../../shared/language/dates';
import { teamsOf } from '../../../../shared/rules/teams';
import type { ManagersDay } from '../../../../shared/views/day';
import type { DocumentRow } from '../../../../shared/views/documents';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/fields/Select';
import { useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { usePrint } from '../../documents/use-print';
import { packPart, partsOf } from './pack-part';

/** Prints a pack of the last conference by agency, team, area or officer. One that is issued is printed as it is; else it is issued first. */
export function PrintPack({ day: { areas, lastConference } }: { readonly day: ManagersDay }) {
  const { scheme, agencyOf, may } = useScheme();
  const documents = useVerb('documents', 'list');
  const issue = useAction('documents', 'issue', 'inline');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [part, setPart] = useState('whole');
  const { isPrinting, print } = usePrint();
  if (lastConference === null || !may('issue-packs')) return null;
  const agencies = scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name }) => ({ id, name }));
  const officers = scheme.people.filter((person) => person.agencyId === agencyId && !person.isWithdrawn);
  const chosen = packPart(part, officers);
  const known = (documents.data ?? []).find(
    ({ kind, meetingId, agencyId: reader, scope, isLatest, isHere }) =>
      kind === 'tasking-pack' && meetingId === lastConference.id && reader === agencyId && scope === chosen.scope && isLatest && isHere,
  );
  async function onPrint() {
    if (agencyId === null || lastConference === null) return;
    const document = known ?? (await issued(agencyId, lastConference.id));
    if (document) await print(document.id);
  }
  async function issued(reader: string, meetingId: string): Promise<DocumentRow | null> {
    const { area, team, personId } = chosen;
    const done = await issue.run({ kind: 'tasking-pack', meetingId, agencyId: reader, area, team, personId });
    return done.ok ? done.value : null;
  }
  return (
    <section className="today-print" aria-label="Print a pack">
      <h2 className="part-head">Print a pack</h2>
      <div className="today-print-fields">
        <Select
          label="Agency"
          choices={agencies}
          value={agencyId}
          onChange={(id) => {
            setAgencyId(id);
            setPart('whole');
            issue.clear();
          }}
          placeholder="Choose the agency"
        />
        <Select
          label="All of it, a team, an area or an officer"
          choices={partsOf(agencyId === null ? [] : teamsOf(scheme.people, agencyId), areas, officers)}
          value={part}
          onChange={(id) => {
            setPart(id);
            issue.clear();
          }}
          isDisabled={agencyId === null}
        />
        <Button onPress={() => void onPrint()} isDisabled={agencyId === null || issue.isBusy || isPrinting || !documents.data}>
          {issue.isBusy ? 'Making it…' : isPrinting ? 'Printing…' : known || agencyId === null ? 'Print…' : 'Issue and print…'}
        </Button>
      </div>
      {issue.problem ? (
        <p role="alert" className="late">
          {issue.problem}
        </p>
      ) : (
        <p className="soft small">
          From the conference of {lastConference.heldOn === null ? 'no day' : formatDayWithYear(lastConference.heldOn)}.{' '}
          {known
            ? `Issued as ${known.number}${known.version > 1 ? `, version ${known.version}` : ''}, ${counted(known.pages, 'page')}.`
            : agencyId === null
              ? 'What is printed is the very document that stands in the ledger.'
              : `There is none for ${agencyOf(agencyId)?.name ?? 'this agency'} like this yet: it is issued, and then printed.`}
        </p>
      )}
    </section>
  );
}
