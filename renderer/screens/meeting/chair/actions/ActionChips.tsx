import { CalendarDays, User } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { actionKindName, actionKinds, actionPriorities } from '../../../../../shared/language/action';
import { dueWords, formatDayNear } from '../../../../../shared/language/dates';
import { AgencyCode } from '../../../../components/AgencyCode';
import { DateField } from '../../../../components/fields/DateField';
import { Segmented } from '../../../../components/fields/Segmented';
import { Popover } from '../../../../components/overlays/Popover';
import { useScheme } from '../../../../data/scheme';
import type { Corrections, LineReading } from '../action-draft';
import { PickOne } from './PickOne';

interface ActionChipsProps {
  readonly reading: LineReading;
  readonly onCorrect: (correction: Corrections) => void;
}

/** What the line was read as: owner, person, date, kind, priority. Tab reaches each; Enter opens it. */
export function ActionChips({ reading, onCorrect }: ActionChipsProps) {
  const { scheme, agencyOf, personOf, today } = useScheme();
  const agency = agencyOf(reading.agencyId);
  const people = scheme.people.filter((person) => person.agencyId === reading.agencyId && !person.isWithdrawn);
  const dueOn = reading.dueOn;
  return (
    <div className="chair-chips">
      <ChipButton
        label="Agency"
        shows={
          agency ? (
            <>
              <AgencyCode agency={agency} /> {agency.name}
            </>
          ) : (
            <span className="late">Which agency?</span>
          )
        }
      >
        {(close) => (
          <PickOne
            label="Agency"
            choices={scheme.agencies.filter((each) => !each.isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
            value={reading.agencyId}
            onPick={(id) => {
              onCorrect({ agencyId: id, personId: null });
              close();
            }}
          />
        )}
      </ChipButton>
      <ChipButton
        label="Person"
        shows={
          <>
            <User aria-hidden /> {personOf(reading.personId)?.name ?? 'nobody named'}
          </>
        }
      >
        {(close) => (
          <PickOne
            label="Person"
            choices={[{ id: '', name: 'Nobody named' }, ...people.map(({ id, name, post }) => ({ id, name, detail: post }))]}
            value={reading.personId ?? ''}
            onPick={(id) => {
              onCorrect({ personId: id === '' ? null : id });
              close();
            }}
          />
        )}
      </ChipButton>
      <ChipButton
        label="Due"
        shows={
          <>
            <CalendarDays aria-hidden /> {dueOn ? formatDayNear(dueOn, today) : 'no date'}
            {dueOn ? <span className="chip-of">{dueWords(dueOn, today)}</span> : null}
          </>
        }
      >
        {(close) => <DateField label="Due" value={dueOn} autoFocus onChange={(chosen) => onCorrect({ dueOn: chosen })} onEnter={close} />}
      </ChipButton>
      <ChipButton
        label="Kind"
        shows={
          <>
            <span className="chip-of">Kind</span> {actionKindName[reading.kind]}
          </>
        }
      >
        {(close) => (
          <PickOne
            label="Kind"
            choices={actionKinds.map((id) => ({ id, name: actionKindName[id] }))}
            value={reading.kind}
            onPick={(id) => {
              onCorrect({ kind: actionKinds.find((each) => each === id) ?? 'support' });
              close();
            }}
          />
        )}
      </ChipButton>
      <ChipButton
        label="Priority"
        shows={
          <>
            <span className="chip-of">Priority</span> {reading.priority === 'high' ? 'High' : 'Normal'}
          </>
        }
      >
        {() => (
          <Segmented
            label="Priority"
            isBoxed
            choices={actionPriorities.map((id) => ({ id, name: id === 'high' ? 'High' : 'Normal' }))}
            value={reading.priority}
            onChange={(priority) => onCorrect({ priority })}
          />
        )}
      </ChipButton>
    </div>
  );
}

function ChipButton({
  label,
  shows,
  children,
}: {
  readonly label: string;
  readonly shows: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}) {
  return (
    <Popover label={label} trigger={<AriaButton className="chip">{shows}</AriaButton>}>
      {children}
    </Popover>
  );
}
