import { Plus } from 'lucide-react';
import { Link } from 'wouter';
import { caseName } from '../../../shared/language/case-name';
import { colourWord } from '../../../shared/language/colour';
import { counted } from '../../../shared/language/counted';
import { ageOn, formatDayWithYear, formatPlainDay, weeksSince } from '../../../shared/language/dates';
import { isInCustody } from '../../../shared/language/statutory-position';
import type { CaseView } from '../../../shared/views/case';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { CaseTitle } from '../../components/CaseTitle';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { KeyHint } from '../../components/KeyHint';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { Aliases } from './Aliases';
import { CaseField } from './CaseField';
import { Photograph } from './Photograph';
import { RiskWarnings } from './RiskWarnings';

interface CaseHeaderProps {
  readonly found: CaseView;
  readonly onColour: () => void;
  readonly onRecord: () => void;
}

/** Who it is: colour, names, the facts that everyone asks for, risk warnings, and whom the case concerns. */
export function CaseHeader({ found, onColour, onRecord }: CaseHeaderProps) {
  const { agencyOf, may, scheme } = useScheme();
  const photograph = useVerb('cases', 'photograph', { id: found.id });
  const { fields } = found;
  const name = caseName(fields.surname, fields.forenames);
  const concerned = found.relevance.filter(({ agencyId, isRelevant }) => isRelevant && !agencyOf(agencyId)?.isCore);
  return (
    <header className="case-head">
      {photograph.data ? <Photograph caseId={found.id} name={name} picture={photograph.data} /> : null}
      <div className="grow">
        <div className="case-name">
          <ColourBadge colour={found.colour} size={32} />
          <CaseTitle name={name} />
          <Aliases caseId={found.id} aliases={found.aliases} knownAs={fields.knownAs} />
        </div>
        <Facts found={found} />
        <div className="row wrap">
          <RiskWarnings caseId={found.id} warnings={found.riskWarnings} />
          {photograph.data === null && may('edit-cases') ? <Photograph caseId={found.id} name={name} picture={null} /> : null}
          <span className="chip wraps">
            <span className="chip-of">Concerns</span>
            {concerned.map(({ agencyId }) => (
              <AgencyCode key={agencyId} agency={agencyOf(agencyId)} />
            ))}
            {concerned.length === 0 ? 'police and probation only' : null}
          </span>
        </div>
      </div>
      {may('edit-cases') ? (
        <div className="case-do">
          <Button onPress={onColour}>
            Colour <KeyHint>C</KeyHint>
          </Button>
          <Button look="primary" onPress={onRecord}>
            <Plus aria-hidden />
            Record <KeyHint>N</KeyHint>
          </Button>
        </div>
      ) : scheme.me.role === 'partner' && found.nextAgendaOn !== null && found.partedSince === null ? (
        <div className="case-do">
          <Link className="button primary" href={paths.today()}>
            Write for the conference
          </Link>
        </div>
      ) : null}
    </header>
  );
}

function Facts({ found }: { readonly found: CaseView }) {
  const { today } = useScheme();
  const { id, fields, colour, colourSince } = found;
  const field = (name: Parameters<typeof CaseField>[0]['name'], shown?: string) => (
    <b>
      <CaseField caseId={id} fields={fields} name={name}>
        {shown}
      </CaseField>
    </b>
  );
  return (
    <div className="case-facts">
      <span>
        {colour ? (
          <>
            <b>{colourWord[colour]}</b> since {colourSince ? formatDayWithYear(colourSince) : 'a day not recorded'}
          </>
        ) : (
          <b>No colour yet</b>
        )}
      </span>
      <span>
        Born{' '}
        {field(
          'dateOfBirth',
          fields.dateOfBirth ? `${formatPlainDay(fields.dateOfBirth)} (${ageOn(fields.dateOfBirth, today)})` : undefined,
        )}
      </span>
      <span>
        {field('statutoryPosition')}
        {isInCustody(fields.statutoryPosition) ? <> at {field('custodyPlace')}</> : null}
        {fields.isAtLarge ? <>, {field('isAtLarge', 'illegally at large')}</> : null}
      </span>
      <span>PNC {field('pnc')}</span>
      <span>CRN {field('crn')}</span>
      <span>
        OGRS {field('ogrsScore')} {fields.ogrsScore === null && fields.ogrsBand === null ? null : field('ogrsBand')}
      </span>
      <span>RoSH {field('rosh')}</span>
      <span>MAPPA {field('mappa')}</span>
      <span>
        Lead {field('leadAgencyId')}
        {fields.leadAgencyId === null ? null : <>, {field('leadPersonId')}</>}
      </span>
      <span>
        {fields.cohortPart === null ? <>Cohort {field('cohortPart')}</> : <>{field('cohortPart')} cohort</>}
        {fields.adoptedOn ? <>, {counted(weeksSince(fields.adoptedOn, today), 'week')}</> : null}
      </span>
      {found.state === 'left' ? <b>Has left the scheme</b> : null}
      {found.state === 'proposed' ? <b>Proposed, not adopted yet</b> : null}
    </div>
  );
}
