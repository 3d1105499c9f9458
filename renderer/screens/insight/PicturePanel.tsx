import { Download, Table2 } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { usualOffending } from '../../../shared/insight/before-after';
import { type Definitions, usualNumbers } from '../../../shared/insight/definitions';
import type { EqualityPopulation } from '../../../shared/insight/equality';
import { type InsightFilter, type Picture, type PictureId, pictureTitle } from '../../../shared/insight/picture';
import type { Sent } from '../../../shared/ipc/verbs';
import type { CohortPart } from '../../../shared/language/cohort';
import { Button } from '../../components/Button';
import { Fetched, Loading } from '../../components/Loading';
import { showDone, showFailure } from '../../components/overlays/toasts';
import { failureWords } from '../../data/failure';
import { skip, useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import type { Picked } from './CasesBehind';
import { Chart, type ChartHandle } from './Chart';
import { DefinitionChoices } from './DefinitionChoices';
import { EqualityChoices } from './EqualityChoices';
import { Figures } from './Figures';
import { OffendingChoices } from './OffendingChoices';
import { useSeen } from './use-seen';

export type ChosenFilter = Omit<InsightFilter, 'cohortPart'> & { readonly cohortPart: CohortPart | null };

interface PicturePanelProps {
  readonly id: PictureId;
  readonly filter: ChosenFilter;
  readonly matrixThreshold: number;
  readonly onPick: (picked: Picked) => void;
}

/** One picture with what it says, how it was counted, its figures and its ways out. Asked for once it comes into sight. */
export function PicturePanel({ id, filter, matrixThreshold, onPick }: PicturePanelProps) {
  const [place, isSeen] = useSeen();
  const [offending, setOffending] = useState(usualOffending);
  const [equality, setEquality] = useState<EqualityPopulation>('cohort');
  const usual = { ...usualNumbers, matrix: matrixThreshold };
  const [definitions, setDefinitions] = useState<Definitions>(usual);
  const asked = {
    picture: id,
    ...filter,
    ...(id === 'before-after' ? { offending } : {}),
    ...(id === 'equality' ? { equality } : {}),
    ...(id === 'definitions' ? { definitions } : {}),
  };
  const picture = useVerb('insight', 'picture', isSeen ? asked : skip);
  const heading = <h2 className="grow cut">{pictureTitle[id]}</h2>;
  return (
    <section ref={place} className="picture" aria-label={pictureTitle[id]}>
      {isSeen && (picture.data !== undefined || picture.isError) ? (
        <Fetched query={picture} what="this picture">
          {(value) => (
            <Drawn picture={value} heading={heading} asked={asked} onPick={onPick}>
              {id === 'before-after' ? <OffendingChoices choice={offending} onChange={setOffending} /> : null}
              {id === 'equality' ? <EqualityChoices choice={equality} onChange={setEquality} /> : null}
              {id === 'definitions' ? <DefinitionChoices usual={usual} choice={definitions} onChange={setDefinitions} /> : null}
            </Drawn>
          )}
        </Fetched>
      ) : (
        <>
          {heading}
          {isSeen ? <Loading what="this picture" afterMilliseconds={400} /> : null}
        </>
      )}
    </section>
  );
}

interface DrawnProps extends Pick<PicturePanelProps, 'onPick'> {
  readonly picture: Picture;
  readonly asked: Sent<'insight', 'picture'>;
  /** What can be chosen for this picture alone. */
  readonly children: ReactNode;
  readonly heading: ReactNode;
}

function Drawn({ picture, heading, asked, onPick, children }: DrawnProps) {
  const { may } = useScheme();
  const [isTable, setTable] = useState(false);
  const chart = useRef<ChartHandle>(null);
  const pick = (row: string, series: string) => onPick({ picture, asked: { ...asked, row, series } });
  return (
    <>
      <header className="row">
        {heading}
        <Button look="quiet" size="small" aria-pressed={isTable} onPress={() => setTable((before) => !before)}>
          <Table2 aria-hidden /> {isTable ? 'Picture' : 'Figures'}
        </Button>
        {may('export-register') ? (
          <ExportMenu
            asked={asked}
            png={isTable ? null : () => chart.current?.png() ?? Promise.reject(new Error('The picture is not drawn yet.'))}
          />
        ) : null}
      </header>
      {children}
      {/* A length of time stays on one line. */}
      <p className="picture-finding">{picture.finding.replaceAll(/(\d) h (\d)/g, '$1\u00a0h\u00a0$2')}</p>
      {picture.rows.length === 0 ? (
        <p className="picture-empty mute">Nothing to draw yet.</p>
      ) : isTable ? (
        <Figures picture={picture} onPick={pick} />
      ) : (
        <Chart ref={chart} picture={picture} onPick={pick} />
      )}
      <div className="picture-how">
        <p>{picture.how}</p>
        {picture.warnings.length > 0 ? (
          <p>
            <strong>Read with care.</strong> {picture.warnings.join(' ')}
          </p>
        ) : null}
      </div>
    </>
  );
}

interface ExportMenuProps {
  readonly asked: Sent<'insight', 'picture'>;
  /** Null while no picture is drawn that could be saved as it is seen. */
  readonly png: (() => Promise<Uint8Array<ArrayBuffer>>) | null;
}

function ExportMenu({ asked, png }: ExportMenuProps) {
  const figures = useAction('insight', 'saveFigures');
  const drawing = useAction('insight', 'saveDrawing');
  const image = useAction('insight', 'saveImage');
  async function save(kind: string) {
    try {
      const saved =
        kind === 'csv'
          ? await figures.run(asked)
          : kind === 'svg'
            ? await drawing.run(asked)
            : await image.run({ ...asked, bytes: (await png?.()) ?? new Uint8Array() });
      if (saved.ok && saved.value !== null) showDone(`Saved as ${saved.value}`);
    } catch (failure) {
      showFailure(failureWords(failure));
    }
  }
  return (
    <MenuTrigger>
      <Button look="quiet" size="small">
        <Download aria-hidden /> Export…
      </Button>
      <Popover className="popover" offset={4}>
        <Menu
          className="list-box"
          aria-label="Export"
          onAction={(key) => void save(String(key))}
          disabledKeys={png === null ? ['png'] : []}
        >
          <MenuItem id="csv" className="list-item">
            Figures as CSV
          </MenuItem>
          <MenuItem id="svg" className="list-item">
            Picture as SVG
          </MenuItem>
          <MenuItem id="png" className="list-item">
            Picture as PNG
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
