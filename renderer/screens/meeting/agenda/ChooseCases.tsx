import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { formatDayNear } from '../../../../shared/language/dates';
import { agendaReasonName } from '../../../../shared/language/meeting';
import type { AgendaCandidate } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { LateFlag } from '../../../components/DueDate';
import { EmptyState } from '../../../components/EmptyState';
import { TextField } from '../../../components/fields/TextField';
import { Tick } from '../../../components/fields/Tick';
import { Fetched } from '../../../components/Loading';
import { skip, useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { candidateGroups, chosenByReason } from './choose';
import './choose.css';

interface ChooseCasesProps {
  readonly meetingId: string;
  readonly onAgenda: ReadonlySet<string>;
  readonly isFirst: boolean;
  readonly onDone: () => void;
}

/** Which cases to hear, with why each is offered; any other case by its name. */
export function ChooseCases({ meetingId, onAgenda, isFirst, onDone }: ChooseCasesProps) {
  const candidates = useVerb('agenda', 'candidates', { meetingId });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [search, setSearch] = useState('');
  const text = useDeferredValue(search.trim());
  const found = useVerb('register', 'find', text.length < 2 ? skip : { text });
  const add = useAction('agenda', 'addCases', 'inline');
  const set = (ids: readonly string[], isOn: boolean) =>
    setChosen((before) => {
      const after = new Set(before);
      for (const id of ids) isOn ? after.add(id) : after.delete(id);
      return after;
    });
  const addAll = async (list: readonly AgendaCandidate[]) => {
    for (const { reason, caseIds } of chosenByReason(list, chosen)) {
      const { ok } = await add.run({ meetingId, caseIds: [...caseIds], reason });
      if (!ok) return;
      set(caseIds, false);
    }
    onDone();
  };
  return (
    <section className="choose" aria-labelledby="choose-head">
      <header>
        <div className="grow">
          <h2 id="choose-head">{isFirst ? 'Which cases will this conference hear?' : 'Add cases'}</h2>
          <p className="soft">
            {isFirst
              ? 'Tick the cases to hear. Roundtable then works out whom each concerns and orders them so that partners wait as little as can be.'
              : 'They go to the end of the list; order it again, or move them by hand.'}
          </p>
        </div>
        {isFirst ? null : (
          <Button look="quiet" onPress={onDone}>
            Back to the timeline
          </Button>
        )}
      </header>
      <TextField
        label="Any case"
        placeholder="Surname, alias, PNC, CRN or reference"
        type="search"
        value={search}
        onChange={setSearch}
        autoFocus={!isFirst}
      />
      {text.length >= 2 ? (
        <ul className="choose-list">
          {(found.data ?? [])
            .filter((each) => each.kind === 'case')
            .slice(0, 12)
            .map((each) => (
              <li key={each.id}>
                <Tick isOn={chosen.has(each.id)} isDisabled={onAgenda.has(each.id)} onChange={(isOn) => set([each.id], isOn)}>
                  <ColourBadge colour={each.colour} /> <b>{each.title}</b>{' '}
                  <span className="soft">{onAgenda.has(each.id) ? 'on the agenda' : each.detail}</span>
                </Tick>
              </li>
            ))}
          {found.data && !found.data.some((each) => each.kind === 'case') ? (
            <li className="soft">No case by that name or number.</li>
          ) : null}
        </ul>
      ) : null}
      <div className="choose-groups">
        <Fetched query={candidates} what="the cases that are due">
          {(list) => (
            <>
              {list.length > 0 ? null : isFirst ? (
                <EmptyState
                  title="Nobody is on the register yet"
                  buttons={
                    <Link className="button primary" href={paths.import()}>
                      Import a spreadsheet…
                    </Link>
                  }
                >
                  A conference hears the cases of the register. Bring in the spreadsheet that the partnership works from, or add cases one
                  by one on the Register; then choose here which of them to hear.
                </EmptyState>
              ) : (
                <p className="soft">
                  No case is due, changed, Red or has actions to settle beyond those on the agenda. Search for any other above.
                </p>
              )}
              {candidateGroups(list).map(({ reason, candidates: group }) => (
                <Group key={reason} title={agendaReasonName[reason]} group={group} chosen={chosen} onSet={set} />
              ))}
            </>
          )}
        </Fetched>
      </div>
      <footer>
        {add.problem ? (
          <p className="late grow" role="alert">
            {add.problem}
          </p>
        ) : (
          <span className="soft grow">{chosen.size === 0 ? 'None chosen' : `${chosen.size} chosen`}</span>
        )}
        <Button
          look={isFirst ? 'primary' : 'plain'}
          isDisabled={chosen.size === 0 || add.isBusy}
          onPress={() => void addAll(candidates.data ?? [])}
        >
          {chosen.size === 0 ? 'Add to the agenda' : `Add ${chosen.size} to the agenda`}
        </Button>
      </footer>
    </section>
  );
}

interface GroupProps {
  readonly title: string;
  readonly group: readonly AgendaCandidate[];
  readonly chosen: ReadonlySet<string>;
  readonly onSet: (caseIds: readonly string[], isOn: boolean) => void;
}

function Group({ title, group, chosen, onSet }: GroupProps) {
  const { today } = useScheme();
  const on = group.filter((candidate) => chosen.has(candidate.caseId)).length;
  return (
    <fieldset className="choose-group">
      <legend>
        <Tick
          isOn={on === group.length}
          isPartly={on > 0 && on < group.length}
          onChange={(isOn) =>
            onSet(
              group.map((each) => each.caseId),
              isOn,
            )
          }
        >
          <b>{title}</b> <span className="soft">{group.length}</span>
        </Tick>
      </legend>
      <ul className="choose-list">
        {group.map((candidate) => (
          <li key={candidate.caseId}>
            <Tick isOn={chosen.has(candidate.caseId)} onChange={(isOn) => onSet([candidate.caseId], isOn)}>
              <ColourBadge colour={candidate.colour} />{' '}
              <b className="cut">
                <bdi>{candidate.caseName}</bdi>
              </b>
            </Tick>
            <span className="soft small">
              {[
                candidate.answeredOn === null ? '' : `a question was answered ${formatDayNear(candidate.answeredOn, today)}`,
                candidate.openActions === 0 ? '' : `${candidate.openActions} open ${candidate.openActions === 1 ? 'action' : 'actions'}`,
                candidate.lastDiscussedOn === null ? 'never heard' : `last heard ${formatDayNear(candidate.lastDiscussedOn, today)}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
            {candidate.reviewDue === null ? null : candidate.reviewDue < today ? (
              <LateFlag>{`review was due ${formatDayNear(candidate.reviewDue, today)}`}</LateFlag>
            ) : (
              <span className="soft small">review {formatDayNear(candidate.reviewDue, today)}</span>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
