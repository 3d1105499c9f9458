import { cohortPartName } from '../../../shared/language/cohort';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { ScoreView } from '../../../shared/views/cohort';

/** A score with each part and its reason, by the version of the matrix that made it. */
export function ScoreTable({ score }: { readonly score: ScoreView }) {
  return (
    <>
      <table className="points">
        <caption className="visually-hidden">Points and where they come from</caption>
        <tbody>
          {score.parts.map(({ what, why, points }) => (
            <tr key={what}>
              <th scope="row">{what}</th>
              <td dir="auto">{why}</td>
              <td className="figure">{points}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Together</th>
            <td className="soft">
              {score.matrixVersion === null ? 'By the first weights' : `By version ${score.matrixVersion} of the matrix`}
              {score.scoredOn ? `, ${formatDayWithYear(score.scoredOn)}` : ''}, {score.scoredByName}
            </td>
            <td className="figure">
              <b>{score.points}</b>
            </td>
          </tr>
        </tbody>
      </table>
      <p className="note-box">
        <b>{score.proposedPart ? `Proposed: ${cohortPartName[score.proposedPart].toLowerCase()}. ` : 'No part is proposed. '}</b>
        {score.proposalReason}
      </p>
    </>
  );
}
