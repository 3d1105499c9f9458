import { documentRequest, holdersOf, listDocuments, versionsOf } from '../../../db/queries/documents';
import type { StoredMeeting } from '../../../db/queries/meetings';
import { correctionsOf } from '../../../db/queries/minutes-corrections';
import { listAgencies } from '../../../db/queries/scheme';
import { meetings, minutesCorrections } from '../../../db/schema';
import { formatDayWithYear } from '../../../shared/language/dates';
import { deliveryWayName } from '../../../shared/language/document';
import { Refusal } from '../../../shared/language/refusal';
import { corrected, correctionWords } from '../../documents/minutes-correction';
import type { IssuedDocument, MinutesView, PrintedCorrection } from '../../documents/views';
import { minutesCaseIds, minutesView } from '../document-views/minutes-view';
import type { Reader } from '../document-views/reader';
import { forAllToRead } from '../document-views/shared-texts';
import type { Session } from '../session';
import { labelOf } from './correction-labels';
import type { KeptRequest, NewDocument } from './issue-one';

export const fullRecord = 'Full record: core agencies only';

export interface MinutesAsIssued {
  readonly view: MinutesView;
  /** By position. */
  readonly caseIds: readonly string[];
  /** The version it is, or 0 where the conference was read anew. */
  readonly version: number;
}

const identity = (meeting: StoredMeeting, reader: Reader) => ({
  kind: 'minutes' as const,
  meetingId: meeting.id,
  agencyId: reader,
  scope: '',
  aboutCaseId: null,
});

/**
 * The final minutes as they went out, which is what a correction corrects. On a computer that did not issue them they are
 * read anew from the conference, which has been locked since.
 */
export function finalMinutes(session: Session, meeting: StoredMeeting, reader: Reader): MinutesAsIssued {
  const [latest] = versionsOf(session.read, identity(meeting, reader)).filter(({ isFinal }) => isFinal);
  const kept = latest === undefined ? undefined : documentRequest(session.read, latest.id);
  if (latest !== undefined && kept !== undefined) {
    const { request, caseIds } = JSON.parse(kept) as KeptRequest;
    if (request.kind === 'minutes') return { view: request.view, caseIds, version: latest.version };
  }
  const issued = { number: '', version: 0, isFinal: true, issuedAt: null, reader: '', correction: '' };
  return { view: minutesView(session, meeting, reader, issued, []), caseIds: minutesCaseIds(session, meeting, reader), version: 0 };
}

/** Whether the full record has gone out as final, or somebody has begun to correct it. */
export function hasFinalMinutes({ read }: Session, meeting: StoredMeeting): boolean {
  return versionsOf(read, identity(meeting, null)).some(({ isFinal }) => isFinal) || correctionsOf(read, meeting.id).length > 0;
}

/** Minutes of a conference that is closed: a draft, or final, which locks it. */
export function firstMinutes(session: Session, meeting: StoredMeeting, isFinal: boolean): NewDocument {
  return {
    ...identity(meeting, null),
    title: titleOf(meeting),
    recipient: 'Core agencies',
    isFinal,
    reader: fullRecord,
    mustNotChange: isFinal,
    caseIds: minutesCaseIds(session, meeting, null),
    content: (issued) => ({
      kind: 'minutes',
      view: minutesView(session, meeting, null, { ...issued, correction: '' }, distribution(session, meeting.id, issued)),
    }),
    ...(isFinal && meeting.state !== 'final'
      ? { together: (operation) => operation.put(meetings, meeting.id, { state: 'final' as const }) }
      : {}),
  };
}

/** The next version of final minutes, with the corrections that wait laid over the version that stands. */
export function correctedMinutes(session: Session, meeting: StoredMeeting): NewDocument {
  const waiting = correctionsOf(session.read, meeting.id).filter(({ version }) => version === 0);
  if (waiting.length === 0) {
    throw new Refusal(
      'The minutes of this conference are final, and no correction waits. Say first what was wrong and what it should say; then issue the next version.',
    );
  }
  return {
    ...identity(meeting, null),
    title: titleOf(meeting),
    recipient: 'Core agencies',
    isFinal: true,
    reader: fullRecord,
    caseIds: finalMinutes(session, meeting, null).caseIds,
    content: (issued) => ({ kind: 'minutes', view: correctedView(session, meeting, null, issued) }),
    together: (operation, issued) => {
      for (const { id } of waiting) operation.put(minutesCorrections, id, { version: issued.version });
    },
  };
}

/** An agency's own minutes: its cases alone, with every correction to them that was issued. */
export function agencyMinutes(session: Session, meeting: StoredMeeting, agencyId: string, name: string): NewDocument {
  const isFinal = meeting.state === 'final';
  return {
    ...identity(meeting, agencyId),
    title: `${titleOf(meeting)}: ${name}`,
    recipient: name,
    isFinal,
    reader: `For ${name} only`,
    caseIds: minutesCaseIds(session, meeting, agencyId),
    content: (issued) => ({ kind: 'minutes', view: correctedView(session, meeting, agencyId, issued) }),
  };
}

export function correctedView(session: Session, meeting: StoredMeeting, reader: Reader, issued: IssuedDocument): MinutesView {
  const every = correctionsOf(session.read, meeting.id);
  const base: MinutesAsIssued =
    reader === null
      ? finalMinutes(session, meeting, null)
      : {
          view: minutesView(session, meeting, reader, { ...issued, correction: '' }, []),
          caseIds: minutesCaseIds(session, meeting, reader),
          version: 0,
        };
  const own = new Set(base.caseIds);
  // What an agency's copy may say of attendance and general actions concerns all; a case only where it is the agency's own.
  const known = every.filter(({ caseId, version }) => (caseId === null || own.has(caseId)) && (reader === null || version > 0));
  const missing = known.filter(({ version }) => version === 0 || version > base.version);
  // What was put right may be what had been written down of somebody else.
  const clean = forAllToRead(session, reader);
  const changes = missing.map(({ caseId, target, says }) => ({
    position: caseId === null ? null : base.caseIds.indexOf(caseId) + 1,
    target,
    says: caseId === null ? clean(says) : says,
  }));
  const corrections = known.map(({ caseId, target, said, says, reason, version }): PrintedCorrection => {
    const position = caseId === null ? 0 : base.caseIds.indexOf(caseId) + 1;
    const entry = base.view.cases.find((each) => each.position === position);
    const label = labelOf(base.view, position, target);
    return {
      version: version === 0 ? issued.version : version,
      what: entry === undefined ? label : `${position} ${entry.name}: ${label}`,
      said: clean(correctionWords(target, said)),
      says: clean(correctionWords(target, says)),
      reason: clean(reason),
    };
  });
  return {
    ...corrected(base.view, changes),
    document: { ...issued, correction: summaryOf(corrections, issued) },
    corrections,
    distribution: reader === null ? distribution(session, meeting.id, issued) : [],
  };
}

function summaryOf(corrections: readonly PrintedCorrection[], { version }: IssuedDocument): string {
  if (corrections.length === 0) return '';
  const here = corrections.filter((each) => each.version === version);
  const what = (here.length > 0 ? here : corrections).map((each) => each.what).join('; ');
  const earlier = version > 1 ? 'It replaces every earlier version, which is to be destroyed. ' : '';
  return `${earlier}Changed: ${what}. The words before and now are under Corrections.`;
}

const titleOf = (meeting: StoredMeeting) => `Minutes, ${meeting.heldOn === null ? '' : formatDayWithYear(meeting.heldOn)}`;

/**
 * Who is to read what of this conference: the core agencies this record, and each agency its pack or minutes, with the day on
 * which it was handed to them. Agendas and sheets to sign go round and are no part of the record.
 */
export function distribution(session: Session, meetingId: string, issued: IssuedDocument): MinutesView['distribution'] {
  const numberOf = ({ number, version }: Pick<IssuedDocument, 'number' | 'version'>) => `${number} v${version}`;
  const core = listAgencies(session.read).filter(({ isCore, isWithdrawn }) => isCore && !isWithdrawn);
  return [
    ...core.map(({ name }) => ({ recipient: name, what: 'This record, in full', number: numberOf(issued), sentAt: null })),
    ...listDocuments(session.read, { meetingId })
      .filter(({ kind }) => kind !== 'agenda' && kind !== 'attendance-sheet')
      .flatMap((document): MinutesView['distribution'] => {
        const { recipient, title, kind, agencyId, isLatest } = document;
        const held = holdersOf(session.read, document).filter(({ documentId }) => documentId === document.id);
        if (held.length > 0) {
          return held.map((holder) => ({
            recipient: holder.recipient,
            what: `${title}, ${deliveryWayName[holder.how]}`,
            number: numberOf(document),
            sentAt: holder.deliveredAt,
          }));
        }
        const isWanted = isLatest && (kind !== 'minutes' || agencyId !== null);
        return isWanted ? [{ recipient, what: title, number: numberOf(document), sentAt: null }] : [];
      }),
  ];
}
