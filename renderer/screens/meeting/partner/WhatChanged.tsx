import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay } from '../../../../shared/language/dates';
import { clockTimeOf, dayOf } from '../../../../shared/language/scheme-place';
import type { PartnersChange, PartnersChanges } from '../../../../shared/views/partners-day';
import { Button } from '../../../components/Button';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';

const mostFirst = 3;

/** What others recorded on the agency's cases since somebody here said that they had seen it. */
export function WhatChanged({ changes: { groups, since, upTo } }: { readonly changes: PartnersChanges }) {
  const seen = useAction('day', 'markSeen');
  const { today } = useScheme();
  const [isWhole, setWhole] = useState(false);
  if (groups.length === 0) return null;
  const shown = isWhole ? groups : groups.slice(0, mostFirst);
  return (
    <section className="partner-changes" aria-label="What is new">
      <header className="row">
        <h2 className="grow">
          New since {since === null ? 'you were last here' : dayOf(since) === today ? clockTimeOf(since) : formatDay(dayOf(since))}
        </h2>
        <Button size="small" onPress={() => void seen.run({ upTo })} isDisabled={seen.isBusy}>
          I have seen this
        </Button>
      </header>
      <ul>
        {shown.map((group) => (
          <Group key={group.caseId ?? ''} group={group} />
        ))}
      </ul>
      {groups.length > shown.length ? (
        <Button size="small" look="quiet" onPress={() => setWhole(true)}>
          {groups.length - shown.length} more
        </Button>
      ) : null}
    </section>
  );
}

function Group({ group: { caseId, caseName, lines, at } }: { readonly group: PartnersChange }) {
  return (
    <li className="row">
      <span className="small mute nowrap">{formatDay(dayOf(at))}</span>
      {caseId === null ? (
        <b>Conference and papers</b>
      ) : (
        <Link href={paths.case(caseId)} dir="auto">
          {caseName}
        </Link>
      )}
      <span className="grow soft">
        {lines.map(({ what, by, count }) => `${what}${count > 1 ? ` ${count}×` : ''}${by === '' ? '' : ` (${by})`}`).join(', ')}
      </span>
    </li>
  );
}
