import { useState } from 'react';
import type { AgendaOrderRule } from '../../../../shared/agenda/day-rules';
import type { AgendaView } from '../../../../shared/views/agenda';
import { announce } from '../../../components/announcements';
import { Button } from '../../../components/Button';
import { ComboBox } from '../../../components/fields/ComboBox';
import { Segmented } from '../../../components/fields/Segmented';
import { TextField } from '../../../components/fields/TextField';
import { Tick } from '../../../components/fields/Tick';
import { callVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { clockTimeOf } from '../home/clock-time-of';
import { orderRuleName, type RuleKind } from './rules';
import type { RuleChanges } from './use-rules';

interface NewRuleProps {
  readonly kind: RuleKind;
  readonly view: AgendaView;
  /** The case selected in the list, which a rule about a case begins with. */
  readonly selectedId: string | null;
  readonly changes: RuleChanges;
  readonly onDone: () => void;
}

/** The few fields of one kind of rule, and what sets it. */
export function NewRule({ kind, view, selectedId, changes, onDone }: NewRuleProps) {
  const { agencyOf } = useScheme();
  const meetingId = view.meeting.id;
  const [itemId, setItemId] = useState(selectedId);
  const [otherItemId, setOtherItemId] = useState<string | null>(null);
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [isRemote, setRemote] = useState(false);
  const [order, setOrder] = useState<AgendaOrderRule>(view.rules.order === 'any' ? 'red-first' : view.rules.order);
  const clock = (text: string) => (text.trim() === '' ? null : clockTimeOf(text));
  const isTime = (text: string) => text.trim() === '' || clockTimeOf(text) !== null;
  const [from, until] = [clock(first), clock(second)];
  const minutes = Number.parseInt(kind === 'break' ? second : first, 10);

  /** Null until what is typed makes a rule. */
  const call = ((): (() => Promise<unknown>) | null => {
    switch (kind) {
      case 'visit':
        if (agencyId === null || !isTime(first) || !isTime(second) || (from === null && until === null && !isRemote)) return null;
        return () => callVerb('agenda', 'setVisit', { meetingId, agencyId, from, until, isRemote });
      case 'fixed':
        return itemId === null || from === null ? null : () => callVerb('agenda', 'setFixedStart', { itemId, startsAt: from });
      case 'together':
      case 'apart':
        return itemId === null || otherItemId === null ? null : () => callVerb('agenda', 'pairCases', { kind, itemId, otherItemId });
      case 'not-while':
        return itemId === null || agencyId === null ? null : () => callVerb('agenda', 'keepFrom', { itemId, agencyId, reason: first });
      case 'order':
        return () => callVerb('agenda', 'setOrderRule', { meetingId, order });
      case 'break':
        if (from === null || !(minutes >= 1 && minutes <= 180)) return null;
        return () => callVerb('agenda', 'addBreak', { meetingId, afterPosition: 0, minutes, title: 'Break', at: from });
      case 'sittings':
        if (from === null || until === null) return null;
        return () => callVerb('agenda', 'setSittings', { meetingId, sittings: { firstEndsAt: from, secondStartsAt: until } });
      case 'most':
        return minutes >= 5 && minutes <= 1440 ? () => callVerb('agenda', 'setMostMinutes', { meetingId, minutes }) : null;
    }
  })();
  const set = async () => {
    // A second Enter before the answer would set it twice.
    if (call === null || changes.isBusy || !(await changes.run(call))) return;
    announce('Rule set');
    onDone();
  };

  const cases = view.items.map(({ id, caseName, position }) => ({ id, name: caseName, detail: String(position) }));
  const agencies = view.slots
    .filter(({ isCore }) => kind === 'visit' || !isCore)
    .map(({ agencyId: id }) => ({ id, name: agencyOf(id)?.name ?? 'An agency', detail: agencyOf(id)?.code ?? '' }));
  const wantsCase = kind === 'fixed' || kind === 'together' || kind === 'apart' || kind === 'not-while';
  const wantsAgency = kind === 'visit' || kind === 'not-while';
  const time = (label: string, value: string, onChange: (text: string) => void, placeholder = '10:30') => (
    <TextField
      label={label}
      value={value}
      onChange={onChange}
      placeholder={placeholder}
      maxLength={5}
      problem={isTime(value) ? null : 'A time such as 10:30'}
      onEnter={() => void set()}
    />
  );
  return (
    <div className="fields-line">
      {wantsAgency ? <ComboBox label="Agency" choices={agencies} value={agencyId} onChange={setAgencyId} /> : null}
      {wantsCase ? <ComboBox label="Case" choices={cases} value={itemId} onChange={setItemId} /> : null}
      {kind === 'together' || kind === 'apart' ? (
        <ComboBox label="Other case" choices={cases} value={otherItemId} onChange={setOtherItemId} />
      ) : null}
      {kind === 'visit' ? (
        <>
          {time('Comes from', first, setFirst)}
          {time('Leaves by', second, setSecond, '11:00')}
          <Tick isOn={isRemote} onChange={setRemote}>
            By call
          </Tick>
        </>
      ) : null}
      {kind === 'fixed' ? time('Starts at', first, setFirst) : null}
      {kind === 'not-while' ? <TextField label="Why" value={first} onChange={setFirst} onEnter={() => void set()} /> : null}
      {kind === 'break' ? (
        <>
          {time('At', first, setFirst)}
          <TextField
            label="Minutes"
            value={second}
            onChange={setSecond}
            inputMode="numeric"
            maxLength={3}
            placeholder="10"
            onEnter={() => void set()}
          />
        </>
      ) : null}
      {kind === 'sittings' ? (
        <>
          {time('First ends by', first, setFirst, '12:30')}
          {time('Second starts at', second, setSecond, '13:30')}
        </>
      ) : null}
      {kind === 'most' ? (
        <TextField
          label="Minutes"
          value={first}
          onChange={setFirst}
          inputMode="numeric"
          maxLength={4}
          placeholder="150"
          onEnter={() => void set()}
        />
      ) : null}
      {kind === 'order' ? (
        <Segmented
          label="Order of colours"
          isBoxed
          choices={(['red-first', 'by-colour', 'any'] as const).map((id) => ({ id, name: orderRuleName[id] }))}
          value={order}
          onChange={setOrder}
        />
      ) : null}
      <Button onPress={() => void set()} isDisabled={call === null || changes.isBusy}>
        Set the rule
      </Button>
    </div>
  );
}
