import { expect, test } from 'vitest';
import { conferenceDay, usualSeed } from '../../../../electron/services/demonstration/build';
import { createChance } from '../../../../electron/services/demonstration/chance';
import { tellStory } from '../../../../electron/services/demonstration/history';
import { createPeople } from '../../../../electron/services/demonstration/people';
import { communityOutcomes } from '../../../../electron/services/demonstration/published-shares';
import { communityDays } from '../../../../shared/insight/community';
import { addDays } from '../../../../shared/language/dates';
import { isInCustody } from '../../../../shared/language/statutory-position';
import { libertyDays } from '../../../../shared/outcomes/liberty';
import { isWorkingDay } from '../../../../shared/rules/release-day';

test('On whatever day the demonstration is made, as many were managed in the community as in the inspected sample (HMI 8.18).', () => {
  const { reoffended, completed, ongoing } = communityOutcomes;
  for (let ahead = 0; ahead < 40; ahead += 1) {
    const today = addDays('2026-03-02', ahead * 9);
    const chance = createChance(usualSeed);
    const { cases, days } = tellStory(chance, createPeople(chance, today), conferenceDay(today));
    const counted = cases.filter(
      ({ person: { position, adoptedOn }, stays }) =>
        !isInCustody(position) && libertyDays({ from: adoptedOn, to: days.at(-1) as string }, stays) >= communityDays,
    );
    expect(counted, today).toHaveLength(reoffended + completed + ongoing);
    for (const { endsOn } of cases.flatMap(({ stays }) => stays)) expect(endsOn === null || isWorkingDay(endsOn), today).toBe(true);
  }
});
