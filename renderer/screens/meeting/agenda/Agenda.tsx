import { Coffee, Mail, Plus, Route } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { RouteComponentProps } from 'wouter';
import { formatDayWithYear } from '../../../../shared/language/dates';
import type { AgendaView } from '../../../../shared/views/agenda';
import { announce } from '../../../components/announcements';
import { Button } from '../../../components/Button';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/toasts';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { CaseList } from './CaseList';
import { ChooseCases } from './ChooseCases';
import { Figures } from './Figures';
import { Hints } from './Hints';
import { waitingWords } from './hints';
import { Invitations } from './Invitations';
import { NextStep, StateChip } from './NextStep';
import { ProposedMinutes } from './ProposedMinutes';
import { RemoveCase } from './RemoveCase';
import { Timeline } from './Timeline';
import { type Agenda as AgendaInHand, useAgenda } from './use-agenda';
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
  const [isTiming, setTiming] = useState(false);
  const [removing, setRemoving] = useState<string | null>(null);
  const order = useAction('agenda', 'order');
  const issue = useAction('agenda', 'issue');
  const addBreak = useAction('agenda', 'addBreak');
  const removeBreak = useAction('agenda', 'removeBreak');
  const runRemoveBreak = removeBreak.run;
  const onRemoveBreak = useCallback((breakId: string) => void runRemoveBreak({ breakId }), [runRemoveBreak]);
  const isLocked = meeting.state === 'closed' || meeting.state === 'final' || meeting.state === 'cancelled';
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
  const off = isLocked || isEmpty;
  const canInvite = view.agendaVersion > 0 && meeting.state !== 'closed' && meeting.state !== 'final' && may('issue-minutes');
  useKeys('Agenda', [
    { keys: 'A', says: 'Add cases', run: () => setChoosing(true), isOff: isLocked },
    { keys: 'B', says: 'Break after the case', run: pause, isOff: off },
    { keys: 'T', says: 'Minutes from what such cases took', run: () => setTiming(true), isOff: off },
    { keys: 'I', says: 'Invitations', run: () => setInviting(!isInviting), isOff: !canInvite },
    { keys: 'O', says: 'Order for me', run: () => void orderNow(), isOff: off || order.isBusy },
    { keys: 'Alt+Up', says: 'Move the case up', run: () => undefined, isOff: off },
    { keys: 'Alt+Down', says: 'Move the case down', run: () => undefined, isOff: off },
    { keys: 'Space', says: 'Pin the case', run: () => undefined, isOff: true },
  ]);

  return (
    <Screen
      title="Agenda"
      under={{ name: 'Meeting', path: paths.meeting() }}
      beside={
        <>
          <span className="cut">
            {meeting.title}
            {meeting.heldOn ? `, ${formatDayWithYear(meeting.heldOn)}` : ''}, {meeting.startsAt}
            {isEmpty ? '' : `–${view.endsAt}`}
          </span>
          <StateChip view={view} />
        </>
      }
    >
      <div className="agenda">
        <header className="agenda-top">
          {isEmpty ? (
            <p className="soft grow">What the order costs the partners stands here once there are cases.</p>
          ) : (
            <Figures cost={cost} />
          )}
          <div className="agenda-buttons">
            {off ? null : (
              <Button onPress={() => void orderNow()} isDisabled={order.isBusy}>
                <Route aria-hidden /> {order.isBusy ? 'Ordering…' : 'Order for me'}
              </Button>
            )}
            {canInvite ? (
              <Button onPress={() => setInviting(!isInviting)}>
                <Mail aria-hidden /> Invitations
              </Button>
            ) : null}
            <NextStep view={view} isBusy={issue.isBusy} onIssue={() => void issueNow()} />
          </div>
        </header>
        <section className="agenda-cases" aria-label="Cases">
          <div className="agenda-cases-head">
            <span className="grow">
              {isEmpty
                ? 'No cases yet'
                : `${items.length} ${items.length === 1 ? 'case' : 'cases'}, ${items.reduce((sum, item) => sum + item.minutes, 0)} min`}
            </span>
            {isLocked ? null : (
              <>
                {isEmpty ? null : <ProposedMinutes meetingId={meeting.id} isOpen={isTiming} onOpen={setTiming} />}
                <Button look="quiet" size="small" onPress={() => setChoosing(true)}>
                  <Plus aria-hidden /> Case
                </Button>
                <Button look="quiet" size="small" onPress={pause} isDisabled={isEmpty}>
                  <Coffee aria-hidden /> Break
                </Button>
              </>
            )}
          </div>
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
        </section>
        <div className="agenda-right">
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
              <Timeline view={view} selectedId={selectedId} onSelect={setSelectedId} />
              <Hints
                view={view}
                selectedId={selectedId}
                isLocked={isLocked}
                onMove={(itemId, position) => onChange({ kind: 'move', itemId, position })}
              />
            </>
          )}
        </div>
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
