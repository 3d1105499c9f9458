import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { Picture } from '../../../shared/insight/picture';
import type { Sent } from '../../../shared/ipc/verbs';
import { Button } from '../../components/Button';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { paths } from '../../routes';

export interface Picked {
  readonly picture: Picture;
  readonly asked: Sent<'insight', 'behind'>;
}

/** The cases that a figure counts, beside the pictures. */
export function CasesBehind({ picked, onClose }: { readonly picked: Picked; readonly onClose: () => void }) {
  const { picture, asked } = picked;
  const behind = useVerb('insight', 'behind', asked);
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  const row = picture.rows.find(({ id }) => id === asked.row)?.name ?? '';
  const series = picture.series.find(({ id }) => id === asked.series)?.name ?? '';
  return (
    <aside
      className="behind"
      aria-label="The cases behind a figure"
      onKeyDown={(event) => (event.key === 'Escape' ? onClose() : undefined)}
    >
      <header className="row">
        <div className="grow">
          <h2 className="cut">{picture.title}</h2>
          <p className="soft small">
            {row}, {series.toLowerCase()}
          </p>
        </div>
        <Button ref={close} look="quiet" size="small" aria-label="Close" onPress={onClose}>
          <X aria-hidden />
        </Button>
      </header>
      <Fetched query={behind} what="the cases behind this figure">
        {(cases) => (
          <>
            <p className="small mute" role="status">
              {cases.length === 0
                ? 'No case stands behind this figure.'
                : cases.length === 1
                  ? '1 case'
                  : `${cases.length.toLocaleString('en-GB')} cases`}
            </p>
            <ul className="behind-list">
              {cases.slice(0, most).map(({ id, name, colour }) => (
                <li key={id}>
                  <ColourBadge colour={colour} size={18} />
                  <Link href={paths.case(id)} className="cut">
                    <bdi>{name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
            {cases.length > most ? (
              <p className="small mute">The first {most} by name. Choose an area or a part of the cohort to see fewer.</p>
            ) : null}
          </>
        )}
      </Fetched>
    </aside>
  );
}

/** More lines than anybody reads beside a picture. */
const most = 300;
