import { createChance } from '../../electron/services/demonstration/chance';
import { createPeople, type DemonstrationPerson } from '../../electron/services/demonstration/people';

/** The 108 invented people of a seed, as they stand on a day. */
export function peopleOf(seed: number, today: string): readonly DemonstrationPerson[] {
  return createPeople(createChance(seed), today);
}
