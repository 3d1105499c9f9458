import type { ActionKind } from '../../../shared/language/action';
import type { Colour } from '../../../shared/language/colour';
import type { Pathway, Progress } from '../../../shared/language/pathway';
import type { Chance } from './chance';

/** What invented people say about invented people. Short, in the voice of those who sit round the table. */
const said: Readonly<Record<Pathway, Readonly<Record<'well' | 'badly', readonly string[]>>>> = {
  accommodation: {
    well: [
      'Keeping to the house rules and paying the service charge.',
      'Signed for the flat at Fern Street; the keys are his from Monday.',
    ],
    badly: ['Back on a sofa at Kestrel Court after losing the room.', 'Sleeping in the stairwell at Wharf End; outreach saw him twice.'],
  },
  employment: {
    well: ['Finished the second week of the warehouse course.', 'Turned up early for the interview and has a start date.'],
    badly: ['Missed both work coach appointments.', 'Left the course on the first day and gave no reason.'],
  },
  drugs: {
    well: ['Collects daily and gave two negative tests.', 'Back on script and asking about detox for the first time.'],
    badly: ['Three missed pick-ups; the script has been closed.', 'Using on top every day and says so.'],
  },
  alcohol: {
    well: ['Eleven weeks dry by his own count and the meter agrees.', 'Comes to the evening group without being chased.'],
    badly: ['Drunk at both appointments.', 'Says that drinking is not the problem; the custody record says otherwise.'],
  },
  health: { well: ['Takes the depot and sleeps better.'], badly: ['Missed the assessment for the third time.'] },
  finance: { well: ['Claim is in payment and the rent arrears have stopped growing.'], badly: ['No bank account, so no claim.'] },
  family: {
    well: ['Supervised contact every fortnight and it goes well.'],
    badly: ['Ex-partner asked for no contact; the order is being sought.'],
  },
  thinking: {
    well: ['Uses what the course taught him: walked away on Saturday.', 'Planned his week and kept to it.'],
    badly: ['Says the victim had it coming.', 'Acts first; three incidents in a week.'],
  },
  lifestyle: {
    well: ['Has not been seen with the Lowgate group for a month.', 'Plays five-a-side on the nights that used to go wrong.'],
    badly: ['Seen four times with the Lowgate group.', 'In the car that was stopped on the ring road on Friday.'],
  },
  attitudes: { well: ['Asked what the mentors could do for his brother.'], badly: ['Tears up every letter.'] },
};

const police: Readonly<Record<Colour, readonly string[]>> = {
  R: [
    'Intelligence of two burglaries on the estate, graded and current.',
    'Address checks at three places, not there; believed to be staying with an associate.',
  ],
  A: ['No arrests since the last conference; one stop, nothing found.', 'One piece of ungraded intelligence, not corroborated.'],
  G: ['No arrests, no intelligence, polite on the doorstep.', 'Tag compliant; the beat officer has nothing to add.'],
  B: ['No intelligence from the wing.', 'Phone found in a cell search; not attributed.'],
};
const probation: Readonly<Record<Colour, readonly string[]>> = {
  R: ['Two appointments missed; the warning letter has gone.', 'Breach papers are with the court.'],
  A: ['Kept two of three appointments.', 'Comes, but says little.'],
  G: ['Kept every appointment for six weeks.', 'Reporting moved to fortnightly and it holds.'],
  B: ['Video link booked with the offender manager in custody.', 'Sentence plan reviewed; release address still open.'],
};

export function policeUpdate(chance: Chance, colour: Colour): string {
  return chance.pick(police[colour]);
}
export function probationUpdate(chance: Chance, colour: Colour): string {
  return chance.pick(probation[colour]);
}
export function needUpdate(chance: Chance, pathway: Pathway, progress: Progress | null): string {
  return chance.pick(said[pathway][progress === 'good' || progress === 'some' ? 'well' : 'badly']);
}

const closing: Readonly<Record<Colour, readonly string[]>> = {
  R: ['All agree that he has to be found before anything else can work.', 'Enforcement first; support stays on offer.'],
  A: [
    'Housing is the thread: what goes wrong begins when the room is at risk.',
    'Enough going right to build on; not enough to step down.',
  ],
  G: ['The table would like to see a month more before stepping down.', 'Good news, and he should be told so.'],
  B: ['What matters now is the first three days after the gate.', 'The date may move; the plan must hold for either.'],
};
export function closingWords(chance: Chance, colour: Colour): string {
  return chance.pick(closing[colour]);
}

const colourReasons: Readonly<Record<Colour, readonly string[]>> = {
  R: ['Missed a fortnight of appointments, and graded intelligence of burglary.', 'Recall requested; whereabouts unknown since Thursday.'],
  A: ['Appointments kept for two weeks, and no new intelligence; not yet steady.', 'Lost the room and slipped, but came in and said so.'],
  G: ['Six weeks of kept appointments, negative tests and no intelligence.', 'Working, housed and engaged; no evidence of offending.'],
  B: ['Remanded to Stonefold on Tuesday; planning for release begins.', 'Recalled and in custody; the release plan is reopened.'],
};
export function colourReason(chance: Chance, colour: Colour): string {
  return chance.pick(colourReasons[colour]);
}

export interface ActionWords {
  readonly agencyKind: string;
  readonly text: string;
  readonly kind: ActionKind;
}

const anyAction: Readonly<Record<Colour, readonly ActionWords[]>> = {
  R: [
    { agencyKind: 'police', text: 'Arrest enquiries at two addresses', kind: 'enforcement' },
    { agencyKind: 'police', text: 'Share the bail conditions with all', kind: 'intelligence' },
    { agencyKind: 'probation', text: 'Send the final warning letter', kind: 'enforcement' },
  ],
  A: [
    { agencyKind: 'police', text: 'One unannounced visit a week, in pairs', kind: 'enforcement' },
    { agencyKind: 'probation', text: 'Three-way meeting with the key worker', kind: 'support' },
    { agencyKind: 'probation', text: 'Move the appointments off Thursday mornings', kind: 'administrative' },
  ],
  G: [
    { agencyKind: 'probation', text: 'Write to him about the step down', kind: 'administrative' },
    { agencyKind: 'police', text: 'Take him off the weekly visit list', kind: 'administrative' },
  ],
  B: [
    { agencyKind: 'prison', text: 'Send the resettlement plan', kind: 'support' },
    { agencyKind: 'prison', text: 'Ask for a release that is not on a Friday', kind: 'administrative' },
    { agencyKind: 'probation', text: 'Propose licence conditions to the governor', kind: 'enforcement' },
  ],
};
const needActions: Readonly<Partial<Record<Pathway, readonly ActionWords[]>>> = {
  accommodation: [
    { agencyKind: 'housing', text: 'Confirm the bed at Alder House', kind: 'support' },
    { agencyKind: 'housing', text: 'Duty assessment by video link', kind: 'support' },
  ],
  drugs: [
    { agencyKind: 'drugs', text: 'Offer a same-day script review', kind: 'support' },
    { agencyKind: 'drugs', text: 'Home visit after the missed pick-ups', kind: 'support' },
  ],
  alcohol: [{ agencyKind: 'alcohol', text: 'Offer a place in the evening group', kind: 'support' }],
  health: [{ agencyKind: 'mental-health', text: 'Book the assessment that was missed', kind: 'support' }],
  employment: [{ agencyKind: 'jobcentre', text: 'Open the claim at the gate', kind: 'support' }],
  finance: [{ agencyKind: 'debt', text: 'List the debts and ask for breathing space', kind: 'support' }],
  family: [{ agencyKind: 'childrens-services', text: 'First week’s contact plan, with the grandmother', kind: 'safeguarding' }],
  lifestyle: [{ agencyKind: 'mentoring', text: 'Meet him at the gate on the first day', kind: 'support' }],
  attitudes: [{ agencyKind: 'mentoring', text: 'Two sessions on the way out of Lowgate', kind: 'support' }],
};

/** Actions that the table could set for someone of this colour with these needs. */
export function possibleActions(colour: Colour, needs: readonly Pathway[]): readonly ActionWords[] {
  return [...anyAction[colour], ...needs.flatMap((pathway) => needActions[pathway] ?? [])];
}
