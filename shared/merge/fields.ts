/**
 * Fields in which several people write at once, word by word: what each of them wrote is joined, so that two chairs of
 * one conference lose nothing.
 */
const joined: ReadonlySet<string> = new Set(['agenda_items.discussion', 'agenda_items.rationale', 'agenda_items.dissent']);

/**
 * Fields that follow the clock or a calculation. The later value holds and nobody is asked to choose, since the next
 * click or calculation sets them anyway. Every value of them is in the log like any other.
 */
const quiet: ReadonlySet<string> = new Set([
  'agenda_items.position',
  'agenda_items.list_position',
  'agenda_items.started_at',
  'agenda_items.ended_at',
  'agenda_items.seconds_before',
  'agenda_items.state',
  'meetings.planned_waiting',
  'meetings.list_order_waiting',
  'meetings.least_waiting',
  'meetings.started_at',
  'meetings.ended_at',
  'case_access.is_open',
  'case_access.reason',
  'case_access.changed_at',
  'case_partings.is_parted',
  'case_partings.changed_at',
]);

export function isJoinedText(relation: string, field: string): boolean {
  return joined.has(`${relation}.${field}`);
}

export function isQuiet(relation: string, field: string): boolean {
  return quiet.has(`${relation}.${field}`);
}
