import { useEffect, useRef, useState } from 'react';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { OpenTrouble } from './OpenTrouble';
import { SetupFrame } from './SetupFrame';

interface DemonstrationProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** Makes the demonstration scheme, which takes some seconds, and opens it. */
export function Demonstration({ onOpened, onBack }: DemonstrationProps) {
  const open = useAction('app', 'openDemonstration', 'inline');
  const [share, setShare] = useState(0);
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  const hasBegun = useRef(false);
  useEffect(
    () =>
      window.roundtable.on('progress', ({ job, done, total }) => {
        if (job === 'demonstration' && total > 0) setShare(done / total);
      }),
    [],
  );
  useEffect(() => {
    // React may run an effect twice; the scheme is made once.
    if (hasBegun.current) return;
    hasBegun.current = true;
    void open.run().then((result) => {
      if (!result.ok) return;
      if (result.value.ok) onOpened();
      else setProblem(result.value.problem);
    });
  }, [open.run, onOpened]);
  const back = <Button onPress={onBack}>Back</Button>;
  return (
    <SetupFrame title="Demonstration" under="Everyone in it is invented">
      {problem ? (
        <OpenTrouble problem={problem} buttons={back} />
      ) : open.problem ? (
        <>
          <p className="field-problem" role="alert">
            {open.problem}
          </p>
          {back}
        </>
      ) : (
        <>
          <h2 className="setup-title">Setting the table</h2>
          <p className="setup-lead">
            108 invented people, twelve agencies, and eleven months of weekly conferences are being recorded, week by week.
          </p>
          <progress className="setup-progress" value={share} max={1} aria-label="Making the demonstration scheme" />
          <p className="small mute">
            Its passphrase is <b>demonstration</b>, should you be asked for it.
          </p>
        </>
      )}
    </SetupFrame>
  );
}
