import { ChartNoAxesCombined } from 'lucide-react';
import { useState } from 'react';
import { pictureIds } from '../../../shared/insight/picture';
import { addDays, formatDayWithYear } from '../../../shared/language/dates';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { GoTo } from '../../components/GoTo';
import { KeyHint } from '../../components/KeyHint';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Screen } from '../../frame/Screen';
import { useKeys } from '../../keys/keys';
import { paths } from '../../routes';
import { CasesBehind, type Picked } from './CasesBehind';
import { InsightFilters } from './InsightFilters';
import { type ChosenFilter, PicturePanel } from './PicturePanel';
import { ReportDialog } from './ReportDialog';
import './insight.css';

/** Kept while the window is open, so that coming back from a case finds the same period. */
let remembered: ChosenFilter | null = null;

/** What the scheme achieved and what it cost, in pictures (HMI 8), each with its figures and the cases behind them. */
export default function Insight() {
  const { today, may } = useScheme();
  const choices = useVerb('insight', 'choices');
  const [filter, setFilter] = useState<ChosenFilter>(remembered ?? { from: addDays(today, -363), to: today, area: null, cohortPart: null });
  const [picked, setPicked] = useState<Picked | null>(null);
  const [isReporting, setReporting] = useState(false);
  const canReport = may('issue-packs') && choices.data !== undefined && choices.data.firstDay !== null;
  useKeys('Insight', [{ keys: 'N', says: 'Make the quarterly report', run: () => setReporting(true), isOff: !canReport }]);
  const choose = (next: ChosenFilter) => {
    remembered = next;
    setFilter(next);
    setPicked(null);
  };
  return (
    <Screen
      title="Insight"
      beside={
        <span className="nowrap">
          {formatDayWithYear(filter.from)} to {formatDayWithYear(filter.to)}
        </span>
      }
      buttons={
        canReport ? (
          <Button size="small" look="primary" onPress={() => setReporting(true)}>
            Quarterly report… <KeyHint>N</KeyHint>
          </Button>
        ) : null
      }
    >
      {isReporting ? <ReportDialog onClose={() => setReporting(false)} /> : null}
      <Fetched query={choices} what="Insight">
        {({ areas, firstDay, matrixThreshold }) =>
          firstDay === null ? (
            <EmptyState
              title="What the scheme does will be drawn here"
              icon={<ChartNoAxesCombined aria-hidden />}
              buttons={<GoTo path={paths.register()}>Go to the register</GoTo>}
            >
              Colours over time, needs and progress, actions by agency, reviews and what conferences cost partners. The first pictures come
              with the first colours.
            </EmptyState>
          ) : (
            <div className={picked ? 'insight with-behind' : 'insight'}>
              <div className="insight-main">
                <InsightFilters filter={filter} areas={areas} firstDay={firstDay} today={today} onChange={choose} />
                <div className="pictures">
                  {pictureIds.map((id) => (
                    <PicturePanel key={id} id={id} filter={filter} matrixThreshold={matrixThreshold} onPick={setPicked} />
                  ))}
                </div>
              </div>
              {picked ? <CasesBehind key={JSON.stringify(picked.asked)} picked={picked} onClose={() => setPicked(null)} /> : null}
            </div>
          )
        }
      </Fetched>
    </Screen>
  );
}
