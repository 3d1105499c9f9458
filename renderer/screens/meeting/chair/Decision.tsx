import { Check } from 'lucide-react';
import { formatDayNear } from '../../../../shared/language/dates';
import { type SchemeDecision, schemeDecisionName } from '../../../../shared/language/meeting';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/fields/DateField';
import { Segmented } from '../../../components/fields/Segmented';
import { TextArea } from '../../../components/fields/TextField';
import { KeyHint } from '../../../components/KeyHint';
import { Popover } from '../../../components/overlays/Popover';
import { useScheme } from '../../../data/scheme';
import { AgreedBy } from './AgreedBy';
import { ColourChange } from './ColourChange';
import { type DecisionDefaults, decisionOf, isDecisionPending } from './case-drafts';
import { DraftNote } from './DraftNote';
import { type Draft, useDraft } from './desk';
import { focusFieldAfter, leaveField } from './fields';

interface DecisionProps {
  readonly item: ChairItemView;
  readonly defaults: DecisionDefaults;
  readonly isLocked: boolean;
  readonly isPickingColour: boolean;
  readonly onPickColour: () => void;
  readonly onRecordDecision: () => void;
  readonly onRecordColour: () => void;
}

const choices = (['stays', 'to-panel', 'deselect'] as const).map((id) => ({
  id,
  name: id === 'deselect' ? 'Deselect…' : schemeDecisionName[id],
}));

/** What the conference decides: whether the case stays, its colour, who agreed and who did not. */
export function Decision({ item, defaults, isLocked, isPickingColour, onPickColour, onRecordDecision, onRecordColour }: DecisionProps) {
  const decision = useDraft(item, 'decision');
  const rationale = useDraft(item, 'rationale');
  const review = useDraft(item, 'review-due');
  const agreed = useDraft(item, 'agreed');
  const dissent = useDraft(item, 'dissent');
  const drafts: Readonly<Record<string, Draft>> = { decision, rationale, agreed, dissent, 'review-due': review };
  const now = decisionOf(item, (field) => drafts[field]?.text, defaults);
  const isPending = isDecisionPending(item, now);
  const choose = (id: SchemeDecision) => focusFieldAfter(() => decision.write(id), 'rationale');
  return (
    <section aria-labelledby="chair-decision">
      <h3 className="part-head" id="chair-decision">
        Decision <KeyHint>C</KeyHint> then a letter
        <span className="at-right">
          <DecisionNote item={item} draft={rationale} isPending={isPending && now.decision !== null} />
        </span>
      </h3>
      <div className="chair-decision">
        <div className="chair-scheme-row">
          <div data-field="decision">
            {isLocked ? (
              <b>{item.decision ? schemeDecisionName[item.decision] : 'No decision recorded'}</b>
            ) : (
              <Segmented label="Scheme" isBoxed choices={choices} value={now.decision} onChange={choose} />
            )}
          </div>
          <ReviewDate day={now.reviewDue} isLocked={isLocked} onChange={review.write} />
          {isLocked ? (
            now.rationale === '' ? null : (
              <p className="prose small chair-whole">{now.rationale}</p>
            )
          ) : now.decision === null && now.rationale === '' ? null : (
            <div className="chair-whole" data-field="rationale">
              <TextArea
                label="Rationale of the decision"
                isLabelHidden
                rows={1}
                placeholder={now.decision === 'deselect' ? 'Why, and what support follows' : 'Rationale'}
                value={now.rationale}
                onChange={rationale.write}
                onEnter={onRecordDecision}
                onEscape={leaveField}
              />
            </div>
          )}
          {!isLocked && isPending && now.decision !== null ? (
            <p className="small mute chair-records">
              <KeyHint>Enter</KeyHint> records {schemeDecisionName[now.decision].toLowerCase()}
            </p>
          ) : null}
        </div>
        <ColourChange item={item} isLocked={isLocked} isPicking={isPickingColour} onPick={onPickColour} onRecord={onRecordColour}>
          <AgreedBy
            agreedBy={now.agreedBy}
            dissent={now.dissent}
            isLocked={isLocked}
            onAgreed={(ids) => agreed.write(ids.length === 0 ? ',' : ids.join(','))}
            onDissent={dissent.write}
          />
        </ColourChange>
      </div>
    </section>
  );
}

function DecisionNote({ item, draft, isPending }: { readonly item: ChairItemView; readonly draft: Draft; readonly isPending: boolean }) {
  if (isPending) return <DraftNote state={draft.state} isPending />;
  if (item.decision === null) return null;
  return (
    <span className="row">
      <Check aria-hidden /> recorded
    </span>
  );
}

function ReviewDate({
  day,
  isLocked,
  onChange,
}: {
  readonly day: string | null;
  readonly isLocked: boolean;
  readonly onChange: (day: string) => void;
}) {
  const { today } = useScheme();
  const words = day === null ? 'No review date' : `Review by ${formatDayNear(day, today)}`;
  if (isLocked) return <span className="small mute nowrap at-right">{words}</span>;
  return (
    <span className="at-right" data-field="review-due">
      <Popover
        label="Review date"
        placement="bottom end"
        trigger={
          <Button look="quiet" size="small">
            {words}
          </Button>
        }
      >
        {(close) => (
          <DateField
            label="Review by"
            value={day}
            autoFocus
            onChange={(chosen) => (chosen === null ? undefined : onChange(chosen))}
            onEnter={close}
          />
        )}
      </Popover>
    </span>
  );
}
