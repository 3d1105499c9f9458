import type { Content } from 'pdfmake/interfaces';
import { formatDay, formatDayWithYear } from '../../shared/language/dates';
import { byText } from '../../shared/language/in-order';
import { agendaReasonName } from '../../shared/language/meeting';
import { ownSlot, timeline, timelineKey, whenToCome } from './agenda-slots';
import { issuedPlan } from './issued-plan';
import { badge } from './layout/badge';
import { barBox } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { heading } from './layout/headings';
import { masthead } from './layout/masthead';
import { pieces } from './layout/prose';
import { quiet, small, strong } from './layout/spans';
import { type Row, table } from './layout/tables';
import { inner, size, soft, tint } from './layout/tokens';
import type { AgendaDocumentItem, AgendaDocumentView } from './views';
import { counted, dayAndTimeWords, joined } from './words';

/** When to arrive and leave comes first and large; then who is in the room when; then the order of business. */
export function agendaPlan(view: AgendaDocumentView): DocumentPlan {
  const { scheme, document, meeting, slots, items } = view;
  const everybody = view.ownSlot === null ? slots : [view.ownSlot, ...slots.filter(({ agency }) => agency !== view.ownSlot?.agency)];
  const times = whenToCome(slots);
  const content: Content[] = [
    masthead(scheme, 'Agenda', joined([meeting.title, meeting.place]), [
      ['When', `${formatDayWithYear(meeting.heldOn)}, ${meeting.startsAt} to ${meeting.endsAt}`],
      ['Chair', meeting.chair],
      [view.namesAllCases ? 'Cases' : 'Your cases', String(items.length)],
      ['Number', document.number],
    ]),
    ...(view.ownSlot === null ? [] : [ownSlot(view.ownSlot)]),
    ...(slots.length === 0 ? [] : [heading('When to come', { room: 60, above: times }), times]),
    ...waitingLine(view),
    ...(everybody.length === 0 || view.totalMinutes === 0
      ? []
      : [heading('Who is in the room when', { room: 90 }), timelineKey(everybody, view), ...timeline(everybody, view)]),
    heading(view.namesAllCases ? 'Order of business' : 'Your cases', { room: 120 }),
    items.length === 0
      ? { text: view.namesAllCases ? 'No case is on the agenda yet.' : 'None of the cases concerns your agency.' }
      : business(view),
    ...codeKey(view),
    ...asked(view),
    barBox({ text: [strong('Before you come. '), beforeYouCome(view)] }, inner, [0, 14, 0, 0]),
  ];
  return issuedPlan(view, `Agenda, ${formatDayWithYear(meeting.heldOn)}`, content);
}

function hoursWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return hours === 0 ? counted(rest, 'minute') : rest === 0 ? counted(hours, 'hour') : `${hours} h ${rest} min`;
}

function waitingLine({ waiting, slots, breaks }: AgendaDocumentView): Content[] {
  if (waiting === null || slots.every(({ isCore }) => isCore)) return [];
  const aside = breaks.length === 0 ? '' : breaks.length === 1 ? ', the break aside' : ', the breaks aside';
  const now = waiting.now === 0 ? 'No partner waits.' : `Partners wait ${hoursWords(waiting.now)} in all${aside}.`;
  const otherwise = waiting.now === waiting.listOrder ? '' : ` In the order the list came in it would be ${hoursWords(waiting.listOrder)}.`;
  const text = `${now}${otherwise}`;
  return [{ text, fontSize: size.small, color: soft, margin: [0, 5, 0, 0] }];
}

function business(view: AgendaDocumentView): Content {
  const columns = [
    { head: 'Time', width: 30 },
    { head: '', width: 18, isRight: true },
    { head: 'Case', width: 126 },
    { head: 'Min.', width: 20, isRight: true },
    { head: 'Colour now', width: 62 },
    { head: 'Why it is called', width: 74 },
    { head: 'With', width: 'rest' },
  ] as const;
  const cases = view.items.map((item) => ({ at: item.startsAt, order: 1, row: caseRow(item) }));
  const around = view.namesAllCases ? aroundCases(view) : [];
  // Clock times as text sort as times do, and the sort keeps the order of the list where two begin together.
  const rows = [...around, ...cases].sort((one, other) => byText(one.at, other.at) || one.order - other.order).map(({ row }) => row);
  return table(columns, rows);
}

/** A partner's copy has no list of agencies, so what their letters stand for is said below the cases. */
function codeKey({ codes = [] }: AgendaDocumentView): Content[] {
  if (codes.length === 0) return [];
  return pieces(codes.map(({ code, agency }) => `${code} ${agency}`).join(' · ')).map((text) => ({
    unbreakable: true,
    stack: [{ text: [small(text)] }],
    margin: [0, 5, 0, 0],
  }));
}

/** What the reader was asked, to be answered before coming. Nothing where all is answered. */
function asked({ questions = [], namesAllCases }: AgendaDocumentView): Content[] {
  if (questions.length === 0) return [];
  const columns = [
    { head: 'Wanted by', width: 62 },
    { head: '', width: 18, isRight: true },
    { head: 'Case', width: 118 },
    ...(namesAllCases ? [{ head: 'Asked of', width: 78 }] : []),
    { head: 'Question', width: 'rest' as const },
  ];
  const rows = questions.map(
    ({ position, name, text, wantedOn, agency }): Row => ({
      cells: [
        strong(formatDay(wantedOn)),
        quiet(position === null ? '' : String(position)),
        strong(name),
        ...(namesAllCases ? [agency] : []),
        text,
      ],
    }),
  );
  const title = namesAllCases ? 'Asked of core agencies, not answered yet' : `${counted(questions.length, 'question')} to you`;
  const list = table(columns, rows);
  return [heading(title, { room: 80, above: list }), list];
}

function caseRow(item: AgendaDocumentItem): Row {
  return {
    cells: [
      strong(item.startsAt),
      quiet(String(item.position)),
      strong(item.name),
      String(item.minutes),
      { draw: badge([item.colour]).content },
      agendaReasonName[item.reason],
      item.agencies.length === 0 ? quiet('core agencies only') : item.agencies.join(', '),
    ],
  };
}

function aroundCases({ meeting, breaks }: AgendaDocumentView) {
  return [
    {
      at: meeting.startsAt,
      order: 0,
      row: { cells: [strong(meeting.startsAt), strong('Welcome, confidentiality statement, actions from last time')] },
    },
    ...breaks.map((pause) => ({
      at: pause.startsAt,
      order: 0,
      row: { cells: [pause.startsAt, `${pause.title === '' ? 'Break' : pause.title}, ${counted(pause.minutes, 'minute')}`], fill: tint },
    })),
    { at: meeting.endsAt, order: 2, row: { cells: [strong(meeting.endsAt), strong('Close')] } },
  ];
}

/** Core agencies attend throughout, so nobody carries messages for them or waits to be called. */
function beforeYouCome({ updatesBy, ownSlot: own, questions = [], namesAllCases }: AgendaDocumentView): string {
  const by = updatesBy === null ? '' : ` by ${dayAndTimeWords(updatesBy)}`;
  const join = own !== null && !own.isCore ? ' Join at your arrival time, not before: the case ahead may not concern you.' : '';
  const answers = questions.length === 0 ? '' : ' Answer what you are asked in Roundtable, by the day that stands beside it.';
  const message = namesAllCases ? '' : ' If nobody can come, your link worker carries your message.';
  return `Send your update on each of your cases${by}.${answers}${message}${join} A partner’s copy of this agenda names only its own cases.`;
}
