import { useMemo, useState } from 'react';
import type { ImportPlan, ImportProblem, ImportRowChange, ImportSource } from '../../../shared/views/importing';
import { Segmented } from '../../components/fields/Segmented';
import type { TableColumn, TableEntry } from '../../components/lists/table-entries';
import { VirtualTable } from '../../components/lists/VirtualTable';
import { Progress } from '../../components/Progress';
import { useProgress } from '../../data/progress';
import { firstTab, importWords, nothingThere, planCount, planTabName, planTabs, planWords } from './plan-lists';
import { RowChanges } from './RowChanges';
import { StepFoot } from './StepFoot';
import { useRowWhole } from './use-row-whole';

interface ReviewPlanProps {
  readonly plan: ImportPlan;
  readonly source: ImportSource;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onBack: () => void;
  readonly onConfirm: () => void;
}

const problemColumns: readonly TableColumn<ImportProblem>[] = [
  { id: 'cell', title: 'Cell', width: 84, keepsWidth: true, canSort: false, cell: ({ cell }) => <b>{cell}</b> },
  { id: 'heading', title: 'Column', width: 120, canSort: false, cell: ({ heading }) => heading },
  { id: 'value', title: 'What it says', width: 180, canSort: false, cell: ({ value }) => value || <span className="mute">empty</span> },
  {
    id: 'reason',
    title: 'What is wrong with it',
    width: { atLeast: 240 },
    canSort: false,
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
  },
  {
    id: 'severity',
    title: 'So',
    width: 108,
    canSort: false,
    cell: ({ severity }) => (severity === 'error' ? <span className="late">row left out</span> : 'row kept'),
  },
];

const rowColumns: readonly TableColumn<ImportRowChange>[] = [
  { id: 'row', title: 'Row', width: 84, canSort: false, cell: ({ row }) => row },
  { id: 'name', title: 'Name', width: 260, canSort: false, cell: ({ name }) => <b>{name}</b> },
  {
    id: 'matched',
    title: 'Recognised by',
    width: 150,
    canSort: false,
    cell: ({ matchedBy }) => matchedBy ?? <span className="mute">–</span>,
  },
  {
    id: 'changes',
    title: 'Changes',
    width: { atLeast: 240 },
    canSort: false,
    cell: ({ changes }) => changes.map(({ field, to }) => `${field}: ${to || 'empty'}`).join(', ') || <span className="mute">–</span>,
  },
];

/** The last step: every problem with its cell and reason, every row with what it would do. Still nothing is written. */
export function ReviewPlan({ plan, source, problem, isBusy, onBack, onConfirm }: ReviewPlanProps) {
  const [tab, setTab] = useState(() => firstTab(plan));
  const [selected, setSelected] = useState<string | null>(null);
  const progress = useProgress(isBusy);
  const rows = useMemo(() => plan.rows.filter(({ kind }) => kind === tab), [plan, tab]);
  // A row of a sheet may bring several: the colours of its months.
  const rowEntries = useMemo(
    () => rows.map((row, index): TableEntry<ImportRowChange> => ({ kind: 'row', key: `${row.row} ${index}`, row })),
    [rows],
  );
  const problemEntries = useMemo(
    () => plan.problems.map((row, index): TableEntry<ImportProblem> => ({ kind: 'row', key: `${row.cell} ${index}`, row })),
    [plan],
  );
  const chosenAt = Math.max(
    0,
    rows.findIndex(({ row }, index) => `${row} ${index}` === selected),
  );
  const chosen = tab === 'problems' ? null : (rows[chosenAt] ?? null);
  const whole = useRowWhole(plan, chosen);
  // A sentence may be longer than its row; the one that is selected is there whole.
  const shown =
    tab === 'problems' ? (plan.problems.find(({ cell }, index) => `${cell} ${index}` === selected) ?? plan.problems[0] ?? null) : null;
  return (
    <div className="import-step">
      <div className="plan-head">
        <p className="plan-words" role="status">
          {planWords(plan, source.kind)}
        </p>
        <Segmented
          label="What to look at"
          value={tab}
          onChange={(next) => {
            setTab(next);
            setSelected(null);
          }}
          choices={planTabs.map((id) => ({
            id,
            name: (
              <>
                {planTabName[id]} <span className="plan-count">{planCount(plan, id).toLocaleString('en-GB')}</span>
              </>
            ),
          }))}
        />
        {problem ? (
          <p className="late" role="alert">
            {problem}
          </p>
        ) : null}
        {progress ? <Progress label={progress.label} done={progress.done} total={progress.total} /> : null}
      </div>
      <div className={chosen ? 'plan-body with-row' : 'plan-body'}>
        {planCount(plan, tab) === 0 ? (
          <p className="import-remark soft">{nothingThere(tab, source.kind)}</p>
        ) : tab === 'problems' ? (
          <VirtualTable
            key="problems"
            label="Problems"
            columns={problemColumns}
            entries={problemEntries}
            selectedKey={selected}
            onSelect={setSelected}
          />
        ) : (
          <VirtualTable
            key={tab}
            label={planTabName[tab]}
            columns={rowColumns}
            entries={rowEntries}
            selectedKey={chosen ? `${chosen.row} ${chosenAt}` : null}
            onSelect={setSelected}
          />
        )}
        {chosen ? <RowChanges change={chosen} whole={whole} problems={plan.problems.filter(({ row }) => row === chosen.row)} /> : null}
      </div>
      {shown ? (
        <p className="plan-problem" aria-live="polite">
          <b>{shown.cell}</b> {shown.value === '' ? 'is empty.' : <>says “{shown.value}”.</>} {shown.reason}.
        </p>
      ) : null}
      <StepFoot
        onBack={onBack}
        backName="Back to the columns"
        next={importWords(plan, source.kind)}
        onNext={onConfirm}
        isNextOff={isBusy || !plan.canConfirm}
      >
        Nothing has been recorded yet from {source.fileName}. Everybody can go on working while it is recorded, and all of it can be taken
        back.
      </StepFoot>
    </div>
  );
}
