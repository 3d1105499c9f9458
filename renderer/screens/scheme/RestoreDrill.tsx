import { Check, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { counted } from '../../../shared/language/counted';
import type { BackupsView, DrillReport } from '../../../shared/views/backups';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { issuedWords } from '../documents/documents-view';
import { backupTroubleWords } from './backup-words';

/** A backup that was never restored is a hope: this takes the newest out, opens it and checks all of it. */
export function RestoreDrill({ view, onDone }: { readonly view: BackupsView; readonly onDone: () => void }) {
  const drill = useAction('backups', 'drill', 'inline');
  const [problem, setProblem] = useState<string | null>(null);
  async function run() {
    const result = await drill.run();
    if (!result.ok) return;
    const outcome = result.value;
    if (outcome.ok) setProblem(null);
    else setProblem(outcome.why === 'none' ? 'There is no backup yet. Make one first.' : backupTroubleWords[outcome.why]);
    onDone();
  }
  return (
    <>
      <p className="soft">
        Takes a copy of the newest backup, opens it with this scheme’s key, checks every entry of its log and that its tables are what the
        log says. The backup itself is only read.
      </p>
      <div className="row wrap">
        <Button onPress={() => void run()} isDisabled={drill.isBusy}>
          {drill.isBusy ? 'Opening the newest backup…' : 'Try a restore'}
        </Button>
        {view.drill ? <DrillWords report={view.drill} /> : <span className="mute">Never tried yet</span>}
      </div>
      {problem || drill.problem ? (
        <p className="late" role="alert">
          {problem ?? drill.problem}
        </p>
      ) : null}
      {view.drill?.problems.length ? (
        <ul className="scheme-problems">
          {view.drill.problems.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function DrillWords({ report }: { readonly report: DrillReport }) {
  const { isWhole, commits, cases, at, madeAt } = report;
  return isWhole ? (
    <span className="row" role="status">
      <Check aria-hidden /> Tried {issuedWords(at)}: the backup of {issuedWords(madeAt)} opens and is whole, with {counted(cases, 'case')}{' '}
      and {counted(commits, 'change')}
    </span>
  ) : (
    <span className="row late" role="status">
      <TriangleAlert aria-hidden /> Tried {issuedWords(at)}: the backup of {issuedWords(madeAt)} is not whole
    </span>
  );
}
