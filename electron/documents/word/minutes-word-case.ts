import type { Paragraph } from 'docx';
import { type Colour, colourWord } from '../../../shared/language/colour';
import { formatDayWithYear } from '../../../shared/language/dates';
import { schemeDecisionName } from '../../../shared/language/meeting';
import { dissentsIn } from '../../../shared/rules/dissent';
import { colourMarks } from '../layout/tokens';
import { askedWords, noReason } from '../minutes-case';
import type { MinutesCase } from '../views';
import { assessmentWords, identityWords, joined, labelled } from '../words';
import { ownedActions } from './minutes-word-actions';
import { softRun, strongRun, type WordTable, wordBullet, wordHeading, wordParagraph, wordProse } from './word-parts';

export const caseAnchor = (position: number) => `case_${position}`;

/** Shape and word: the letters of the badge would be read out as letters. */
export const colourMark = (colour: Colour | null) =>
  colour === null ? 'No colour' : `${colourMarks[colour].glyph} ${colourWord[colour].toUpperCase()}`;

/** "▲ AMBER → ● GREEN", or one where it did not change. */
export function colourWords({ colourBefore, colourAfter }: Pick<MinutesCase, 'colourBefore' | 'colourAfter'>): string {
  const isChanged = colourBefore !== null && colourBefore !== colourAfter;
  return isChanged ? `${colourMark(colourBefore)} → ${colourMark(colourAfter)}` : colourMark(colourAfter);
}

/** A case under its own heading, with the parts of it under theirs; a part that holds nothing is left out. */
export function caseInWord(entry: MinutesCase, heldOn: string, agencies: readonly string[]): (Paragraph | WordTable)[] {
  const status = joined([entry.isDeferred ? 'Deferred to a later conference' : '', entry.statutoryLine]);
  const details = joined([identityWords(entry, heldOn), assessmentWords(entry), labelled('Lead:', entry.lead)]);
  return [
    wordHeading(2, `${entry.position} ${entry.name}`, caseAnchor(entry.position)),
    wordParagraph([strongRun(status === '' ? 'Statutory position not recorded' : status)], { keepNext: true }),
    ...wordProse(details, [], 'SoftParagraph'),
    ...entry.riskWarnings.map((warning) => wordBullet([strongRun('RISK  '), strongRun(warning.replaceAll('\n', ' '))])),
    wordHeading(3, 'Colour'),
    ...colour(entry),
    ...part(
      'Views',
      entry.contributions.flatMap(({ agency, person, text, question = '', missed }) => [
        ...(question === '' ? [] : wordProse(question, [strongRun(`${agency}  `), softRun(askedWords(missed))])),
        ...wordProse(text, [strongRun(`${agency}  `), softRun(person === '' ? '' : `${person}  `)]),
      ]),
    ),
    ...part('Discussion', wordProse(entry.discussion)),
    ...part('Decision', decision(entry, agencies)),
    wordHeading(3, entry.actions.length === 0 ? 'Review' : 'Actions'),
    ...(entry.actions.length === 0 ? [] : [ownedActions(`Actions on ${entry.name}`, entry.actions, heldOn)]),
    wordParagraph([softRun('Next review  '), strongRun(entry.nextReview === null ? 'not set' : formatDayWithYear(entry.nextReview))], {
      style: 'AfterTable',
    }),
  ];
}

const part = (title: string, body: readonly Paragraph[]): Paragraph[] => (body.length === 0 ? [] : [wordHeading(3, title), ...body]);

function colour(entry: MinutesCase): Paragraph[] {
  const isChanged = entry.colourBefore !== null && entry.colourBefore !== entry.colourAfter;
  const since = entry.colourSince === null ? '.' : ` ${isChanged ? 'from' : 'since'} ${formatDayWithYear(entry.colourSince)}.`;
  const before = [strongRun(colourWords(entry)), { text: `${since} ` }];
  return entry.colourReason.trim() === '' ? [wordParagraph(before)] : wordProse(entry.colourReason, before);
}

/** The decision, why, who did not agree, and who did. */
function decision(entry: MinutesCase, agencies: readonly string[]): Paragraph[] {
  const scheme = entry.decision === null ? '' : `${schemeDecisionName[entry.decision]}. `;
  const lines = [
    ...(scheme === '' && entry.decisionText.trim() === '' ? [] : wordProse(`${scheme}${entry.decisionText}`, [], 'Decision')),
    ...wordProse(entry.rationale, [softRun('Why  ')]),
    ...dissentsIn(entry.dissent, agencies).flatMap(({ agency, text }) =>
      wordProse(text === '' ? noReason : text, [strongRun('Dissent recorded  '), ...(agency === '' ? [] : [strongRun(`${agency}: `)])]),
    ),
    ...wordProse(entry.agreedBy.join(', '), [softRun('Agreed by  ')]),
  ];
  return lines.length === 0 ? [wordParagraph('No decision was recorded.')] : lines;
}
