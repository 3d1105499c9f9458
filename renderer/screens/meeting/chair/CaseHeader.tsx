import { ArrowRight } from 'lucide-react';
import { Link } from 'wouter';
import { caseName } from '../../../../shared/language/case-name';
import { colourWord } from '../../../../shared/language/colour';
import { formatDayNear } from '../../../../shared/language/dates';
import type { CaseView } from '../../../../shared/views/case';
import { AgencyCode } from '../../../components/AgencyCode';
import { CaseTitle } from '../../../components/CaseTitle';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { ColourRibbon } from '../../../components/colour/ColourRibbon';
import { LateFlag } from '../../../components/DueDate';
import { RiskWarning } from '../../../components/RiskWarning';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { caseFacts } from '../case-facts';

/** Who is being discussed. It never scrolls away. */
export function CaseHeader({ of }: { readonly of: CaseView }) {
  const { today, agencyOf } = useScheme();
  const { fields, colour, colourSince } = of;
  const concerns = of.relevance.filter((each) => each.isRelevant && !agencyOf(each.agencyId)?.isCore);
  return (
    <header className="chair-header">
      <div className="chair-name">
        <ColourBadge colour={colour} size={32} />
        <CaseTitle name={caseName(fields.surname, fields.forenames)}>
          {fields.knownAs === '' ? null : (
            <small>
              “<bdi>{fields.knownAs}</bdi>”
            </small>
          )}
        </CaseTitle>
        <Link className="button quiet small-button" href={paths.case(of.id)}>
          Open case <ArrowRight aria-hidden />
        </Link>
      </div>
      <ul className="chair-facts">
        <li>
          {colour === null ? <b>No colour yet</b> : <b>{colourWord[colour]}</b>}
          {colourSince === null ? null : ` since ${formatDayNear(colourSince, today)}`}
        </li>
        {caseFacts(fields, today, agencyOf(fields.leadAgencyId)?.name ?? '').map((fact) => (
          <li key={`${fact.of} ${fact.value}`}>
            {fact.of} <b>{fact.value}</b> {fact.after ? <b>{fact.after}</b> : null}
            {fact.flag ? <LateFlag withIcon>{fact.flag}</LateFlag> : null}
          </li>
        ))}
      </ul>
      <div className="row wrap chair-warnings">
        {of.riskWarnings.map(({ id, warning }) => (
          <RiskWarning key={id}>{warning}</RiskWarning>
        ))}
        {concerns.length > 0 ? (
          <span className="chip wraps">
            <span className="chip-of">Concerns</span>
            {concerns.map(({ agencyId }) => (
              <AgencyCode key={agencyId} agency={agencyOf(agencyId)} />
            ))}
          </span>
        ) : null}
      </div>
      <div className="chair-ribbon">
        {of.colourChanges.length > 0 ? (
          <ColourRibbon
            size="small"
            changes={of.colourChanges.map((change) => ({ colour: change.colour, on: change.decidedOn }))}
            today={today}
          />
        ) : null}
      </div>
    </header>
  );
}
