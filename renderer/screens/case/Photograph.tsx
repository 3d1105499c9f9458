import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { PhotographView } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { Popover } from '../../components/overlays/Popover';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { ChoosePicture } from './ChoosePicture';
import { Withdraw } from './Withdraw';
import './photograph.css';

interface PhotographProps {
  readonly caseId: string;
  readonly name: string;
  /** Null where there is none: then it is a small button that offers to add one. */
  readonly picture: PhotographView | null;
}

/** What the person looks like, small enough to stand beside the name; pressed, it is large, with where it is from. */
export function Photograph({ caseId, name, picture }: PhotographProps) {
  const [isOpen, setOpen] = useState(false);
  const card = (
    <Popover
      label="Photograph"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        picture === null ? (
          <Button size="small" look="quiet">
            <Plus aria-hidden />
            Photograph
          </Button>
        ) : (
          <Button look="quiet" aria-label={`Photograph of ${name}`}>
            <Picture of={picture} name="" />
          </Button>
        )
      }
    >
      <PhotographCard caseId={caseId} name={name} picture={picture} onDone={() => setOpen(false)} />
    </Popover>
  );
  return picture === null ? card : <div className="photograph-open">{card}</div>;
}

interface PhotographCardProps {
  readonly caseId: string;
  readonly name: string;
  readonly picture: PhotographView | null;
  readonly onDone: () => void;
}

/** The picture large, with where it is from, and ways to replace it or to take it off. */
function PhotographCard({ caseId, name, picture, onDone }: PhotographCardProps) {
  const withdraw = useAction('cases', 'withdrawPhotograph', 'inline');
  const { may } = useScheme();
  const [isReplacing, setReplacing] = useState(false);
  if (picture === null || isReplacing) return <ChoosePicture caseId={caseId} onDone={onDone} />;
  const facts = [
    picture.source,
    picture.takenOn === null ? 'day not recorded' : `taken ${formatDayWithYear(picture.takenOn)}`,
    picture.addedByName === '' ? '' : `added by ${picture.addedByName}`,
  ];
  return (
    <div className="photograph-card">
      <Picture of={picture} name={`Photograph of ${name}`} />
      <p className="small soft">{facts.filter(Boolean).join(', ')}</p>
      {may('edit-cases') ? (
        <ul className="case-lines">
          <Withdraw
            label="The photograph"
            problem={withdraw.problem}
            onWithdraw={async (reason) => {
              const done = await withdraw.run({ id: picture.id, reason });
              if (done.ok) onDone();
              return done.ok;
            }}
          >
            <Button size="small" onPress={() => setReplacing(true)}>
              Replace…
            </Button>
          </Withdraw>
        </ul>
      ) : null}
    </div>
  );
}

/** A JPEG as it is kept. An empty name leaves it to the button around it to say what it is. */
function Picture({ of, name }: { readonly of: Pick<PhotographView, 'bytes' | 'width' | 'height'>; readonly name: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([of.bytes as Uint8Array<ArrayBuffer>], { type: 'image/jpeg' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [of.bytes]);
  return url === '' ? (
    <span className="photograph" />
  ) : (
    <img className="photograph" src={url} alt={name} width={of.width} height={of.height} />
  );
}
