import { useState } from 'react';
import { formatDayNear } from '../../../../../shared/language/dates';
import type { ChairItemView } from '../../../../../shared/views/chairing';
import type { QuestionView } from '../../../../../shared/views/questions';
import { AgencyCode } from '../../../../components/AgencyCode';
import { Button } from '../../../../components/Button';
import { LateFlag } from '../../../../components/DueDate';
import { Select } from '../../../../components/fields/Select';
import { TextArea } from '../../../../components/fields/TextField';
import { KeyHint } from '../../../../components/KeyHint';
import { useScheme } from '../../../../data/scheme';
import { askedWords } from '../../asked-words';
import { AnswerQuestion } from '../../partner/AnswerQuestion';
import { clockOf, dayOf } from '../clock';
import { DraftNote } from '../DraftNote';
import { useDraft } from '../desk';
import { leaveField } from '../fields';

interface UpdatesProps {
  readonly item: ChairItemView;
  readonly isLocked: boolean;
  readonly isAdding: boolean;
  readonly onAdd: () => void;
  readonly onRecord: () => void;
}

/** What each agency has to say on the case: sent before, or written down as it speaks. */
export function Updates({ item, isLocked, isAdding, onAdd, onRecord }: UpdatesProps) {
  const { agencyOf, today } = useScheme();
  const asked = item.case.relevance.filter((each) => each.isRelevant).map((each) => each.agencyId);
  const sent = new Set(item.contributions.map((each) => each.agencyId));
  const toSpeak = asked.filter((agencyId) => !sent.has(agencyId));
  const words = `${asked.length - toSpeak.length} of ${asked.length} sent`;
  const names = toSpeak.map((id) => agencyOf(id)?.name ?? '').filter(Boolean);
  return (
    <section aria-labelledby="chair-updates">
      <h3 className="part-head" id="chair-updates">
        Updates
        <span className="at-right" title={names.join(', ')}>
          {asked.length === 0 ? '' : words}
          {names.length > 0 && names.length < 3
            ? ` · ${names.join(' and ')} to speak`
            : names.length > 0
              ? ` · ${names.length} to speak`
              : ''}
        </span>
      </h3>
      <ul className="chair-updates">
        {item.contributions.map((each) => (
          <li key={each.id}>
            <AgencyCode agency={agencyOf(each.agencyId)} />
            <div>
              <p className="chair-who">
                <b>{agencyOf(each.agencyId)?.name ?? 'Another agency'}</b>
                {each.personName === '' ? null : <span>{each.personName}</span>}
                {each.sentAt === null ? null : <span className="at-right">{whenOf(each.sentAt, today)}</span>}
              </p>
              {each.question === '' ? null : (
                <p className="chair-asked">
                  {askedWords(each.missed, today)} {each.question}
                </p>
              )}
              <p className="prose">{each.text}</p>
            </div>
          </li>
        ))}
        {item.unanswered.map((question) => (
          <Unanswered key={question.id} question={question} isLocked={isLocked} />
        ))}
      </ul>
      {isLocked ? null : isAdding ? (
        <UpdateComposer item={item} toSpeak={toSpeak} onRecord={onRecord} />
      ) : (
        <Button look="quiet" size="small" onPress={onAdd}>
          <KeyHint>U</KeyHint> Write down an update
        </Button>
      )}
    </section>
  );
}

/** What an agency was asked and has not answered: it may say so in the room, and that settles it too. */
function Unanswered({ question, isLocked }: { readonly question: QuestionView; readonly isLocked: boolean }) {
  const { agencyOf } = useScheme();
  const [isAnswering, setAnswering] = useState(false);
  const name = agencyOf(question.agencyId)?.name ?? 'Another agency';
  return (
    <li>
      <AgencyCode agency={agencyOf(question.agencyId)} isHollow />
      <div>
        <p className="chair-who">
          <b>{name}</b>
          <span className="at-right">
            <LateFlag>asked, not answered</LateFlag>
          </span>
        </p>
        <p className="prose">{question.text}</p>
        {isLocked ? null : isAnswering ? (
          <AnswerQuestion question={question} onClose={() => setAnswering(false)} />
        ) : (
          <Button
            look="quiet"
            size="small"
            onPress={() => setAnswering(true)}
            aria-label={`Write down the answer of ${name}: ${question.text}`}
          >
            Write down the answer
          </Button>
        )}
      </div>
    </li>
  );
}

function whenOf(sentAt: string, today: string): string {
  const instant = Date.parse(sentAt);
  const day = dayOf(instant);
  return day === today ? `today ${clockOf(instant)}` : formatDayNear(day, today);
}

function UpdateComposer({
  item,
  toSpeak,
  onRecord,
}: {
  readonly item: ChairItemView;
  readonly toSpeak: readonly string[];
  readonly onRecord: () => void;
}) {
  const { scheme } = useScheme();
  const text = useDraft(item, 'update');
  const agency = useDraft(item, 'update-agency');
  const others = scheme.agencies.filter((each) => !each.isWithdrawn && !toSpeak.includes(each.id));
  const first = scheme.agencies.filter((each) => toSpeak.includes(each.id));
  return (
    <div className="chair-compose" data-field="update">
      <div data-field="update-agency">
        <Select
          label="Agency"
          isLabelHidden
          placeholder="Which agency?"
          choices={[...first, ...others].map((each) => ({ id: each.id, name: each.name, detail: each.code }))}
          value={agency.text ?? null}
          onChange={agency.write}
        />
      </div>
      <TextArea
        label="Update"
        isLabelHidden
        placeholder="What the agency reports"
        rows={2}
        value={text.text ?? ''}
        onChange={text.write}
        onEnter={onRecord}
        onEscape={leaveField}
      />
      <p className="row small mute">
        <KeyHint>Enter</KeyHint> adds it <DraftNote state={text.state} isPending={(text.text ?? '') !== ''} />
      </p>
    </div>
  );
}
