import { caseName } from '../../../shared/language/case-name';
import { cohortPartName, ogrsBandName, roshName } from '../../../shared/language/cohort';
import { colourWord } from '../../../shared/language/colour';
import { counted } from '../../../shared/language/counted';
import { ageOn, formatDay, formatDayNear, formatDayWithYear, formatPlainDay, isLate, weeksSince } from '../../../shared/language/dates';
import { schemeDecisionName } from '../../../shared/language/meeting';
import { pathwayName } from '../../../shared/language/pathway';
import type { CaseView } from '../../../shared/views/case';
import type { RegisterRow } from '../../../shared/views/register';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { ColourRibbon } from '../../components/colour/ColourRibbon';
import { DueWords } from '../../components/DueDate';
import { KeyHint } from '../../components/KeyHint';
import { RiskWarning } from '../../components/RiskWarning';
import { failureWords } from '../../data/failure';
import { skip, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { positionWords } from './columns';

interface PreviewProps {
  readonly row: RegisterRow | null;
  readonly onOpen: (row: RegisterRow) => void;
  /** Null for those who put together no agenda. */
  readonly onNextAgenda: ((row: RegisterRow) => void) | null;
  readonly isAddingToAgenda: boolean;
}

/** The selected case beside the table: what one needs to know before opening it. */
export function Preview({ row, onOpen, onNextAgenda, isAddingToAgenda }: PreviewProps) {
  const found = useVerb('cases', 'get', row ? { id: row.id } : skip);
  if (!row)
    return (
      <aside className="preview" aria-label="Preview">
        <p className="small mute">Select a case to see it here.</p>
      </aside>
    );
  return (
    <aside className="preview" aria-label="Preview">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <section className="preview-body" aria-label="The selected case" tabIndex={0}>
        <PreviewHead row={row} />
        {found.data ? <PreviewStory found={found.data} row={row} /> : null}
        {found.isError ? <p className="small late">{failureWords(found.error)}</p> : null}
      </section>
      <div className="preview-go">
        <Button look="primary" grow onPress={() => onOpen(row)}>
          Open case <KeyHint>Enter</KeyHint>
        </Button>
        {onNextAgenda ? (
          <Button onPress={() => onNextAgenda(row)} isDisabled={isAddingToAgenda}>
            Next agenda <KeyHint>A</KeyHint>
          </Button>
        ) : null}
      </div>
    </aside>
  );
}

function PreviewHead({ row }: { readonly row: RegisterRow }) {
  const { today } = useScheme();
  const called = [
    row.knownAs ? `“${row.knownAs}”` : '',
    row.dateOfBirth ? `born ${formatPlainDay(row.dateOfBirth)} (${ageOn(row.dateOfBirth, today)})` : '',
  ];
  return (
    <>
      <div>
        <div className="preview-name">
          <ColourBadge colour={row.colour} size={26} />
          <h2 title={caseName(row.surname, row.forenames)}>
            <bdi>{caseName(row.surname, row.forenames)}</bdi>
          </h2>
        </div>
        <p className="soft" title={row.knownAs}>
          {called.filter(Boolean).join(', ')}
        </p>
      </div>
      {row.riskWarnings.length > 0 ? (
        <div className="row wrap">
          {row.riskWarnings.map((warning) => (
            <RiskWarning key={warning}>{warning}</RiskWarning>
          ))}
        </div>
      ) : null}
    </>
  );
}

function PreviewStory({ found, row }: { readonly found: CaseView; readonly row: RegisterRow }) {
  const { today, agencyOf, personOf } = useScheme();
  const { fields } = found;
  const positionEnd = fields.statutoryPosition === 'licence' ? fields.licenceEndsOn : fields.orderEndsOn;
  const lead = [agencyOf(row.leadAgencyId)?.name, personOf(row.leadPersonId)?.name].filter(Boolean).join(', ');
  const scores = [
    row.ogrsScore === null ? '' : `OGRS ${row.ogrsScore}${row.ogrsBand ? ` ${ogrsBandName[row.ogrsBand]}` : ''}`,
    `RoSH ${roshName[row.rosh]}`,
  ];
  const onScheme = row.adoptedOn === null ? '' : `${counted(weeksSince(row.adoptedOn, today), 'week')} on scheme`;
  const facts: readonly (readonly [string, string])[] = [
    ['Position', [positionWords(row), positionEnd ? `to ${formatDayWithYear(positionEnd)}` : ''].filter(Boolean).join(' ')],
    ['Lead', lead],
    ['Scores', scores.filter(Boolean).join(', ')],
    ['Cohort', [row.cohortPart ? cohortPartName[row.cohortPart] : '', onScheme].filter(Boolean).join(', ')],
    ['Area', [row.area, row.beat ? `beat ${row.beat}` : ''].filter(Boolean).join(', ')],
  ];
  const { lastDecision } = found;
  return (
    <>
      <div>
        <h3 className="part-head">
          Colour
          {found.colour && found.colourSince ? (
            <span className="at-right">
              {colourWord[found.colour]} since {formatDayNear(found.colourSince, today)}
            </span>
          ) : null}
        </h3>
        {found.colourChanges.length > 0 ? (
          <ColourRibbon
            size="small"
            today={today}
            changes={found.colourChanges.map(({ colour, decidedOn }) => ({ colour, on: decidedOn }))}
          />
        ) : (
          <p className="small soft">No colour has been decided yet.</p>
        )}
      </div>
      <dl className="preview-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || '–'}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h3 className="part-head">
          Needs<span className="at-right">progress</span>
        </h3>
        <ul className="preview-list">
          {found.needs.map(({ id, pathway, progress }) => (
            <li key={id}>
              <span className="cut">{pathwayName[pathway]}</span>
              <span className={progress === 'deterioration' ? 'at-right late' : 'at-right strong'}>
                {progress ? progressWord[progress] : '–'}
              </span>
            </li>
          ))}
          {found.needs.length === 0 ? <li className="mute">None recorded</li> : null}
        </ul>
      </div>
      <div>
        <h3 className="part-head">
          Open actions<span className="at-right">{found.openActions.length}</span>
        </h3>
        <ul className="preview-list">
          {found.openActions.map(({ id, agencyId, text, dueOn }) => (
            <li key={id}>
              <AgencyCode agency={agencyOf(agencyId)} />
              <span className="cut">{text}</span>
              <span className="at-right strong">
                {isLate(dueOn, today) ? <DueWords dueOn={dueOn} today={today} /> : dueOn ? formatDay(dueOn) : '–'}
              </span>
            </li>
          ))}
          {found.openActions.length === 0 ? <li className="mute">None</li> : null}
        </ul>
      </div>
      {lastDecision ? (
        <div>
          <h3 className="part-head">
            Last decision<span className="at-right">{formatDayNear(lastDecision.on, today)}</span>
          </h3>
          <p className="small prose">{lastDecision.text || (lastDecision.decision ? schemeDecisionName[lastDecision.decision] : '')}</p>
        </div>
      ) : null}
    </>
  );
}

const progressWord = { good: 'Good', some: 'Some', none: 'None', deterioration: 'Worse' } as const;
