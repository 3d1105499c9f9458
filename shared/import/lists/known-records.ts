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
      return keysOfPerson(text('name'), text('agencyId')).asRecord;
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

/**
 * What a member of staff is known again by. A collar number or a team in brackets behind the name may be missing on either
 * side; two of them that differ are two people.
 */
export function keysOfPerson(name: string, agencyId: string): { readonly asRow: readonly string[]; readonly asRecord: readonly string[] } {
  const bare = name.replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ');
  const key = (of: string, words: string) => `${of}:${plainWords(words)}|${agencyId}`;
  const whole = key('name', name);
  return plainWords(bare) === plainWords(name)
    ? { asRow: [whole, key('besides', bare)], asRecord: [whole] }
    : { asRow: [whole, key('name', bare)], asRecord: [whole, key('besides', bare)] };
}
