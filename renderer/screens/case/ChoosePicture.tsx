import { useEffect, useState } from 'react';
import { DropZone, type FileDropItem, FileTrigger } from 'react-aria-components';
import { Button } from '../../components/Button';
import { DateField } from '../../components/fields/DateField';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { type SmallJpeg, smallJpeg } from './small-jpeg';

const unreadable = 'This is not a picture that can be read here. Choose a JPEG, PNG or WebP file, or paste a picture that you copied.';

/** A picture chosen, dropped or pasted, shown as it would be kept, with when it was taken and whose it is. */
export function ChoosePicture({ caseId, onDone }: { readonly caseId: string; readonly onDone: () => void }) {
  const keep = useAction('cases', 'setPhotograph', 'inline');
  const [picture, setPicture] = useState<SmallJpeg | null>(null);
  const [takenOn, setTakenOn] = useState<string | null>(null);
  const [source, setSource] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const url = usePictureUrl(picture);
  async function take(file: Blob | null | undefined) {
    const made = file ? await smallJpeg(file) : null;
    keep.clear();
    setPicture(made);
    setProblem(made === null ? unreadable : null);
  }
  async function onKeep() {
    if (picture === null) return;
    const done = await keep.run({ caseId, bytes: picture.bytes, takenOn, source });
    if (done.ok) onDone();
  }
  return (
    <div className="photograph-choose">
      <DropZone
        className="photograph-drop"
        aria-label="Drop or paste a picture here"
        getDropOperation={(types) => (['image/jpeg', 'image/png', 'image/webp'].some((type) => types.has(type)) ? 'copy' : 'cancel')}
        onDrop={({ items }) =>
          void items
            .find((item): item is FileDropItem => item.kind === 'file')
            ?.getFile()
            .then(take)
        }
      >
        {url === null ? (
          <span className="small soft">Drop a picture here, or paste one with Ctrl+V</span>
        ) : (
          <img src={url} alt="As it will be kept" />
        )}
      </DropZone>
      <FileTrigger acceptedFileTypes={['image/jpeg', 'image/png', 'image/webp']} onSelect={(files) => void take(files?.[0])}>
        <Button autoFocus>{picture === null ? 'Choose a file…' : 'Choose another…'}</Button>
      </FileTrigger>
      <TextField label="Whose picture it is" placeholder="Police custody record" value={source} onChange={setSource} maxLength={200} />
      <DateField label="Taken on" value={takenOn} onChange={setTakenOn} />
      <p className="small soft">
        It is printed on staff briefings and shown on this page, to those whom the case concerns. It is kept small, and without what the
        camera wrote into the file.
      </p>
      {(problem ?? keep.problem) ? <p role="alert">{problem ?? keep.problem}</p> : null}
      <Button look="primary" isDisabled={picture === null || keep.isBusy} onPress={() => void onKeep()}>
        {keep.isBusy ? 'Keeping it…' : 'Keep this photograph'}
      </Button>
    </div>
  );
}

function usePictureUrl(picture: SmallJpeg | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (picture === null) {
      setUrl(null);
      return;
    }
    const made = URL.createObjectURL(new Blob([picture.bytes], { type: 'image/jpeg' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
