import type { RoomCall } from '../../../../../shared/agenda/room-calls';
import { clockOf } from '../clock';

/** What is to be told to whom, in one sentence: `Housing is due in 10 min, at 10:52`. */
export function roomCallWords(call: RoomCall, name: string): string {
  switch (call.kind) {
    case 'wanted':
      return `${name} is wanted now${call.comesAt === null ? '' : `, and comes at ${clockOf(call.comesAt)}`}`;
    case 'must-leave':
      return call.minutes > 0
        ? `${name} must leave in ${call.minutes} min, at ${clockOf(call.at)}`
        : `${name} was to leave at ${clockOf(call.at)}`;
    case 'due':
      return `${name} is due in ${call.minutes} min, at ${clockOf(call.at)}`;
    case 'early':
      return `Call ${name} in: its case comes ${call.soonerBy} min sooner, at ${clockOf(call.at)}`;
    case 'later':
      return `${name} may come at ${clockOf(call.at)}, ${call.laterBy} min later`;
    case 'may-go':
      return `${name} can go: its last case is over`;
  }
}

/** The same after the agency's name, for a narrow column. */
export function shortCallWords(call: RoomCall): string {
  switch (call.kind) {
    case 'wanted':
      return call.comesAt === null ? 'is wanted now' : `wanted now, comes ${clockOf(call.comesAt)}`;
    case 'must-leave':
      return call.minutes > 0 ? `must leave in ${call.minutes} min, ${clockOf(call.at)}` : `was to leave at ${clockOf(call.at)}`;
    case 'due':
      return `is due in ${call.minutes} min, ${clockOf(call.at)}`;
    case 'early':
      return `call in for ${clockOf(call.at)}, ${call.soonerBy} min sooner`;
    case 'later':
      return `not before ${clockOf(call.at)}, ${call.laterBy} min later`;
    case 'may-go':
      return 'can go';
  }
}

/** What was said once is not said again, unless it went away and came back. */
export function unsaid(calls: readonly RoomCall[], said: ReadonlySet<string>): readonly RoomCall[] {
  return calls.filter((call) => !said.has(markOf(call)));
}

export const markOf = ({ kind, agencyId }: RoomCall) => `${kind} ${agencyId}`;
