import { formatDayWithYear } from '../../../shared/language/dates';
import { documentKindName } from '../../../shared/language/document';
import { dayOf } from '../../../shared/language/scheme-place';
import type { DocumentRow, Verification } from '../../../shared/views/documents';
import { issuedWords } from './documents-view';

export interface VerificationWords {
  readonly tone: 'right' | 'wrong' | 'unknown';
  readonly title: string;
  readonly words: string;
}

const named = ({ kind, number, version }: DocumentRow) => `${documentKindName[kind]} ${number}, version ${version}`;

const claimed = (row: DocumentRow) => `${named(row)}${row.sharesNumber ? ` for ${row.recipient}` : ''}`;

/** What a file turned out to be, in words that somebody can act on. */
export function verificationWords(found: Verification): VerificationWords {
  switch (found.kind) {
    case 'matches': {
      const { document, edition, latestVersion, calledBackAt } = found;
      const which = `${named(document)}${edition === 'word' ? ' (Word edition)' : ''}, issued ${issuedWords(document.issuedAt)} to ${document.recipient}.`;
      const back = calledBackAt === null ? '' : ` Copies of it were called back on ${formatDayWithYear(dayOf(calledBackAt))}.`;
      if (latestVersion === document.version && !document.isLatest) {
        return {
          tone: 'unknown',
          title: `This file is genuine, but version ${latestVersion} was issued again later on another computer.`,
          words: `${which}${back} Whoever has it should have the later one.`,
        };
      }
      if (latestVersion > document.version) {
        return {
          tone: 'unknown',
          title: `This file is genuine, but version ${latestVersion} has replaced it.`,
          words: `${which}${back} Whoever has it should have the later one.`,
        };
      }
      return { tone: 'right', title: 'This file is exactly as it was issued.', words: `${which}${back}` };
    }
    case 'altered':
      return {
        tone: 'wrong',
        title: 'This file is not as it was issued.',
        words: `It says that it is ${[found.document, ...found.others].map(claimed).join(' or ')}, and its content differs from what went out: it was edited, saved anew by another program, or damaged. Rely on the copy in the ledger.`,
      };
    case 'not-in-ledger':
      return {
        tone: 'unknown',
        title: `This file says that it is ${found.number}, version ${found.version}, and this ledger has no such document.`,
        words: 'It may be of another scheme, or issued on a computer whose record has not arrived here yet.',
      };
    case 'unknown':
      return {
        tone: 'unknown',
        title: 'This file is none that was issued here.',
        words:
          'Its fingerprint is not in the ledger, and it does not bear a number of ours. A copy protected by a password has a fingerprint of its own.',
      };
  }
}
