import { ogrsBandName, roshName } from '../../../shared/language/cohort';
import { ageOn, formatDayWithYear, formatPlainDay, weekdayOf } from '../../../shared/language/dates';
import { statutoryPositionName } from '../../../shared/language/statutory-position';
import type { CaseFields } from '../../../shared/views/case';

/** One fact of a case's header: what it is, and the part that is read first. */
export interface Fact {
  readonly of: string;
  readonly value: string;
  /** After the value, in light type. */
  readonly after?: string;
  /** The one signal: "Friday release". */
  readonly flag?: string;
}

/** Where the case stands with the courts, with the date that matters for it. */
export function positionFact(fields: CaseFields): Fact | null {
  const { statutoryPosition: position } = fields;
  if (fields.isAtLarge) return { of: 'Position', value: 'At large' };
  if (position === null) return null;
  const until = (of: string, on: string | null): Fact =>
    on === null ? { of: '', value: of } : { of: `${of} to`, value: formatDayWithYear(on) };
  switch (position) {
    case 'licence':
      return until('Licence', fields.licenceEndsOn);
    case 'community-order':
      return until('Community order', fields.orderEndsOn);
    case 'suspended-order':
      return until('Suspended order', fields.orderEndsOn);
    case 'youth-order':
      return until('Youth order', fields.orderEndsOn);
    case 'post-sentence':
      return until('Post-sentence supervision', fields.supervisionEndsOn);
    case 'serving':
    case 'remand':
      return { of: statutoryPositionName[position], value: fields.custodyPlace || 'place not recorded' };
    case 'voluntary':
      return { of: '', value: 'Voluntary' };
  }
}

function releaseFact({ releaseOn, statutoryPosition }: CaseFields): Fact | null {
  if (releaseOn === null || (statutoryPosition !== 'serving' && statutoryPosition !== 'remand')) return null;
  // A Friday release leaves a weekend before any service opens (CAM R11.iv).
  return { of: 'Release', value: formatDayWithYear(releaseOn), ...(weekdayOf(releaseOn) === 5 ? { flag: 'Friday release' } : {}) };
}

export function bornFact({ dateOfBirth }: CaseFields, today: string): Fact | null {
  return dateOfBirth === null ? null : { of: 'Born', value: formatPlainDay(dateOfBirth), after: `(${ageOn(dateOfBirth, today)})` };
}

function ogrsFact({ ogrsScore, ogrsBand }: CaseFields): Fact | null {
  const value = [ogrsScore === null ? '' : String(ogrsScore), ogrsBand === null ? '' : ogrsBandName[ogrsBand]].filter(Boolean).join(' ');
  return value === '' ? null : { of: 'OGRS', value };
}

/** The facts under a name while the case is discussed, in the order in which they are asked for. */
export function caseFacts(fields: CaseFields, today: string, leadName: string): readonly Fact[] {
  return [
    bornFact(fields, today),
    positionFact(fields),
    releaseFact(fields),
    ogrsFact(fields),
    { of: 'RoSH', value: roshName[fields.rosh] },
    fields.mappa === 'none' ? null : { of: 'MAPPA', value: fields.mappa },
    leadName === '' ? null : { of: 'Lead', value: leadName },
  ].filter((fact) => fact !== null);
}
