import { useLocation } from 'wouter';
import { counted } from '../../../../shared/language/counted';
import { formatDayNear } from '../../../../shared/language/dates';
import { documentKindName } from '../../../../shared/language/document';
import type { DocumentRow } from '../../../../shared/views/documents';
import { Button } from '../../../components/Button';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { lookAtDocument } from '../../documents/remembered';
import { usePrint } from '../../documents/use-print';

/** The agency's agendas, minutes and packs of the last weeks, to be read or printed. */
export function MyPapers({ papers }: { readonly papers: readonly DocumentRow[] }) {
  return (
    <section aria-label="Your papers">
      <h2 className="part-head">Your papers</h2>
      {papers.length === 0 ? (
        <p className="soft">None yet. After each conference your agency’s pack comes here: what it undertook, and a page for each case.</p>
      ) : (
        <ul className="partner-lines">
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Paper({ paper }: { readonly paper: DocumentRow }) {
  const { today } = useScheme();
  const [, navigate] = useLocation();
  const { isPrinting, print } = usePrint();
  const name = `${documentKindName[paper.kind]}${paper.meetingHeldOn === null ? '' : ` of ${formatDayNear(paper.meetingHeldOn, today)}`}`;
  const open = () => {
    lookAtDocument(paper.id);
    navigate(paths.documents());
  };
  return (
    <li className="row partner-line">
      <div className="grow">
        <b>{name}</b>
        <p className="small mute">
          {paper.number}
          {paper.version > 1 ? `, version ${paper.version}, which replaces the earlier ones` : ''}
          {paper.scope === '' ? '' : `, ${paper.scope}`}
          {`, ${counted(paper.pages, 'page')}`}
        </p>
      </div>
      {paper.isHere ? (
        <>
          <Button size="small" onPress={open} aria-label={`Open: ${name}`}>
            Open
          </Button>
          <Button
            size="small"
            look="quiet"
            onPress={() => void print(paper.id)}
            isDisabled={isPrinting}
            aria-label={`${isPrinting ? 'Printing…' : 'Print…'} ${name}`}
          >
            {isPrinting ? 'Printing…' : 'Print…'}
          </Button>
        </>
      ) : (
        <span className="small mute">On its way</span>
      )}
    </li>
  );
}
