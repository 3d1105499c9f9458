import { formatDayWithYear } from '../../../shared/language/dates';
import { panelSubjectName } from '../../../shared/language/selection';
import type { PanelView } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { PanelCase } from './PanelCase';
import '../case/case.css';
import './cohort.css';

interface PanelProps {
  readonly params: { readonly meetingId: string };
}

/** A selection panel: each case, what each agency says, and what police and probation decide together (STRAT 12.2, 17). */
export default function Panel({ params: { meetingId } }: PanelProps) {
  const found = useVerb('cohort', 'panel', { meetingId });
  return (
    <FetchedScreen query={found} what="the panel" title="Panel" under={{ name: 'Selection', path: paths.selection() }}>
      {(panel) => <Held panel={panel} />}
    </FetchedScreen>
  );
}

function Held({ panel }: { readonly panel: PanelView }) {
  const { may } = useScheme();
  const close = useAction('cohort', 'closePanel');
  const isClosed = panel.state === 'closed';
  return (
    <Screen
      title={panel.heldOn ? `${panel.title}, ${formatDayWithYear(panel.heldOn)}` : panel.title}
      under={{ name: 'Selection', path: paths.selection() }}
      beside={
        <span role="status">
          {panel.decided} of {panel.items} decided{isClosed ? ', closed' : ''}
        </span>
      }
      buttons={
        may('run-conferences') && !isClosed && panel.items > 0 ? (
          <Button
            size="small"
            look={panel.decided === panel.items ? 'primary' : 'plain'}
            onPress={() => void close.run({ meetingId: panel.id })}
            isDisabled={close.isBusy}
          >
            Close the panel
          </Button>
        ) : null
      }
    >
      <div className="pane-list">
        {panel.cases.length === 0 ? (
          <EmptyState title="Nobody is before this panel">
            Put a referral before it from Selection, or someone who may leave from Reviews.
          </EmptyState>
        ) : (
          (['selection', 'leaving'] as const).map((subject) => {
            const cases = panel.cases.filter((one) => one.subject === subject);
            return cases.length === 0 ? null : (
              <section key={subject} aria-label={panelSubjectName[subject]}>
                <div className="week-head">
                  <h2>{panelSubjectName[subject]}</h2>
                  <span className="mute small">{cases.length}</span>
                </div>
                {cases.map((item) => (
                  <PanelCase key={item.id} item={item} isClosed={isClosed} />
                ))}
              </section>
            );
          })
        )}
      </div>
    </Screen>
  );
}
