import { useState } from 'react';
import { useLocation } from 'wouter';
import { caseName } from '../../../shared/language/case-name';
import { colourWord } from '../../../shared/language/colour';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import type { CaseView } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { ColourRibbon } from '../../components/colour/ColourRibbon';
import { KeyHints } from '../../components/KeyHint';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Screen } from '../../frame/Screen';
import { useKeys } from '../../keys/keys';
import { paths } from '../../routes';
import { neighbourOf } from '../register/register-view';
import { rememberedOrder, rememberSelected } from '../register/remembered';
import { Conflicts } from '../scheme/Conflicts';
import { CaseActions } from './CaseActions';
import { CaseHeader } from './CaseHeader';
import { CaseHistory } from './CaseHistory';
import { CaseQuestions } from './CaseQuestions';
import { ColourPanel } from './ColourPanel';
import { Advice, Details } from './Details';
import { KeyDates } from './KeyDates';
import { Needs } from './Needs';
import { Outcomes } from './Outcomes';
import { Place } from './Place';
import { RecordEvent } from './RecordEvent';
import { Referrals } from './Referrals';
import { Release } from './Release';
import { Relevance } from './Relevance';
import './case.css';

interface CaseProps {
  readonly params: { readonly caseId: string };
}

/** One person's story on one screen. */
export default function Case({ params: { caseId } }: CaseProps) {
  const [, navigate] = useLocation();
  const found = useVerb('cases', 'get', { id: caseId });
  const go = (step: 1 | -1) => {
    const next = neighbourOf(rememberedOrder(), caseId, step);
    if (next === null) return;
    rememberSelected(next);
    navigate(paths.case(next));
  };
  useKeys('Case', [
    { keys: 'J', says: 'Next case of the register', run: () => go(1) },
    { keys: 'K', says: 'Previous case of the register', run: () => go(-1) },
    { keys: 'Backspace', says: 'Back to the register', run: () => navigate(paths.register()) },
  ]);
  const fields = found.data?.fields;
  return (
    <Screen
      title={fields ? caseName(fields.surname, fields.forenames) : 'Case'}
      under={{ name: 'Register', path: paths.register() }}
      beside={<KeyHints hints={[['J', 'K', 'next, previous case']]} />}
    >
      <Fetched query={found} what="the case">
        {(value) => <CasePage key={value.id} found={value} />}
      </Fetched>
    </Screen>
  );
}

function CasePage({ found }: { readonly found: CaseView }) {
  const { today, may } = useScheme();
  const mayEdit = may('edit-cases');
  const [panel, setPanel] = useState<'colour' | 'record' | null>(null);
  useKeys('This case', [
    { keys: 'N', says: 'Record something that happened', run: () => setPanel('record'), isOff: !mayEdit },
    { keys: 'C', says: 'Change the colour', run: () => setPanel('colour'), isOff: !mayEdit },
  ]);
  // What closes once it is recorded must not close what was opened meanwhile.
  const close = (which: 'colour' | 'record') => () => setPanel((now) => (now === which ? null : now));
  return (
    <article className="case">
      <CaseHeader
        found={found}
        onColour={() => setPanel(panel === 'colour' ? null : 'colour')}
        onRecord={() => setPanel(panel === 'record' ? null : 'record')}
      />
      {found.partedSince === null ? null : (
        <p className="proposal" role="status">
          <b>No longer shared with your agency.</b>
          <span className="grow soft">
            Since {formatDayWithYear(dayOf(found.partedSince))} this case does not concern it. What you see is as it stood then; nothing
            further comes, and nothing can be sent.
          </span>
        </p>
      )}
      <Conflicts caseId={found.id} />
      {found.colourProposal && panel !== 'colour' ? (
        <Proposal proposal={found.colourProposal} onTakeUp={mayEdit ? () => setPanel('colour') : null} />
      ) : null}
      {panel === 'colour' ? <ColourPanel found={found} onClose={close('colour')} /> : null}
      {panel === 'record' ? <RecordEvent caseId={found.id} onClose={close('record')} /> : null}
      <div className="case-ribbon">
        {found.colourChanges.length > 0 ? (
          <ColourRibbon
            today={today}
            changes={found.colourChanges.map(({ colour, decidedOn }) => ({ colour, on: decidedOn }))}
            meetingDays={found.meetingDays}
            events={found.events}
            releaseOn={found.fields.releaseOn}
          />
        ) : (
          <p className="small soft">No colour has been decided yet.{mayEdit ? ' Press C to set the first one, with its reason.' : ''}</p>
        )}
      </div>
      <div className="case-columns">
        <div>
          <Needs found={found} />
          <Referrals found={found} />
          <Details found={found} />
        </div>
        <div>
          <CaseActions found={found} />
          <CaseQuestions found={found} />
          <CaseHistory history={found.history} />
        </div>
        <div>
          <Release found={found} />
          <Advice found={found} />
          <KeyDates found={found} />
          <Relevance found={found} />
          <Place found={found} />
          <Outcomes caseId={found.id} />
        </div>
      </div>
    </article>
  );
}

interface ProposalProps {
  readonly proposal: NonNullable<CaseView['colourProposal']>;
  /** Null for those who may not decide it. */
  readonly onTakeUp: (() => void) | null;
}

/** A proposal is shown with its reason and never applied by itself. */
function Proposal({ proposal, onTakeUp }: ProposalProps) {
  return (
    <div className="proposal" role="status">
      {proposal.colour ? (
        <>
          Proposed: <ColourBadge colour={proposal.colour} size={18} withWord />
        </>
      ) : (
        <b>A colour must be chosen</b>
      )}
      <span className="grow soft">{proposal.reason}</span>
      {onTakeUp ? (
        <Button size="small" onPress={onTakeUp}>
          {proposal.colour ? `Set ${colourWord[proposal.colour]}…` : 'Choose…'}
        </Button>
      ) : null}
    </div>
  );
}
