import { Label, ProgressBar } from 'react-aria-components';
import './progress.css';

interface ProgressProps {
  readonly label: string;
  readonly done: number;
  /** 0 where it is not known yet. */
  readonly total: number;
}

/** Long work under way, in words and as a bar. */
export function Progress({ label, done, total }: ProgressProps) {
  return (
    <ProgressBar className="progress" value={done} maxValue={Math.max(1, total)} isIndeterminate={total === 0}>
      {({ percentage }) => (
        <>
          <Label>{label}</Label>
          <span className="progress-track">
            <span className="progress-done" style={{ width: `${percentage ?? 20}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
