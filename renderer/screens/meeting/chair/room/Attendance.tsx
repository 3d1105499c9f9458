import { type KeyboardEvent, useState } from 'react';
import type { AttendanceStatus } from '../../../../../shared/language/meeting';
import type { ChairView } from '../../../../../shared/views/chairing';
import { announce } from '../../../../components/announcements';
import { Button } from '../../../../components/Button';
import { TextField } from '../../../../components/fields/TextField';
import { KeyHint } from '../../../../components/KeyHint';
import { useAction } from '../../../../data/queries';
import { useScheme } from '../../../../data/scheme';
import { AttendanceLine } from './AttendanceLine';
import { type AttendanceRow, attendanceRows, attendanceWords, othersOf, statusKeys } from './attendance-rows';

interface AttendanceProps {
  readonly view: Pick<ChairView, 'meetingId' | 'slots' | 'attendance' | 'state'>;
  readonly isLocked: boolean;
}

/** Who came, agency by agency: arrows move, a letter marks and goes on to the next, `I` says in or out. */
export function Attendance({ view, isLocked }: AttendanceProps) {
  const { scheme } = useScheme();
  const [guest, setGuest] = useState('');
  const set = useAction('meetings', 'setAttendance');
  const add = useAction('meetings', 'setAttendance');
  const arrive = useAction('meetings', 'arrive');
  const leave = useAction('meetings', 'leave');
  const rows = attendanceRows(scheme.agencies, view.slots, view.attendance);
  const nobody = rows.filter((row) => row.marked === null && row.slot !== null);

  const mark = (row: AttendanceRow, change: { readonly status?: AttendanceStatus; readonly personId?: string | null }) =>
    set.run({
      meetingId: view.meetingId,
      id: row.marked?.id ?? null,
      agencyId: row.agency?.id ?? null,
      personId: change.personId === undefined ? (row.marked?.personId ?? null) : change.personId,
      guestName: row.agency ? '' : (row.marked?.name ?? ''),
      status: change.status ?? row.marked?.status ?? 'present',
    });
  /** Somebody else of an agency that is marked already, who has come with them. */
  const addPerson = (row: AttendanceRow, personId: string) =>
    set.run({ meetingId: view.meetingId, id: null, agencyId: row.agency?.id ?? null, personId, guestName: '', status: 'present' });
  const inOrOut = (row: AttendanceRow) => {
    if (!row.marked) return;
    const isIn = row.marked.arrivedAt !== null && row.marked.leftAt === null;
    announce(`${row.agency?.name ?? row.marked.name} ${isIn ? 'left' : 'arrived'}`);
    void (isIn ? leave : arrive).run({ attendanceId: row.marked.id });
  };
  const addGuest = async () => {
    // A second Enter before the answer would write the same guest down twice.
    if (guest.trim() === '' || add.isBusy) return;
    const { ok } = await add.run({
      meetingId: view.meetingId,
      id: null,
      agencyId: null,
      personId: null,
      guestName: guest,
      status: 'observer',
    });
    if (ok) setGuest((typed) => (typed === guest ? '' : typed));
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (isLocked || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
    const line = event.target.closest<HTMLElement>('[data-row]');
    const row = rows.find((each) => each.key === line?.dataset.row);
    if (!line || !row || event.target.closest('input, [role=listbox]')) return;
    const status = statusKeys[event.key.toLowerCase()];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (status) {
      void mark(row, { status });
      announce(`${row.agency?.name ?? row.marked?.name}: ${status}`);
      focusLine(line, 1);
    } else if (event.key.toLowerCase() === 'i') inOrOut(row);
    else if (step !== 0) focusLine(line, step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <section className="chair-attendance" aria-labelledby="chair-attendance-head">
      <h3 className="part-head" id="chair-attendance-head">
        Attendance
        <span>{attendanceWords(rows)}</span>
        {isLocked ? null : (
          <span className="at-right row" aria-hidden>
            <KeyHint>↑</KeyHint>
            <KeyHint>↓</KeyHint> row
            {(['P', 'U', 'A', 'B', 'O'] as const).map((key) => (
              <KeyHint key={key}>{key}</KeyHint>
            ))}
            status <KeyHint>I</KeyHint> in, out
          </span>
        )}
      </h3>
      <div onKeyDownCapture={onKeyDown}>
        {rows.map((row) => (
          <AttendanceLine
            key={row.key}
            row={row}
            isLocked={isLocked}
            onStatus={(status) => void mark(row, { status })}
            onPerson={(personId) => void mark(row, { personId })}
            onInOrOut={() => inOrOut(row)}
            others={othersOf(row, view.attendance, scheme.people)}
            onAnother={(personId) => void addPerson(row, personId)}
          />
        ))}
      </div>
      {isLocked ? null : (
        <div className="row wrap">
          {/* Once it runs, being present means having arrived, so nobody is marked for later. */}
          {nobody.length > 0 && view.state !== 'running' ? (
            <Button
              size="small"
              onPress={async () => {
                for (const row of nobody) await mark(row, { status: 'present' });
              }}
            >
              Mark the other {nobody.length} on the agenda as coming
            </Button>
          ) : null}
          <TextField
            label="Guest or observer"
            isLabelHidden
            placeholder="Guest or observer, then Enter"
            value={guest}
            onChange={setGuest}
            onEnter={() => void addGuest()}
          />
        </div>
      )}
    </section>
  );
}

function focusLine(from: HTMLElement, step: number): void {
  const lines = [...(from.parentElement?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  const target = lines[lines.indexOf(from) + step]?.querySelector<HTMLElement>(
    '[data-statuses] button[tabindex="0"], [data-statuses] button',
  );
  target?.focus();
}
