import type { PictureId } from './picture';
import { leastShown } from './suppression';

interface Term {
  readonly term: string;
  readonly meaning: string;
  /** The pictures that use it; none where every one does. */
  readonly of?: readonly PictureId[];
}

/** What the words of Insight mean, for whoever reads a report without the app beside it. */
const terms: readonly Term[] = [
  {
    term: 'On the scheme',
    meaning:
      'Adopted on or before a day and not let go of by its end. People who are only proposed are not counted. Entering custody does not take anybody off.',
  },
  {
    term: 'Colour',
    meaning: 'How a case stands, decided by the partnership with a reason. It holds until the next is decided.',
    of: ['colours', 'colour-changes', 'time-in-colour', 'time-on-scheme', 'workload'],
  },
  {
    term: 'Change of colour',
    meaning: 'From one colour to another. A first colour, and one that was confirmed, are no changes.',
    of: ['colour-changes'],
  },
  { term: 'Spell', meaning: 'An unbroken stretch of days at one colour.', of: ['time-in-colour'] },
  {
    term: 'Middle length',
    meaning:
      'Half of the spells were as long or shorter and half as long or longer (the median), so that one very long one does not carry it away.',
    of: ['time-in-colour'],
  },
  {
    term: 'Good day to be released',
    meaning: 'A working day with another after it, so that housing, pharmacy and Jobcentre are open on the day and the next.',
    of: ['releases'],
  },
  {
    term: 'Need',
    meaning: 'Something recorded on a case along one of the pathways, such as accommodation or drugs, that bears on offending (HMI 5.12).',
    of: ['needs'],
  },
  {
    term: 'Progress',
    meaning: 'Good, some, none or worse, as the last review of the need found it (HMI 8.12). A need that was not reviewed has none.',
    of: ['needs'],
  },
  {
    term: 'Statutory position',
    meaning: 'Where a person stands with the courts. Voluntary means that no sentence, order or licence binds them (HMI 4.10).',
    of: ['positions'],
  },
  {
    term: 'Risk of Serious Harm',
    meaning:
      'How likely, and how grave, harm to others would be, as probation assesses it. Not assessed is a finding of its own (HMI 4.12).',
    of: ['risk'],
  },
  {
    term: 'In time',
    meaning: 'Settled on or before the due day, or at the first conference after it: what was done by Friday is often heard of on Tuesday.',
    of: ['actions'],
  },
  {
    term: 'Circumstances changed, agency did not act, withdrawn',
    meaning:
      'Three different ends of an action that was not done: it was no longer possible; it was possible and nobody did it; it was called off.',
    of: ['actions'],
  },
  { term: 'Carried forward', meaning: 'Brought back on the agenda of a later conference because it was still open.', of: ['actions'] },
  {
    term: 'Waited',
    meaning:
      'Minutes in which somebody of an agency that does not stay throughout was in the room with no case of their own being heard (CAM 3.3.19).',
    of: ['meeting-cost'],
  },
  {
    term: 'List order, least found',
    meaning:
      'What partners would have waited had the cases been heard in the order in which the list came in; and in the best order that was found.',
    of: ['meeting-cost'],
  },
  {
    term: 'Year at liberty',
    meaning: '365¼ days that were not spent in custody. Somebody in prison cannot be arrested in the street, so days there are taken out.',
    of: ['before-after'],
  },
  {
    term: 'At least, at most',
    meaning:
      'The range that holds the true figure 95 times in 100. Where two ranges lie apart the figures can be told apart; where they overlap the difference may be chance.',
    of: ['before-after', 'equality'],
  },
  {
    term: 'Regression to the mean',
    meaning: 'People are chosen when they offend most, so they would offend less afterwards even if nothing were done.',
    of: ['before-after'],
  },
  {
    term: 'Small numbers',
    meaning: `Groups of fewer than ${leastShown} people, and figures from which such a group could be worked out, stand as a dash. Figures stand at the ends of quarters and move on only once enough people came or went, so that two reports cannot be taken from each other.`,
    of: ['equality'],
  },
  {
    term: 'The area',
    meaning: 'The people who live there, in the shares that were entered with their source.',
    of: ['equality'],
  },
  {
    term: 'OGRS',
    meaning: 'The Offender Group Reconviction Scale: how many in a hundred people of the same age and record are convicted again.',
    of: ['definitions'],
  },
];

/** The terms that these pictures use, in their order. */
export function termsOf(pictures: readonly PictureId[]): readonly { readonly term: string; readonly meaning: string }[] {
  return terms
    .filter(({ of }) => of === undefined || of.some((id) => pictures.includes(id)))
    .map(({ term, meaning }) => ({ term, meaning }));
}
