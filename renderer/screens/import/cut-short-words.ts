import { counted } from '../../../shared/language/counted';
import type { ImportUnderWay } from '../../../shared/views/importing';

export interface CutShortWords {
  readonly title: string;
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const number = (count: number) => count.toLocaleString('en-GB');

/** What became of an import, or of the taking back of one, that ended before its time: as a person should know it to choose what to do. */
export function cutShortWords({ fileName, what, left, total }: ImportUnderWay): CutShortWords {
  if (what === 'taking-back') {
    return {
      title: `The taking back of ${fileName} was cut short`,
      happened: 'Roundtable ended before all of it was taken back.',
      safe: 'What is taken back stays so, and what is still to be taken back is known. Nobody else’s work is touched.',
      next: 'Go on, so that the rest is taken back too. Until then no other file is imported.',
    };
  }
  const rest = left ?? 0;
  return {
    title: `The import of ${fileName} was cut short`,
    happened: `Roundtable ended before it was through: ${number(total - rest)} of ${counted(total, 'row')} ${total - rest === 1 ? 'is' : 'are'} recorded.`,
    safe: `Nothing is lost. What is recorded stays, and the other ${counted(rest, 'row is', 'rows are')} kept in this scheme, as ${rest === 1 ? 'it was' : 'they were'} shown to you.`,
    next: 'Finish the import, which records the rest; or take it back, which undoes all that it has brought. Until then no other file is imported.',
  };
}
