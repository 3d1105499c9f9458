import { ArchiveRestore, FolderOpen, TriangleAlert } from 'lucide-react';
import { counted } from '../../../shared/language/counted';
import { backupState, oldAfterDays } from '../../../shared/rules/backup-state';
import type { BackupsView } from '../../../shared/views/backups';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Fetched } from '../../components/Loading';
import { PlainTable } from '../../components/lists/PlainTable';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords, sizeWords } from '../documents/documents-view';
import { agoWords, backupTroubleWords } from './backup-words';
import { RestoreDrill } from './RestoreDrill';

/** Copies to go back to: where they lie, how old they are, and whether they open. */
export function Backups() {
  const backups = useVerb('backups', 'get');
  return (
    <>
      <h2>Backups</h2>
      <p className="soft">
        Encrypted copies of the whole scheme. One is made by itself when a day has passed since the last, and after each closed conference.
        Kept are the newest of each of the last 7 days, 5 weeks and 12 months that have one. Each is opened and checked before it counts.
      </p>
      <Fetched query={backups} what="the backups">
        {(view) => <Standing view={view} refetch={() => void backups.refetch()} />}
      </Fetched>
    </>
  );
}

function Standing({ view, refetch }: { readonly view: BackupsView; readonly refetch: () => void }) {
  const make = useAction('backups', 'make', 'inline');
  const { clockOffset } = useScheme();
  const now = Date.now() + clockOffset;
  const [newest] = view.backups;
  // What was made is remembered here too, for when the folder is away.
  const newestAt = newest?.madeAt ?? (view.isFolderThere ? undefined : view.last?.madeAt);
  async function makeNow() {
    const made = await make.run();
    if (made.ok && made.value.ok) showDone(`Backup made and checked: ${counted(made.value.commits, 'change')}`);
    refetch();
  }
  return (
    <>
      {view.trouble || !view.isFolderThere ? (
        <p className="row late" role="alert">
          <TriangleAlert aria-hidden /> {backupTroubleWords[view.trouble?.why ?? 'folder-gone']}
        </p>
      ) : null}
      {backupState(view, now) === 'old' ? (
        <p className="row late">
          <TriangleAlert aria-hidden /> The newest backup is more than {oldAfterDays} days old, and there is work that none holds.
        </p>
      ) : null}
      <dl className="scheme-facts">
        <dt>Newest backup</dt>
        <dd>{newestAt ? `${agoWords(newestAt, now)} · ${issuedWords(newestAt)}` : view.isFolderThere ? 'None yet' : 'Not known'}</dd>
        <dt>Not in a backup yet</dt>
        <dd>{view.commitsSince === 0 ? 'Nothing' : counted(view.commitsSince, 'change')}</dd>
        <dt>Folder</dt>
        <dd>{view.folder}</dd>
      </dl>
      <div className="row wrap scheme-buttons">
        <Button look="primary" onPress={() => void makeNow()} isDisabled={make.isBusy}>
          <ArchiveRestore aria-hidden /> {make.isBusy ? 'Making a backup…' : 'Back up now'}
        </Button>
        <ChooseFolder view={view} onChosen={refetch} />
      </div>
      {make.problem ? <p className="late">{make.problem}</p> : null}
      {view.isAutomatic ? null : (
        <p className="small mute">Of the demonstration none is made by itself: it can be made anew at any time.</p>
      )}
      <p className="small mute">
        A backup beside the scheme helps against a slip, not against a lost computer: a folder on another disk or a share helps against
        both.
      </p>
      <h3>Restore drill</h3>
      <RestoreDrill view={view} onDone={refetch} />
      <h3>In the folder</h3>
      <BackupList view={view} />
      {newest ? (
        <p className="small mute">
          To go back to one of these, lock the scheme, then choose <b>Restore from a backup</b> on the first screen. The present file is
          kept.
        </p>
      ) : null}
    </>
  );
}

function ChooseFolder({ view, onChosen }: { readonly view: BackupsView; readonly onChosen: () => void }) {
  const choose = useAction('backups', 'chooseFolder');
  const useOwn = useAction('backups', 'useOwnFolder');
  return (
    <>
      <Button onPress={() => void choose.run().then(onChosen)}>
        <FolderOpen aria-hidden /> Another folder…
      </Button>
      {view.isOwnFolder ? null : (
        <Button look="quiet" onPress={() => void useOwn.run().then(onChosen)}>
          Keep them beside the scheme
        </Button>
      )}
    </>
  );
}

function BackupList({ view }: { readonly view: BackupsView }) {
  if (!view.isFolderThere)
    return <EmptyState title="It cannot be looked into">What lies in the folder stands here again once the folder is there.</EmptyState>;
  if (view.backups.length === 0)
    return (
      <EmptyState title="No backup here yet">
        {view.isAutomatic
          ? 'The first is made half a minute after the scheme is opened, or at once by hand.'
          : 'Back up now makes one, to try it.'}
      </EmptyState>
    );
  return (
    <PlainTable heads={['Made', { name: 'Changes in it', isFigure: true }, { name: 'Size', isFigure: true }, 'File']}>
      {view.backups.map(({ name, madeAt, commits, sizeBytes }) => (
        <tr key={name}>
          <td className="nowrap">{issuedWords(madeAt)}</td>
          <td className="figure">{commits?.toLocaleString('en-GB') ?? 'not noted here'}</td>
          <td className="figure">{sizeWords(sizeBytes)}</td>
          <td className="mute">{name}</td>
        </tr>
      ))}
    </PlainTable>
  );
}
