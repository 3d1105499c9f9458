import { saysNothing } from '../cell-text';
import { identityOf } from '../match-cases';
import { readDateOfColumn } from '../month-first';
import { readIdentifier } from '../read-identifiers';
import { readFullName, readNamePart } from '../read-names';
import { caseIdentity, type ListTarget } from './kinds';
import type { Reader } from './list-cells';

/** Whether a row says whom it is about at all. */
export const namesCase = ({ cells }: Reader) => caseIdentity.some((target) => !saysNothing(cells.get(target) ?? ''));

/** The case that a row is about, by identifier, else by name and date of birth. */
export function caseOf({ cells, context, remark }: Reader): string {
  const place = caseIdentity.find((target) => !saysNothing(cells.get(target) ?? '')) ?? 'caseName';
  const identifier = (kind: Parameters<typeof readIdentifier>[0], target: ListTarget) => {
    const read = readIdentifier(kind, cells.get(target) ?? '');
    return read.kind === 'value' ? read.value : '';
  };
  const name = nameOf(cells);
  const born = readDateOfColumn(cells.get('caseDateOfBirth') ?? '', 'birth', context.today, context.monthFirst.get('caseDateOfBirth'));
  if (born.kind === 'problem') remark('caseDateOfBirth', `${born.reason}; the date of birth is not used to find the case`);
  const identity = identityOf({
    reference: identifier('reference', 'caseReference'),
    pnc: identifier('pnc', 'casePnc'),
    crn: identifier('crn', 'caseCrn'),
    prisonNumber: identifier('prisonNumber', 'casePrisonNumber'),
    ...name,
    dateOfBirth: born.kind === 'value' ? born.value : null,
  });
  const found = context.cases.find(identity);
  if (found.kind === 'one') {
    if (found.remark) remark(place, found.remark);
    return found.item.id;
  }
  const why = found.kind === 'conflict' ? found.reason : 'No case of the register is known by this';
  remark(place, `${why}; the row is left out`, 'error');
  return '';
}

/** From a column with the surname where there is one, else from the whole name. */
function nameOf(cells: Reader['cells']): { readonly surname: string; readonly forenames: string } {
  const whole = readFullName(cells.get('caseName') ?? '');
  const read = whole.kind === 'value' ? whole.value : { surname: '', forenames: '' };
  const said = (target: ListTarget) => {
    const part = readNamePart(cells.get(target) ?? '');
    return part.kind === 'value' ? part.value.name : '';
  };
  return { surname: said('caseSurname') || read.surname, forenames: said('caseForenames') || read.forenames };
}
