import { useEffect, useState } from 'react';
import type { AuditEntry } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainTable } from '../../components/lists/PlainTable';
import { failureWords } from '../../data/failure';
import { callVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { issuedWords } from '../documents/documents-view';

const page = 100;

/** Every operation, the newest first. What was recorded cannot be taken out of it. */
export function Audit() {
  const { may } = useScheme();
  const [entries, setEntries] = useState<readonly AuditEntry[]>([]);
  const [isMore, setMore] = useState(true);
  const [problem, setProblem] = useState<string | null>(null);
  const [isLoading, setLoading] = useState(false);
  async function load(before: number | null) {
    setLoading(true);
    try {
      const next = await callVerb('scheme', 'audit', { before, limit: page, caseId: null });
      setEntries((shown) => (before === null ? next : [...shown, ...next]));
      setMore(next.length === page);
      setProblem(null);
    } catch (failure) {
      setProblem(failureWords(failure));
    } finally {
      setLoading(false);
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first page, once
  useEffect(() => void load(null), []);
  return (
    <>
      <div className="row">
        <h2 className="grow">Audit trail</h2>
        {may('read-audit') ? <ExportMenu list="audit" noun="operations" shown={() => ({ ids: null, columns: null, seenAs: '' })} /> : null}
      </div>
      {problem ? <p className="late">{problem}</p> : null}
      {entries.length === 0 && !problem && !isMore ? (
        <EmptyState title="Nothing recorded yet">Each operation appears here as it is done.</EmptyState>
      ) : null}
      {entries.length > 0 ? (
        <PlainTable heads={['When', 'Who', 'What', 'Case', { name: 'Fields', isFigure: true }, 'Fingerprint']}>
          {entries.map(({ sequence, at, personName, deviceName, intent, caseName, isErased, fieldCount, hash }) => (
            <tr key={sequence}>
              <td className="nowrap">{issuedWords(at)}</td>
              <td title={deviceName}>{personName}</td>
              <td>{intent}</td>
              <td>{isErased ? <span className="soft">Erased case</span> : (caseName ?? '')}</td>
              <td className="figure">{fieldCount}</td>
              <td className="document-hash mute">{hash.slice(0, 12)}</td>
            </tr>
          ))}
        </PlainTable>
      ) : null}
      {isMore && entries.length > 0 ? (
        // Pressed twice, the same page would stand there twice. Not switched off meanwhile: that would take the focus from it.
        <Button onPress={() => (isLoading ? undefined : void load(entries.at(-1)?.sequence ?? null))}>Show earlier ones</Button>
      ) : null}
    </>
  );
}
