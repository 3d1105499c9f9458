import { useState } from 'react';
import { Link } from 'wouter';
import { formatDayWithYear } from '../../../shared/language/dates';
import { retentionKindName } from '../../../shared/language/retention';
import { monthsInWords, type RetentionRule } from '../../../shared/rules/retention';
import type { HeldRow } from '../../../shared/views/retention';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { Tick } from '../../components/fields/Tick';
import { PlainTable } from '../../components/lists/PlainTable';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { EraseDialog } from './EraseDialog';
import { KeepForm } from './KeepForm';

interface HeldTableProps {
  readonly rows: readonly HeldRow[];
  readonly rules: readonly RetentionRule[];
  readonly empty: readonly [title: string, says: string];
}

const mostShown = 300;
/** Each is looked at and named a second time before it goes. */
const mostAtOnce = 20;

/** Rows to tick, and what can be decided about those that are. */
export function HeldTable({ rows, rules, empty }: HeldTableProps) {
  const { may } = useScheme();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<'keep' | 'erase' | null>(null);
  if (rows.length === 0) return <EmptyState title={empty[0]}>{empty[1]}</EmptyState>;
  const shown = rows.slice(0, mostShown);
  const chosen = shown.filter(({ caseId }) => ticked.has(caseId)).map(({ caseId }) => caseId);
  const tick = (caseId: string, isOn: boolean) => {
    const next = new Set(ticked);
    if (isOn) next.add(caseId);
    else next.delete(caseId);
    setTicked(next);
  };
  const done = () => {
    setDoing(null);
    setTicked(new Set());
  };
  return (
    <>
      <div className="row held-tools">
        <Tick
          isOn={chosen.length === shown.length}
          isPartly={chosen.length > 0 && chosen.length < shown.length}
          onChange={(isOn) => setTicked(new Set(isOn ? shown.map(({ caseId }) => caseId) : []))}
        >
          {chosen.length === 0 ? 'Choose all' : `${chosen.length} chosen`}
        </Tick>
        {may('edit-scheme') ? (
          <Button size="small" isDisabled={chosen.length === 0} onPress={() => setDoing('keep')}>
            Keep, with a reason…
          </Button>
        ) : null}
        {may('erase-cases') ? (
          <Button size="small" isDisabled={chosen.length === 0 || chosen.length > mostAtOnce} onPress={() => setDoing('erase')}>
            Erase…
          </Button>
        ) : null}
        <span className="soft small">
          {may('erase-cases')
            ? chosen.length > mostAtOnce
              ? `At most ${mostAtOnce} are erased at once, for each is named a second time.`
              : 'Erasing cannot be undone.'
            : 'A coordinator decides.'}
        </span>
      </div>
      {doing === 'keep' ? <KeepForm caseIds={chosen} onDone={done} onCancel={() => setDoing(null)} /> : null}
      <PlainTable heads={[{ name: 'Chosen', isHidden: true }, 'Name', 'How the place ended', 'On', 'Kept for', 'Due']}>
        {shown.map((row) => (
          <HeldLine
            key={row.caseId}
            row={row}
            months={rules.find(({ kind }) => kind === row.kind)?.months ?? 0}
            isTicked={ticked.has(row.caseId)}
            onTick={(isOn) => tick(row.caseId, isOn)}
          />
        ))}
      </PlainTable>
      {rows.length > mostShown ? (
        <p className="soft small">
          The first {mostShown} of {rows.length.toLocaleString('en-GB')}. Decide on these, and the next come up.
        </p>
      ) : null}
      {doing === 'erase' ? <EraseDialog caseIds={chosen} onDone={done} onCancel={() => setDoing(null)} /> : null}
    </>
  );
}

interface HeldLineProps {
  readonly row: HeldRow;
  readonly months: number;
  readonly isTicked: boolean;
  readonly onTick: (isOn: boolean) => void;
}

function HeldLine({ row, months, isTicked, onTick }: HeldLineProps) {
  const { today } = useScheme();
  const { caseId, caseName, kind, from, due, why, kept } = row;
  return (
    <tr>
      <td>
        <Tick isOn={isTicked} onChange={onTick} label={`Choose ${caseName}`} />
      </td>
      <td dir="auto">
        <Link href={paths.case(caseId)}>{caseName}</Link>
      </td>
      <td>
        {retentionKindName[kind]}
        {why === '' ? null : (
          <span className="soft" dir="auto">
            {' '}
            {why}
          </span>
        )}
      </td>
      <td className="nowrap">{from === null ? <span className="mute">Not known</span> : formatDayWithYear(from)}</td>
      <td className="nowrap">{monthsInWords(months)}</td>
      <td>
        {due === null ? (
          <LateFlag>No day to count from</LateFlag>
        ) : due <= today ? (
          <LateFlag>{formatDayWithYear(due)}</LateFlag>
        ) : (
          formatDayWithYear(due)
        )}
        {kept ? (
          <span className="soft" dir="auto">
            {' '}
            Kept: {kept.reason}
          </span>
        ) : null}
      </td>
    </tr>
  );
}
