import { useCallback, useEffect, useState } from 'react';
import type { RouteComponentProps } from 'wouter';
import type { AgendaView } from '../../../../shared/views/agenda';
import { announce } from '../../../components/announcements';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/overlays/toasts';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { AgendaButtons } from './AgendaButtons';
import { CaseList } from './CaseList';
import { CasesPart } from './CasesPart';
import { ChooseCases } from './ChooseCases';
import { knownLeast } from './cost-words';
import { Figures } from './Figures';
import { Hints } from './Hints';
import { waitingWords } from './hints';
import { Invitations } from './Invitations';
import { AgendaTitle } from './NextStep';
import { RemoveCase } from './RemoveCase';
import { RulesPanel } from './RulesPanel';
import { Timeline } from './timeline/Timeline';
import { type Agenda as AgendaInHand, useAgenda } from './use-agenda';
import { useSearch } from './use-search';
import { Violations } from './Violations';
import './agenda.css';

/** Which cases, in which order, and what it costs the partners. */
export default function Agenda({ params }: RouteComponentProps<{ readonly meetingId: string }>) {
  const agenda = useAgenda(params.meetingId);
  const { view, query, change } = agenda;
  if (view === null)
    return (
      <Screen title="Agenda" under={{ name: 'Meeting', path: paths.meeting() }}>
        <Fetched query={query} what="the agenda">
          {() => null}
        </Fetched>
      </Screen>
    );
  return <Planning view={view} onChange={change} />;
}

function Planning({ view, onChange }: { readonly view: AgendaView; readonly onChange: AgendaInHand['change'] }) {
  const { meeting, items, cost } = view;
  const { may } = useScheme();
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [isChoosing, setChoosing] = useState(false);
  const [isInviting, setInviting] = useState(false);
  const [isRuling, setRuling] = useState(false);
  const [isTiming, setTiming] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const news = useSearch(view);
  const least = knownLeast(view, news);
  const hasBegun = items.some((item) => item.state !== 'waiting');
  const order = useAction('agenda', hasBegun ? 'orderRemaining' : 'order');
  const issue = useAction('agenda', 'issue');
  const addBreak = useAction('agenda', 'addBreak');
  const removeBreak = useAction('agenda', 'removeBreak');
  const runRemoveBreak = removeBreak.run;
  const onRemoveBreak = useCallback((breakId: string) => void runRemoveBreak({ breakId }), [runRemoveBreak]);
  const isLocked = meeting.state === 'closed' || meeting.state === 'final' || meeting.state === 'cancelled' || !may('run-conferences');
  const selected = items.find((item) => item.id === selectedId) ?? null;
  const isEmpty = items.length === 0;
  const first = items[0]?.id ?? null;
  useEffect(() => {
    if (selected === null && first !== null) setSelectedId(first);
  }, [selected, first]);

  const orderNow = async () => {
    const before = cost.now;
    const { ok } = await order.run({ meetingId: meeting.id });
    if (ok) showDone(`Ordered. Partners waited ${waitingWords(before)} in the order before.`);
  };
  const issueNow = async () => {
    const { ok } = await issue.run({ meetingId: meeting.id });
    if (!ok) return;
    announce('The agenda is issued.');
    setInviting(true);
  };
  const pause = () =>
    void addBreak.run({
      meetingId: meeting.id,
      afterPosition: selected?.position ?? Math.ceil(items.length / 2),
      minutes: 10,
      title: 'Break',
    });
  const openRules = () => {
    setInviting(false);
    setRuling(isInviting || !isRuling);
  };
  const off = isLocked || isEmpty;
  const canInvite = view.agendaVersion > 0 && meeting.state !== 'closed' && meeting.state !== 'final' && may('issue-minutes');
  useKeys('Agenda', [
    { keys: 'A', says: 'Add cases', run: () => setChoosing(true), isOff: isLocked },
    { keys: 'B', says: 'Break after the case', run: pause, isOff: off },
    { keys: 'T', says: 'Minutes from what such cases took', run: () => setTiming(true), isOff: off },
    { keys: 'I', says: 'Invitations', run: () => setInviting(!isInviting), isOff: !canInvite },
    { keys: 'L', says: 'Rules of this meeting', run: openRules, isOff: off },
    { keys: 'O', says: hasBegun ? 'Order the rest' : 'Order for me', run: () => void orderNow(), isOff: off || order.isBusy },
    { keys: 'Alt+Up', says: 'Move the case up', run: () => undefined, isOff: off },
    { keys: 'Alt+Down', says: 'Move the case down', run: () => undefined, isOff: off },
    { keys: 'Space', says: 'Pin the case', run: () => undefined, isOff: true },
  ]);

  return (
    <Screen title="Agenda" under={{ name: 'Meeting', path: paths.meeting() }} beside={<AgendaTitle view={view} />}>
      <div className="agenda">
        <header className="agenda-top">
          {isEmpty ? (
            <p className="soft grow">What the order costs the partners stands here once there are cases.</p>
          ) : (
            <Figures cost={cost} least={least} />
          )}
          <AgendaButtons
            view={view}
            isLocked={isLocked}
            isOrdering={order.isBusy}
            isIssuing={issue.isBusy}
            better={news !== null && news.cost < cost.least && !items.some((item) => item.isPinned) ? least.saves : 0}
            onInvite={canInvite ? () => setInviting(!isInviting) : null}
            onRules={openRules}
            onOrder={() => void orderNow()}
            onIssue={() => void issueNow()}
          />
        </header>
        <CasesPart
          view={view}
          isLocked={isLocked}
          isTiming={isTiming}
          onTiming={setTiming}
          onChoose={() => setChoosing(true)}
          onBreak={pause}
        >
          {isEmpty ? null : (
            <CaseList
              view={view}
              selectedId={selectedId}
              isLocked={isLocked}
              onSelect={setSelectedId}
              onChange={onChange}
              onRemove={setRemoving}
              onRemoveBreak={onRemoveBreak}
            />
          )}
        </CasesPart>
        {/* It scrolls, and holds nothing to focus while it only shows: the arrows must reach what is below. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
        <section className="agenda-right" aria-label="Who is in the room, and the rules" tabIndex={0}>
          {isInviting && canInvite && !isChoosing ? (
            <Invitations
              meetingId={meeting.id}
              mayCancel={meeting.state === 'planned' || meeting.state === 'agenda-issued'}
              onDone={() => setInviting(false)}
            />
          ) : !isLocked && (isChoosing || isEmpty) ? (
            <ChooseCases
              meetingId={meeting.id}
              isFirst={isEmpty}
              onAgenda={new Set(items.map((item) => item.caseId))}
              onDone={() => setChoosing(false)}
            />
          ) : (
            <>
              {isRuling ? <RulesPanel view={view} selectedId={selectedId} isLocked={isLocked} onClose={() => setRuling(false)} /> : null}
              <Violations view={view} onSelect={setSelectedId} />
              <Timeline view={view} selectedId={selectedId} onSelect={setSelectedId} />
              <Hints
                view={view}
                selectedId={selectedId}
                isLocked={isLocked}
                onMove={(itemId, position) => onChange({ kind: 'move', itemId, position })}
              />
            </>
          )}
        </section>
      </div>
      {removing === null ? null : (
        <RemoveCase
          name={items.find((item) => item.id === removing)?.caseName ?? ''}
          onCancel={() => setRemoving(null)}
          onRemove={(reason) => {
            onChange({ kind: 'remove', itemId: removing }, reason);
            setRemoving(null);
          }}
        />
      )}
    </Screen>
  );
}
