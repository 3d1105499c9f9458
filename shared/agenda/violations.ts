import type { BrokenRule } from './broken-rules';
import type { CaseRule, DayToPlan } from './day-rules';

/** What of a meeting's rules its agenda does not hold, in its own ids. */
export interface AgendaViolation {
  readonly rule: BrokenRule['rule'];
  /** Minutes, or positions for `pin`, `blocks` and `together`. */
  readonly amount: number;
  readonly itemIds: readonly string[];
  readonly agencyIds: readonly string[];
  /** The agency stays throughout otherwise, so that only the cases that it leads count. */
  readonly isOfLead: boolean;
  /** `HH:MM`: what was asked for, and what the agenda says; empty where the rule is about no time. */
  readonly asked: string;
  readonly planned: string;
}

/** Puts the numbers of a problem back into ids. `planned` gives the times that the agenda says. */
export function violationsOf(
  day: DayToPlan,
  partnerIds: readonly string[],
  apartBy: readonly CaseRule[],
  broken: readonly BrokenRule[],
  planned: {
    readonly start: (index: number) => string;
    readonly arrives: (agency: number) => string;
    readonly leaves: (agency: number) => string;
  },
): readonly AgendaViolation[] {
  const item = (index: number) => day.items[index]?.id ?? '';
  const partner = (index: number) => partnerIds[index] ?? '';
  const visit = (index: number) => day.rules?.visits.find(({ agencyId }) => agencyId === partner(index));
  const ofAgency = (index: number) => ({
    agencyIds: [partner(index)],
    isOfLead: day.agencies.some(({ id, isCore }) => isCore && id === partner(index)),
  });
  const about = (each: BrokenRule): Partial<AgendaViolation> => {
    switch (each.rule) {
      case 'pin':
      case 'blocks':
      case 'together':
        return { itemIds: [item(each.case)] };
      case 'fixed-start':
        return { itemIds: [item(each.case)], asked: day.items[each.case]?.fixedStart ?? '', planned: planned.start(each.case) };
      case 'from':
        return { ...ofAgency(each.agency), asked: visit(each.agency)?.from ?? '', planned: planned.arrives(each.agency) };
      case 'until':
        return { ...ofAgency(each.agency), asked: visit(each.agency)?.until ?? '', planned: planned.leaves(each.agency) };
      case 'apart':
        return { itemIds: casesOf(apartBy[each.pair]), agencyIds: [partner(each.agency), partner(each.other)] };
      case 'not-while':
        return { itemIds: [item(each.case)], agencyIds: [partner(each.agency)], planned: planned.start(each.case) };
      case 'length':
        return { asked: String(day.rules?.mostMinutes ?? '') };
    }
  };
  const said = { itemIds: [], agencyIds: [], isOfLead: false, asked: '', planned: '' };
  return broken.map((each) => ({ ...said, ...about(each), rule: each.rule, amount: each.amount }));
}

const casesOf = (rule: CaseRule | undefined) => (rule === undefined || rule.kind === 'not-while' ? [] : rule.itemIds);

/** Names as they stand in a sentence. */
export interface ViolationNames {
  readonly caseName: (itemId: string) => string;
  readonly agencyName: (agencyId: string) => string;
}

const some = (amount: number, one: string, more = `${one}s`) => `${amount} ${amount === 1 ? one : more}`;

/** One sentence, with by how much: "Housing can come until 11:00; its last case ends at 11:12: 12 min too late." */
export function sayViolation(
  { rule, amount, itemIds, agencyIds, isOfLead, asked, planned }: AgendaViolation,
  names: ViolationNames,
): string {
  const [first = '', second = ''] = itemIds.map(names.caseName);
  const [agency = '', other = ''] = agencyIds.map(names.agencyName);
  const minutes = `${Math.round(amount * 10) / 10} min`;
  switch (rule) {
    case 'pin':
      return `${first} is ${some(amount, 'position')} away from where it is pinned.`;
    case 'fixed-start':
      return `${first} is to start at ${asked}; it starts at ${planned}: ${minutes} too late.`;
    case 'blocks':
      return `${first} comes ${some(amount, 'position')} behind the place of its colour.`;
    case 'together':
      return `${some(amount, 'other case')} ${amount === 1 ? 'comes' : 'come'} between ${first} and what belongs with it.`;
    case 'from':
      return isOfLead
        ? `${agency} can come from ${asked}; the first case that it leads starts at ${planned}: ${minutes} too early.`
        : `${agency} can come from ${asked}; it is needed from ${planned}: ${minutes} too early.`;
    case 'until':
      return `${agency} can come until ${asked}; ${isOfLead ? 'the last case that it leads' : 'its last case'} ends at ${planned}: ${minutes} too late.`;
    case 'apart':
      return `${agency} and ${other} are in the room together for ${minutes}, though ${first} and ${second} are to be kept apart.`;
    case 'not-while':
      return `${first} is not to be discussed while ${agency} is in the room; it is there for ${minutes} of it.`;
    case 'length':
      return `The meeting takes ${minutes} longer than the ${asked} min that it may.`;
  }
}
