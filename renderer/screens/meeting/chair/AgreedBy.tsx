import { AgencyCode } from '../../../components/AgencyCode';
import { Button } from '../../../components/Button';
import { DissentField } from '../../../components/fields/DissentField';
import { Tick } from '../../../components/fields/Tick';
import { Popover } from '../../../components/overlays/Popover';
import { useScheme } from '../../../data/scheme';

interface AgreedByProps {
  readonly agreedBy: readonly string[];
  readonly dissent: string;
  readonly isLocked: boolean;
  readonly onAgreed: (agencyIds: readonly string[]) => void;
  readonly onDissent: (dissent: string) => void;
}

/** Who agreed and who did not: one line, opened to change it. It goes with the decision and with the colour. */
export function AgreedBy({ agreedBy, dissent, isLocked, onAgreed, onDissent }: AgreedByProps) {
  const { scheme, agencyOf } = useScheme();
  const line = (
    <>
      <span className="soft">Agreed by</span>
      {agreedBy.length === 0 ? (
        <span className="soft">nobody named</span>
      ) : (
        agreedBy.map((id) => <AgencyCode key={id} agency={agencyOf(id)} />)
      )}
      <span className="cut chair-dissent soft">Dissent: {dissent.trim() === '' ? 'none' : dissent}</span>
    </>
  );
  if (isLocked) return <span className="row small">{line}</span>;
  return (
    <Popover
      label="Who agreed"
      placement="top start"
      trigger={
        <Button look="quiet" size="small">
          {line}
        </Button>
      }
    >
      <fieldset className="chair-agreed">
        <legend className="label">Agreed by</legend>
        {scheme.agencies
          .filter((agency) => !agency.isWithdrawn)
          .map((agency) => (
            <Tick
              key={agency.id}
              isOn={agreedBy.includes(agency.id)}
              onChange={(isOn) => onAgreed(isOn ? [...agreedBy, agency.id] : agreedBy.filter((id) => id !== agency.id))}
            >
              <AgencyCode agency={agency} /> {agency.name}
            </Tick>
          ))}
      </fieldset>
      <DissentField dissent={dissent} onDissent={onDissent} />
    </Popover>
  );
}
