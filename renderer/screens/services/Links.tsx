import { useState } from 'react';
import { Link } from 'wouter';
import { counted } from '../../../shared/language/counted';
import { formatDayNear } from '../../../shared/language/dates';
import type { LinkRow } from '../../../shared/views/services';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { FormButtons } from '../../components/fields/FormButtons';
import { Segmented } from '../../components/fields/Segmented';
import { TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { useOneOpen } from '../../components/overlays/one-open';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import '../../components/lists/plain-rows.css';

/** Each agency that does not attend, who carries messages to it, and about whom (CAM R12). */
export function Links() {
  const links = useVerb('services', 'links');
  return (
    <Fetched query={links} what="the link workers">
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title="Every agency attends">
            An agency that does not attend has someone in the scheme who carries messages to it. Say so under Scheme, Agencies, and its
            cases are listed here.
          </EmptyState>
        ) : (
          rows.map((row) => <Agency key={row.agencyId} row={row} />)
        )
      }
    </Fetched>
  );
}

function Agency({ row }: { readonly row: LinkRow }) {
  const { agencyOf, personOf, today, may } = useScheme();
  const { open, toggle, close } = useOneOpen();
  const agency = agencyOf(row.agencyId);
  const link = personOf(row.linkPersonId);
  return (
    <section aria-label={agency?.name ?? 'An agency'}>
      <div className="week-head">
        <AgencyCode agency={agency} />
        <h2>{agency?.name}</h2>
        {link ? <span className="soft">Link worker: {link.name}</span> : <LateFlag>No link worker named</LateFlag>}
        <span className="mute small">{counted(row.cases.length, 'case')}</span>
      </div>
      <ul className="plain-rows">
        {row.cases.map(({ caseId, caseName, why, openActions, lastCarriedOn, lastMessage }) => (
          <li key={caseId} className="stance">
            <div className="row wrap">
              <b className="grow" dir="auto">
                <Link href={paths.case(caseId)}>{caseName}</Link>
              </b>
              <span className="soft small">
                {why}
                {openActions > 0 ? `, ${counted(openActions, 'open action')}` : ''}
              </span>
              {may('edit-cases') ? (
                <Button size="small" look="quiet" onPress={() => toggle(caseId)} aria-label={`Message: ${caseName}`}>
                  Message…
                </Button>
              ) : null}
            </div>
            <p className="small mute" dir="auto">
              {lastCarriedOn ? `${formatDayNear(lastCarriedOn, today)}: ${lastMessage}` : 'Nothing carried yet'}
            </p>
            {open === caseId ? <Carry caseId={caseId} agencyId={row.agencyId} onClose={() => close(caseId)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface CarryProps {
  readonly caseId: string;
  readonly agencyId: string;
  readonly onClose: () => void;
}

function Carry({ caseId, agencyId, onClose }: CarryProps) {
  const carry = useAction('services', 'carry', 'inline');
  const [way, setWay] = useState<'to' | 'from'>('to');
  const [text, setText] = useState('');
  const save = async () => {
    if (text.trim() === '') return;
    const done = await carry.run({ caseId, agencyId, isFromAgency: way === 'from', text });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <Segmented
        label="Which way"
        isBoxed
        value={way}
        onChange={setWay}
        choices={[
          { id: 'to', name: 'To the agency' },
          { id: 'from', name: 'From the agency' },
        ]}
      />
      <TextField
        label="What was said"
        value={text}
        onChange={setText}
        autoFocus
        onEnter={() => void save()}
        onEscape={onClose}
        problem={carry.problem}
      />
      <FormButtons save="Record" onSave={() => void save()} isDisabled={carry.isBusy || text.trim() === ''} onCancel={onClose} />
    </div>
  );
}
