import type { Column, Content } from 'pdfmake/interfaces';
import { clockOfMinutes, minutesOfClock } from '../../shared/agenda/clock-time';
import { fittedTo } from './layout/printable';
import { pieces } from './layout/prose';
import { quiet, small, strong } from './layout/spans';
import { drawing, lettering, type Spoken } from './layout/svg';
import { type HeadedTable, type Row, table } from './layout/tables';
import { hairline, ink, inner, size, soft, tint, white } from './layout/tokens';
import type { AgendaDocumentSlot, AgendaDocumentView } from './views';
import { counted } from './words';

const nameColumn = 104;
const rowHeight = 17;
const barWidth = inner - nameColumn - 8;

/** The reader's own times, large enough to read at arm's length. */
export function ownSlot(slot: AgendaDocumentSlot): Content {
  const times = (name: string, at: readonly string[]): Column => ({
    width: 104,
    stack: [
      { text: name, fontSize: size.small, color: soft },
      ...at.map((text): Content => ({ text, font: 'Heavy', fontSize: at.length > 1 ? 20 : 30, lineHeight: 0.95 })),
    ],
  });
  const waits = slot.waits === 0 ? 'without waiting' : `with ${counted(slot.waits, 'minute')} of waiting`;
  const cases = counted(slot.own.length, 'case');
  const note = slot.isThroughout
    ? 'Core agencies attend throughout.'
    : slot.isCore
      ? 'Every case in your time.'
      : slot.isRemote
        ? `${cases}, by call.`
        : `${cases}, ${waits}.`;
  const who = {
    width: inner - 22 - 2 * 104 - 16,
    stack: [
      ...pieces(slot.agency).map((text): Content => ({ text, font: 'Heavy', fontSize: text.length > 40 ? 11 : 15 })),
      ...pieces(slot.people).map((text): Content => ({ text })),
      { text: note, margin: [0, 3, 0, 0] } satisfies Content,
    ],
  };
  return {
    table: {
      widths: [inner - 22],
      body: [
        [
          {
            columns: [
              who,
              times(
                slot.isRemote ? 'Call from' : 'Arrive',
                slot.stays.map(({ arrivesAt }) => arrivesAt),
              ),
              times(
                slot.isRemote ? 'to' : 'Leave',
                slot.stays.map(({ leavesAt }) => leavesAt),
              ),
            ],
            columnGap: 8,
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 1.6,
      vLineWidth: () => 1.6,
      hLineColor: () => ink,
      vLineColor: () => ink,
      paddingLeft: () => 9,
      paddingRight: () => 9,
      paddingTop: () => 7,
      paddingBottom: () => 8,
    },
    margin: [0, 0, 0, 4],
  };
}

export function whenToCome(slots: readonly AgendaDocumentSlot[]): HeadedTable {
  const columns = [
    { head: 'Agency', width: 112 },
    { head: 'Person', width: 'rest' },
    { head: 'Arrive', width: 44 },
    { head: 'Leave', width: 44 },
    { head: 'Cases', width: 92 },
    { head: 'Waiting', width: 40 },
  ] as const;
  const partners = slots.filter(({ isCore }) => !isCore).toSorted((one, other) => one.arrives - other.arrives);
  const core = slots.filter(({ isCore }) => isCore);
  const large = (text: string) => ({ text, font: 'Heavy', fontSize: 13 });
  return table(columns, [
    ...partners.map(
      (slot): Row => ({
        cells: [
          [strong(slot.agency, { fontSize: 11 }), small(slot.code === '' ? '' : `  ${slot.code}`)],
          slot.people,
          large(slot.stays.map(({ arrivesAt }) => arrivesAt).join('\n')),
          large(slot.stays.map(({ leavesAt }) => leavesAt).join('\n')),
          runsOf(slot.own.map(({ position }) => position)),
          slot.isRemote ? quiet('by call') : slot.waits === 0 ? quiet('none') : `${slot.waits} min`,
        ],
      }),
    ),
    ...core.map(
      (slot): Row => ({
        cells: [
          [strong(slot.agency), small(slot.code === '' ? '' : `  ${slot.code}`)],
          slot.people,
          slot.stays.map(({ arrivesAt }) => arrivesAt).join('\n'),
          slot.stays.map(({ leavesAt }) => leavesAt).join('\n'),
          'all',
          '',
        ],
      }),
    ),
  ]);
}

/** `1, 3–5, 8`: an agency that is there for most of sixty cases would else have a column of numbers. */
function runsOf(positions: readonly number[]): string {
  const runs: number[][] = [];
  for (const position of positions) {
    const run = runs.at(-1);
    if (run?.at(-1) === position - 1) run.push(position);
    else runs.push([position]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(', ') : `${run[0]}–${run.at(-1)}`)).join(', ');
}

/** A row an agency: its cases filled, its waiting hatched, the breaks a pale column. Names stand outside the drawing. */
export function timeline(slots: readonly AgendaDocumentSlot[], view: AgendaDocumentView): Content[] {
  const scale = barWidth / view.totalMinutes;
  const ordered = slots.toSorted((one, other) => Number(other.isCore) - Number(one.isCore) || one.arrives - other.arrives);
  const grid = gridLines(view, scale);
  const row = (name: string, body: string, height: number, spoken: Spoken) => [
    {
      text: fittedTo(name, (nameColumn - 2) / size.small),
      noWrap: true,
      fontSize: size.small,
      margin: [0, 2, 0, 0] as [number, number, number, number],
    },
    drawing(barWidth + 8, height, body, spoken),
  ];
  return [
    {
      table: {
        widths: [nameColumn, barWidth + 8],
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [
          row('', clockLabels(view, scale), 14, { tag: 'unread' }),
          ...ordered.map((slot) => row(slot.agency, grid + bar(slot, view, scale), rowHeight, { alt: barWords(slot) })),
        ],
      },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: () => 0,
        paddingLeft: () => 0,
        paddingRight: () => 0,
        paddingTop: () => 0,
        paddingBottom: () => 0,
      },
    },
  ];
}

/** What a row of the drawing shows. */
function barWords({ stays, own, waits }: AgendaDocumentSlot): string {
  const times = stays.map(({ arrivesAt, leavesAt }) => `${arrivesAt} to ${leavesAt}`).join(', ');
  const cases = own.length === 0 ? '' : ` Own cases: ${own.map(({ position }) => position).join(', ')}.`;
  return `In the room ${times}.${cases}${waits === 0 ? '' : ` Waits ${counted(waits, 'minute')}.`}`;
}

const rect = (x: number, y: number, width: number, height: number, fill: string, stroke = '') =>
  `<rect x="${x.toFixed(2)}" y="${y}" width="${Math.max(0, width).toFixed(2)}" height="${height}" fill="${fill}"${stroke === '' ? '' : ` stroke="${stroke}" stroke-width="0.8"`}/>`;

/** Ticks on round clock times, at most some ten of them. */
function ticks({ meeting, totalMinutes }: AgendaDocumentView) {
  const start = minutesOfClock(meeting.startsAt);
  const step = [15, 30, 60, 120].find((minutes) => totalMinutes / minutes <= 11) ?? 240;
  const first = Math.ceil(start / step) * step;
  const count = Math.max(0, Math.floor((start + totalMinutes - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step).map((clock) => ({
    at: clock - start,
    clock,
    isHour: clock % 60 === 0,
  }));
}

function gridLines(view: AgendaDocumentView, scale: number): string {
  const pauses = view.breaks.map(({ from, minutes }) => rect(from * scale, 0, minutes * scale, rowHeight, tint));
  const lines = ticks(view).map(
    ({ at, isHour }) => `<path d="M${(at * scale).toFixed(2)} 0 V${rowHeight}" stroke="${hairline}" stroke-width="${isHour ? 0.9 : 0.4}"/>`,
  );
  return [...pauses, ...lines].join('');
}

function clockLabels(view: AgendaDocumentView, scale: number): string {
  return ticks(view)
    .map(({ at, clock, isHour }) => {
      const x = at * scale;
      const anchor = x < 10 ? 'start' : x > barWidth - 10 ? 'end' : 'middle';
      return lettering(x, 9, 7.5, clockOfMinutes(clock), { isHeavy: isHour, fill: isHour ? ink : soft, anchor });
    })
    .join('');
}

function bar(slot: AgendaDocumentSlot, view: AgendaDocumentView, scale: number): string {
  const whole = slot.stays.map(({ from, to }) => rect(from * scale + 0.5, 2.5, (to - from) * scale - 1, 11, white, ink)).join('');
  const waiting = slot.waiting.map(({ from, to }) => hatching(from * scale, to * scale)).join('');
  const pauses = view.breaks
    .filter((pause) => slot.stays.some(({ from, to }) => from <= pause.from && to >= pause.from + pause.minutes))
    .map(({ from, minutes }) => rect(from * scale, 2.5, minutes * scale, 11, hairline, ink));
  const own = slot.own.map(({ position, from, to }) => {
    const width = (to - from) * scale;
    const number =
      width < 5 * String(position).length + 2
        ? ''
        : lettering(((from + to) / 2) * scale, 10.6, 7.5, String(position), { fill: white, anchor: 'middle' });
    return `<rect x="${(from * scale).toFixed(2)}" y="2" width="${width.toFixed(2)}" height="12" fill="${ink}" stroke="${white}" stroke-width="0.7"/>${number}`;
  });
  return [whole, waiting, ...pauses, ...own].join('');
}

function hatching(from: number, to: number): string {
  let path = '';
  for (let x = from + 1; x < to - 1; x += 3.4) path += `M${x.toFixed(1)} 13.2 L${Math.min(x + 4, to).toFixed(1)} 2.8 `;
  return `<path d="${path}M0 0" stroke="${soft}" stroke-width="0.5" fill="none"/>`;
}

/** What the fillings mean that are there; whoever hears the drawings is told in words. */
export function timelineKey(slots: readonly AgendaDocumentSlot[], { breaks }: AgendaDocumentView): Content {
  const key = (body: string, words: string): Column[] => [
    { ...drawing(26, 10, body, { tag: 'unread' }), width: 26 },
    { text: [small(words)], width: 'auto' },
  ];
  return {
    columns: [
      ...key(rect(0, 1, 24, 8, ink), 'own case, by number'),
      ...(slots.every(({ waiting }) => waiting.length === 0)
        ? []
        : key(
            `${rect(0.5, 1, 24, 8, white, ink)}${[4, 9, 14, 19].map((x) => `<path d="M${x} 9 l4 -8" stroke="${soft}" stroke-width="0.6"/>`).join('')}`,
            'waiting',
          )),
      ...(breaks.length === 0 ? [] : key(rect(0.5, 1, 24, 8, hairline, ink), 'break')),
    ],
    columnGap: 6,
    margin: [0, 0, 0, 6],
    tag: 'unread',
  };
}
