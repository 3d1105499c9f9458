import { plainWords } from '../cell-text';
import type { ListKind } from './kinds';
import type { ExistingRecord } from './list-facts';

/** What a row of the scheme is known again by: the same texts that a row of a list gives. */
export function keysOfRecord(kind: ListKind, fields: ExistingRecord['fields']): readonly string[] {
  const text = (field: string) => String(fields[field] ?? '');
  switch (kind) {
    case 'agencies':
      return [`name:${plainWords(text('name'))}`];
    case 'people':
    case 'services':
      return [`name:${plainWords(text('name'))}|${text('agencyId')}`];
    case 'actions': {
      const said = `text:${text('caseId')}|${plainWords(text('text'))}`;
      return text('reference') === '' ? [said] : [`reference:${plainWords(text('reference'))}`, said];
    }
    case 'events':
      if (text('outcomeKind') !== '' && text('sourceReference') !== '')
        return [`reference:${text('caseId')}|${text('outcomeKind')}|${plainWords(text('sourceReference'))}`];
      return [`event:${text('caseId')}|${text('happenedOn')}|${plainWords(text('title'))}`];
    case 'colours':
      return [`colour:${text('caseId')}|${text('decidedOn')}|${text('colour')}`];
  }
}
