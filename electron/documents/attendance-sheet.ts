import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { issuedPlan } from './issued-plan';
import { barBox } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { heading } from './layout/headings';
import { masthead } from './layout/masthead';
import { pieces } from './layout/prose';
import { lineBreak, quiet, span, strong } from './layout/spans';
import { type Cell, type Row, table } from './layout/tables';
import { inner } from './layout/tokens';
import type { AttendanceSheetView } from './views';
import { joined } from './words';

/** The confidentiality statement, and a line for each to sign it. Whoever does not sign does not stay. */
export function attendanceSheetPlan(view: AttendanceSheetView): DocumentPlan {
  const { scheme, document, meeting, expected, spareRows } = view;
  const columns = [
    { head: 'Agency, name and post', width: 172 },
    { head: 'Expected', width: 60 },
    { head: 'In', width: 34 },
    { head: 'Out', width: 34 },
    { head: 'Signature: I agree to the statement', width: 'rest' },
  ] as const;
  const rows = [
    ...expected.map((each): Row => ({ cells: roomToSign(each) })),
    ...Array.from({ length: spareRows }, (): Row => ({ cells: [[span('\u00a0'), lineBreak, span('\u00a0')], '', '', '', ''] })),
  ];
  const content: Content[] = [
    masthead(scheme, 'Attendance', joined([meeting.title, meeting.place]), [
      ['When', `${formatDayWithYear(meeting.heldOn)}, ${meeting.startsAt} to ${meeting.endsAt}`],
      ['Chair', meeting.chair],
      ['Number', document.number],
    ]),
    ...pieces(scheme.confidentiality).map((piece, index) =>
      barBox({ text: index === 0 ? [strong('Confidentiality. '), piece] : piece }, inner),
    ),
    {
      text: 'By signing I agree to this statement for all that I hear, see and am given here. Nobody on the scheme is named on this sheet.',
      margin: [0, 8, 0, 0],
    },
    heading('Present', { room: 80 }),
    table(columns, rows),
  ];
  return issuedPlan(view, `Attendance, ${formatDayWithYear(meeting.heldOn)}`, content);
}

/** Two lines, so that there is room to sign, and half the page to do it in. */
function roomToSign({ agency, name, post, arrivesAt, leavesAt }: AttendanceSheetView['expected'][number]): Cell[] {
  const when = arrivesAt === '' ? 'throughout' : `${arrivesAt} to ${leavesAt}`;
  const who = [span(name === '' ? '\u00a0' : name), quiet(post === '' ? '' : `  ${post}`)];
  return [[strong(agency), lineBreak, ...who], quiet(when), '', '', ''];
}
