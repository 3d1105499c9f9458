import { ShieldCheck } from 'lucide-react';
import { Link } from 'wouter';
import { counted } from '../../../../shared/language/counted';
import type { ChairView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { EmptyState } from '../../../components/EmptyState';
import { KeyHint } from '../../../components/KeyHint';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { clockOf } from './clock';
import { nextItem } from './next-item';
import { Attendance } from './room/Attendance';

interface OpeningProps {
  readonly view: ChairView;
  readonly onBegin: (itemId: string) => void;
}

/** Before the first case: the statement is read and agreed, and it is written down who is here. */
export function Opening({ view, onBegin }: OpeningProps) {
  const { scheme } = useScheme();
  const agree = useAction('meetings', 'agreeStatement');
  const first = nextItem(view.items, null);
  const isAgreed = view.statementAgreedAt !== null;
  const arrive = useAction('meetings', 'arrive');
  const onAgree = async () => {
    const { ok } = await agree.run({ meetingId: view.meetingId });
    if (!ok) return;
    // Who was marked present before the start and is on first, or stays throughout, is here now; the others come later.
    for (const row of view.attendance) {
      const slot = view.slots.find((each) => each.agencyId === row.agencyId);
      const isOnFirst = slot === undefined || slot.isCore || slot.own[0]?.position === 1;
      if (row.status === 'present' && row.arrivedAt === null && isOnFirst) await arrive.run({ attendanceId: row.id });
    }
  };
  const goOn = () => (isAgreed ? first && onBegin(first.id) : void onAgree());
  useKeys('Before the first case', [
    { keys: 'A', says: 'The statement is agreed', run: () => void onAgree(), isOff: isAgreed || agree.isBusy },
    {
      keys: 'Ctrl+Enter',
      says: isAgreed ? 'Start with the first case' : 'The statement is agreed',
      run: goOn,
      inFields: true,
      isOff: agree.isBusy,
    },
  ]);
  if (!first)
    return (
      <div className="chair-stage">
        <EmptyState
          title="No cases on the agenda yet"
          buttons={
            <Link className="button primary" href={paths.agenda(view.meetingId)}>
              Choose cases
            </Link>
          }
        >
          A conference is run case by case. Choose the cases first; Roundtable orders them so that partners wait as little as can be.
        </EmptyState>
      </div>
    );
  return (
    <>
      <div className="chair-stage">
        <section className="chair-statement" aria-labelledby="chair-statement">
          <h2 id="chair-statement">
            <ShieldCheck aria-hidden /> Confidentiality and information sharing
          </h2>
          <p className="chair-statement-words prose">{view.statement}</p>
          {scheme.purpose === '' ? null : (
            <p className="prose soft">
              <b>Purpose.</b> {scheme.purpose}
            </p>
          )}
          {scheme.legalBasis === '' ? null : (
            <p className="prose soft">
              <b>Legal basis.</b> {scheme.legalBasis}
            </p>
          )}
          {view.statementAgreedAt ? (
            <p className="strong">Agreed at {clockOf(Date.parse(view.statementAgreedAt))} by everyone present.</p>
          ) : (
            <p className="soft">Read it out or show it. Whoever comes later hears it again when they arrive.</p>
          )}
        </section>
        <Attendance view={view} isLocked={false} />
      </div>
      <footer className="chair-keys">
        <span className="soft grow">{isAgreed ? `${counted(view.items.length, 'case')}, to ${view.endsAt}.` : ''}</span>
        <Button look="primary" onPress={goOn} isDisabled={agree.isBusy}>
          {isAgreed ? (
            <>
              <span className="cut chair-next-name">
                Start: <bdi>{first.caseName}</bdi>
              </span>{' '}
              <ColourBadge colour={first.colour} size={16} />
            </>
          ) : (
            'Everyone agrees to the statement'
          )}
          <KeyHint>Ctrl Enter</KeyHint>
        </Button>
      </footer>
    </>
  );
}
