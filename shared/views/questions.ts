/** What an agency was asked about a case. Days are `YYYY-MM-DD`, instants ISO 8601 UTC. */
export interface QuestionView {
  readonly id: string;
  readonly caseId: string;
  readonly caseName: string;
  readonly agencyId: string;
  readonly text: string;
  readonly wantedOn: string;
  readonly meetingId: string | null;
  /** The day of the conference that it was asked for, where that is over. */
  readonly overSince: string | null;
  readonly askedAt: string;
  readonly askedByName: string;
  /** What the agency sent in answer, the earliest first; empty while nobody has. */
  readonly answers: readonly AnswerView[];
}

export interface AnswerView {
  /** Of the update that it is. */
  readonly id: string;
  readonly text: string;
  readonly personName: string;
  readonly sentAt: string | null;
  /** The day of the conference that it came too late for; null where it came in time. */
  readonly missed: string | null;
}

/** The questions on one case, and what a new one would be for. */
export interface CaseQuestions {
  /** Those without an answer first, the soonest wanted first; then the rest, the latest first. */
  readonly questions: readonly QuestionView[];
  /** The conference that is running or comes next; null where none is planned. */
  readonly ahead: {
    readonly id: string;
    readonly heldOn: string | null;
    /** By when an answer is of use there: its day, or today where it has run on past it. */
    readonly wantedOn: string | null;
  } | null;
}
