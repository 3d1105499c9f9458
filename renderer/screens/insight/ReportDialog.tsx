import { useState } from 'react';
import { type PictureId, pictureIds, pictureTitle } from '../../../shared/insight/picture';
import type { ReportDraft } from '../../../shared/views/insight';
import { Button } from '../../components/Button';
import { Select } from '../../components/fields/Select';
import { TextArea } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { Fetched } from '../../components/Loading';
import { Dialog } from '../../components/overlays/Dialog';
import { showDone } from '../../components/overlays/toasts';
import { useKeptText } from '../../data/kept-text';
import { useAction, useVerb } from '../../data/queries';

/** Which quarter, which pictures and what the manager says of it; then PDF and Word in one step. */
export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const [quarter, setQuarter] = useState<string | null>(null);
  const draft = useVerb('insight', 'reportDraft', { quarter });
  return (
    <Fetched query={draft} what="the quarterly report">
      {(value) => <ReportForm key={value.quarter} draft={value} onQuarter={setQuarter} onClose={onClose} />}
    </Fetched>
  );
}

interface ReportFormProps {
  readonly draft: ReportDraft;
  readonly onQuarter: (quarter: string) => void;
  readonly onClose: () => void;
}

function ReportForm({ draft, onQuarter, onClose }: ReportFormProps) {
  const issue = useAction('documents', 'issue', 'inline');
  const save = useAction('documents', 'saveEditions');
  const [pictures, setPictures] = useState<ReadonlySet<PictureId>>(() => new Set(draft.pictures));
  const introduction = useKeptText(`quarterly report ${draft.quarter}`, draft.introduction);
  const version = draft.quarters.find(({ id }) => id === draft.quarter)?.version ?? 0;
  const isBusy = issue.isBusy || save.isBusy;
  async function run() {
    const chosen = pictureIds.filter((id) => pictures.has(id));
    const issued = await issue.run({
      kind: 'quarterly-report',
      quarter: draft.quarter,
      pictures: chosen,
      introduction: introduction.text,
    });
    if (!issued.ok) return;
    introduction.forget();
    const { id, number } = issued.value;
    const saved = await save.run({ id });
    onClose();
    showDone(
      saved.ok && saved.value !== null
        ? `Issued as ${number}, and saved as PDF and Word in ${saved.value}`
        : `Issued as ${number}. It is among the documents, as PDF and as Word.`,
    );
  }
  return (
    <Dialog
      title="Quarterly report"
      onClose={onClose}
      buttons={
        <>
          <span className="grow small soft">It gets a number and is kept under Documents.</span>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" isDisabled={pictures.size === 0 || isBusy} onPress={() => void run()}>
            {issue.isBusy ? 'Making it…' : save.isBusy ? 'Saving…' : 'Issue, and save PDF and Word…'}
          </Button>
        </>
      }
    >
      <div className="report-form">
        <Select
          label="Quarter"
          choices={draft.quarters.map(({ id, name, version: issuedAs }) => ({
            id,
            name: issuedAs === 0 ? name : `${name} (issued, version ${issuedAs})`,
          }))}
          value={draft.quarter}
          onChange={onQuarter}
          autoFocus
        />
        {version > 0 ? (
          <p className="small soft" role="status">
            Version {version} of this quarter has been issued. Issuing it again makes version {version + 1}; the earlier one stays.
          </p>
        ) : null}
        <TextArea
          label="Introduction"
          value={introduction.text}
          onChange={introduction.setText}
          rows={5}
          hint="What stood out, and what will be done about it. Name nobody who is on the scheme."
          maxLength={10_000}
        />
        <PictureTicks chosen={pictures} onChange={setPictures} />
        {issue.problem ? <p role="alert">{issue.problem}</p> : null}
      </div>
    </Dialog>
  );
}

interface PictureTicksProps {
  readonly chosen: ReadonlySet<PictureId>;
  readonly onChange: (chosen: ReadonlySet<PictureId>) => void;
}

function PictureTicks({ chosen, onChange }: PictureTicksProps) {
  const isAll = chosen.size === pictureIds.length;
  const toggle = (id: PictureId, isOn: boolean) => onChange(new Set(pictureIds.filter((one) => (one === id ? isOn : chosen.has(one)))));
  return (
    <fieldset className="report-pictures">
      <legend>Pictures</legend>
      <Tick isOn={isAll} isPartly={!isAll && chosen.size > 0} onChange={() => onChange(new Set(isAll ? [] : pictureIds))}>
        All {pictureIds.length}
      </Tick>
      <div>
        {pictureIds.map((id) => (
          <Tick key={id} isOn={chosen.has(id)} onChange={(isOn) => toggle(id, isOn)}>
            {pictureTitle[id]}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}
