import type { ScoringWeights } from '../../../shared/rules/scoring';
import { Button } from '../../components/Button';

type Step = ScoringWeights['frequency'][number];

interface FrequencyStepsProps {
  readonly steps: readonly Step[];
  readonly isLocked: boolean;
  readonly onChange: (steps: readonly Step[]) => void;
}

const mostSteps = 20;
const title = 'Offences in twelve months';

/** Points from so many offences on. Each step says from how many, and steps can be added and taken out. */
export function FrequencySteps({ steps, isLocked, onChange }: FrequencyStepsProps) {
  const change = (at: number, part: Partial<Step>) => onChange(steps.map((step, index) => (index === at ? { ...step, ...part } : step)));
  const last = steps.at(-1);
  return (
    <section aria-label={title}>
      <h2 className="part-head">
        {title}
        {isLocked || steps.length >= mostSteps ? null : (
          <span className="at-right">
            <Button
              size="small"
              look="quiet"
              onPress={() => onChange([...steps, { atLeast: (last?.atLeast ?? 0) + 1, points: last?.points ?? 0 }])}
            >
              Add a step
            </Button>
          </span>
        )}
      </h2>
      {steps.length === 0 ? <p className="small mute">How often someone offends weighs nothing.</p> : null}
      <table className="points">
        <tbody>
          {steps.map(({ atLeast, points }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a step has no other name, and its place does not move while it is typed into
            <tr key={at}>
              <th scope="row">
                <span className="row">
                  <span className="nowrap">From</span>
                  <Figure
                    label={`${title}, step ${at + 1}: from`}
                    value={atLeast}
                    min={1}
                    isLocked={isLocked}
                    onChange={(value) => change(at, { atLeast: value })}
                  />
                  <span>offences</span>
                </span>
              </th>
              <td className="figure">
                <Figure
                  label={`${title}, step ${at + 1}: points`}
                  value={points}
                  min={-100}
                  isLocked={isLocked}
                  onChange={(value) => change(at, { points: value })}
                />
              </td>
              {isLocked ? null : (
                <td className="figure">
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => onChange(steps.filter((_, index) => index !== at))}
                    aria-label={`Take out step ${at + 1}`}
                  >
                    Take out
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface FigureProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly isLocked: boolean;
  readonly onChange: (value: number) => void;
}

function Figure({ label, value, min, isLocked, onChange }: FigureProps) {
  return (
    <input
      type="number"
      className="field-input"
      autoComplete="off"
      aria-label={label}
      min={min}
      max={1000}
      disabled={isLocked}
      value={value}
      onChange={(event) => onChange(Math.round(Number(event.target.value) || 0))}
    />
  );
}
