import { useEffect, useState } from 'react';
import type { Events } from '../../../../shared/ipc/contract';
import { byText } from '../../../../shared/language/in-order';
import type { AgendaView } from '../../../../shared/views/agenda';
import { callVerb } from '../../../data/queries';

export type SearchNews = Events['agendaSearch'];

/**
 * Goes on searching for less waiting while the agenda is looked at, and says how it comes along; null before the first
 * news. It ends when the screen is left.
 */
export function useSearch(view: AgendaView): SearchNews | null {
  const meetingId = view.meeting.id;
  const isOn = view.items.length > 1 && !['closed', 'final', 'cancelled'].includes(view.meeting.state);
  const [news, setNews] = useState<{ readonly question: string; readonly told: SearchNews } | null>(null);
  const question = searchQuestion(view);
  useEffect(() => {
    if (!isOn) return;
    // It only betters what the screen shows already: a search that cannot begin costs nobody anything.
    callVerb('agenda', 'search', { meetingId }).catch(() => undefined);
    return () => {
      callVerb('agenda', 'stopSearch', { meetingId }).catch(() => undefined);
    };
  }, [meetingId, isOn]);
  useEffect(
    () =>
      window.roundtable.on('agendaSearch', (told) => {
        if (told.meetingId === meetingId) setNews({ question, told });
      }),
    [meetingId, question],
  );
  return isOn && news?.question === question ? news.told : null;
}

/** What is searched for: it stays the same while cases are only moved or pinned, so what was found stays true. */
export function searchQuestion({ items, breaks, rules }: Pick<AgendaView, 'items' | 'breaks' | 'rules'>): string {
  const cases = items
    .map(({ id, minutes, colour, fixedStart, agencies }) => [
      id,
      minutes,
      colour,
      fixedStart,
      agencies.flatMap(({ agencyId, isRelevant }) => (isRelevant ? [agencyId] : [])).sort(),
    ])
    .sort(([one], [other]) => byText(String(one), String(other)));
  return JSON.stringify([cases, breaks.map(({ afterPosition, at, minutes }) => [afterPosition, at, minutes]), rules]);
}
