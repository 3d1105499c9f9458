import { ArrowRight } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { counted } from '../../../../shared/language/counted';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import type { ClosingSummary as Summary } from './closing-summary';

interface ClosingSummaryProps {
  readonly summary: Summary;
  readonly isOver: boolean;
  readonly onLook: (itemId: string) => void;
}

/** Five figures, then the names behind them. */
export function ClosingSummary({ summary, isOver, onLook }: ClosingSummaryProps) {
  const { decisions } = summary;
  const decided = [
    decisions.stays > 0 ? counted(decisions.stays, 'stays on the scheme', 'stay on the scheme') : '',
    decisions['to-panel'] > 0 ? `${decisions['to-panel']} to panel` : '',
    decisions.deselect > 0 ? `${decisions.deselect} to be deselected` : '',
  ]
    .filter(Boolean)
    .join(', ');
  const figures: readonly (readonly [string, string, string?])[] = [
    ['Cases heard', String(summary.heard), `of ${summary.of}`],
    ['Colours changed', String(summary.colourChanges.length)],
    ['Actions set', String(summary.actionsSet)],
    ['Actions settled', String(summary.actionsSettled)],
    ['Carried forward', String(summary.carried)],
    ...(summary.minutesTaken === null
      ? []
      : [['Minutes taken', String(summary.minutesTaken), `${summary.minutesPlanned} planned`] as const]),
  ];
  return (
    <>
      <dl className="closing-figures">
        {figures.map(([label, value, beside]) => (
          <div key={label}>
            <dt className="label">{label}</dt>
            <dd>
              {value} {beside ? <small>{beside}</small> : null}
            </dd>
          </div>
        ))}
      </dl>
      {decided === '' ? null : <p className="soft">{decided}.</p>}
      {summary.colourChanges.length > 0 ? (
        <section>
          <h3 className="part-head">Colours changed</h3>
          <ul className="closing-list">
            {summary.colourChanges.map((change) => (
              <li key={change.id}>
                <span className="row">
                  <ColourBadge colour={change.from} /> <ArrowRight aria-label="to" /> <ColourBadge colour={change.to} withWord />
                </span>
                <AriaButton className="closing-name" onPress={() => onLook(change.id)}>
                  {change.name}
                </AriaButton>
                <span className="soft cut">{change.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <Names title="Deferred to the next agenda" of={summary.deferred} onLook={onLook} />
      <Names title={isOver ? 'Heard without a decision' : 'Heard, and no decision recorded yet'} of={summary.undecided} onLook={onLook} />
    </>
  );
}

function Names({
  title,
  of,
  onLook,
}: {
  readonly title: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly onLook: (id: string) => void;
}) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3 className="part-head">{title}</h3>
      <p className="row wrap">
        {of.map((item) => (
          <AriaButton key={item.id} className="chip" onPress={() => onLook(item.id)}>
            {item.name}
          </AriaButton>
        ))}
      </p>
    </section>
  );
}
