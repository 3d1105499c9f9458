import { Handshake } from 'lucide-react';
import { useEffect } from 'react';
import { formatDay, formatDayWithYear } from '../../../../shared/language/dates';
import type { PartnersDay as Day } from '../../../../shared/views/partners-day';
import { EmptyState } from '../../../components/EmptyState';
import { Fetched } from '../../../components/Loading';
import { useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { MyActions } from './MyActions';
import { MyCases } from './MyCases';
import { MyPapers } from './MyPapers';
import { MyQuestions } from './MyQuestions';
import { MyReferrals } from './MyReferrals';
import { MySlot } from './MySlot';
import { WhatChanged } from './WhatChanged';
import { neededFrom, neededWords } from './what-is-needed';
import '../../case/case.css';
import './partner.css';

/** The first screen of someone at a partner agency: when to come, what is asked of them, and what is new. */
export function PartnersDay() {
  const { scheme, today, agencyOf } = useScheme();
  const found = useVerb('day', 'forPartners');
  return (
    <Screen title={agencyOf(scheme.me.agencyId)?.name ?? 'Your day'} beside={formatDayWithYear(today)}>
      <Fetched query={found} what="your day">
        {(day) => <Shown day={day} />}
      </Fetched>
    </Screen>
  );
}

function Shown({ day }: { readonly day: Day }) {
  const { conference, actions, referrals, questions, papers, changes, calledOff } = day;
  const { run: markSeen } = useAction('day', 'markSeen');
  // From the first look on, what others record is news.
  const isFirstLook = changes.since === null && day.hasCases;
  useEffect(() => {
    if (isFirstLook) void markSeen({ upTo: changes.upTo });
  }, [isFirstLook, changes.upTo, markSeen]);
  const isNothing = !day.hasCases && conference === null && actions.length + referrals.length + papers.length === 0;
  if (isNothing) return <NothingYet />;
  return (
    <div className="partner">
      <Summary day={day} />
      {calledOff ? (
        <p className="partner-notice">
          <b>The conference of {formatDay(calledOff.heldOn)} was called off</b> ({calledOff.title}). You need not come.
        </p>
      ) : null}
      <WhatChanged changes={changes} />
      <div className="partner-columns">
        <div>
          <MySlot conference={conference} />
          <MyQuestions questions={questions} />
          {conference ? <MyCases conference={conference} /> : null}
        </div>
        <div>
          <MyActions actions={actions} heldOn={conference?.heldOn ?? null} />
          <MyReferrals referrals={referrals} />
          <MyPapers papers={papers} />
        </div>
      </div>
    </div>
  );
}

/** What is asked of the agency, in one sentence that is read first. */
function Summary({ day }: { readonly day: Day }) {
  const { today } = useScheme();
  const words = neededWords(neededFrom(day, today));
  const heldOn = day.conference?.heldOn ?? null;
  const before = heldOn === null ? '' : heldOn === today ? 'Before today’s conference' : `Before ${formatDay(heldOn)}`;
  if (words === '')
    return (
      <p className="partner-summary" role="status">
        {!day.hasCases
          ? 'Nobody who concerns your agency has come through the shared folder yet. They come here by themselves.'
          : before === ''
            ? 'Nothing is asked of you now.'
            : `${before}, nothing more is asked of you.`}
      </p>
    );
  return (
    <p className="partner-summary" role="status">
      {before === '' ? 'What is asked of you: ' : `${before}: `}
      <b>{words}</b>.
    </p>
  );
}

function NothingYet() {
  const { scheme } = useScheme();
  const sharing = useVerb('sharing', 'get');
  const hasCome = (sharing.data?.lastExchangeAt ?? null) !== null;
  return (
    <EmptyState title="Nothing has come for your agency yet" icon={<Handshake aria-hidden />}>
      <div className="stack">
        <p>
          You are in: this is {scheme.brand}. Here you will see when to come to the next conference, the cases that concern your agency,
          what you undertook to do, and your papers.
        </p>
        <p>
          {hasCome
            ? 'The shared folder has been read, and nobody on the scheme concerns your agency at present. It comes here by itself as soon as somebody does.'
            : 'It comes through the shared folder, which a coordinator’s computer fills. That can take some minutes, and both computers must reach the folder. Nothing needs to be done here.'}
        </p>
      </div>
    </EmptyState>
  );
}
