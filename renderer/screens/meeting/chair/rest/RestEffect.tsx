import type { RestPreview } from '../../../../../shared/views/agenda';
import { AgencyCode } from '../../../../components/AgencyCode';
import { ColourBadge } from '../../../../components/colour/ColourBadge';
import { useScheme } from '../../../../data/scheme';
import { differenceWords, waitingWords } from '../../agenda/hints';

/** What would come of it: what partners wait, when it ends, who comes and goes when, and the cases in their new order. */
export function RestEffect({ preview }: { readonly preview: RestPreview }) {
  const { agencyOf } = useScheme();
  const { waiting, waitingBefore, endsAt, endsBefore, cases, agencies, violations } = preview;
  return (
    <section className="rest-effect" aria-label="The effect" aria-live="polite">
      <p>
        From here on partners wait <b>{waitingWords(waiting)}</b>, {differenceWords(waitingBefore, waiting)}. It ends at <b>{endsAt}</b>
        {endsAt === endsBefore ? ', as before.' : ` instead of ${endsBefore}.`}
      </p>
      {violations.map((words) => (
        <p key={words} className="late">
          <bdi>{words}</bdi>
        </p>
      ))}
      {agencies.length > 0 ? (
        <ul className="thin-rows" aria-label="Agencies whose times change">
          {agencies.map(({ agencyId, before, after }) => (
            <li key={agencyId}>
              <AgencyCode agency={agencyOf(agencyId)} />
              <span className="grow cut">{agencyOf(agencyId)?.name}</span>
              {before === null ? null : <s>{before}</s>} <b>{after ?? 'not needed'}</b>
            </li>
          ))}
        </ul>
      ) : null}
      <ol className="thin-rows rest-cases" aria-label="Cases in their new order">
        {cases.map(({ caseId, caseName, colour, position, positionBefore, startsAt }) => (
          <li key={caseId} data-moved={position !== positionBefore || undefined}>
            <span className="number">{position}</span>
            <ColourBadge colour={colour} size={14} />
            <span className="grow cut">
              <bdi>{caseName}</bdi>
            </span>
            <span className="small soft">
              {positionBefore === null ? 'comes in' : position === positionBefore ? '' : `was ${positionBefore}`}
            </span>
            <span className="at">{startsAt}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
