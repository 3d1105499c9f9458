import { caseName } from '../../../shared/language/case-name';
import { cohortPartName, roshName } from '../../../shared/language/cohort';
import { formatDayNear, formatDayWithYear } from '../../../shared/language/dates';
import { pathwayName } from '../../../shared/language/pathway';
import { statutoryPositionName } from '../../../shared/language/statutory-position';
import type { RegisterRow } from '../../../shared/views/register';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { ReviewDate } from '../../components/DueDate';
import type { TableColumn } from '../../components/lists/table-entries';
import type { SchemeLookup } from '../../data/scheme';

export const columnTitles: Readonly<Record<string, string>> = {
  colour: 'Colour',
  name: 'Name',
  born: 'Born',
  area: 'Area',
  position: 'Position',
  lead: 'Lead',
  manager: 'Case manager',
  ogrs: 'OGRS',
  rosh: 'RoSH',
  mappa: 'MAPPA',
  cohort: 'Cohort',
  needs: 'Needs',
  actions: 'Actions',
  review: 'Review due',
  release: 'Release',
  since: 'Colour since',
  adopted: 'Adopted',
  reference: 'Reference',
  pnc: 'PNC',
  crn: 'CRN',
  prison: 'Prison number',
};
export const columnIds: readonly string[] = Object.keys(columnTitles);
/** Without these a line says nothing, so they cannot be taken away. */
export const fixedColumns: readonly string[] = ['colour', 'name'];

const widths: Readonly<Record<string, number>> = {
  colour: 52,
  born: 52,
  area: 104,
  position: 132,
  lead: 88,
  manager: 130,
  ogrs: 60,
  rosh: 88,
  mappa: 64,
  cohort: 68,
  needs: 180,
  actions: 84,
  review: 112,
  release: 112,
  since: 112,
  adopted: 132,
  reference: 84,
  pnc: 112,
  crn: 80,
  prison: 108,
};

const dash = <span className="mute">–</span>;

/** The position in as few words as a column has room for. */
export function positionWords(row: Pick<RegisterRow, 'isAtLarge' | 'statutoryPosition'>): string {
  if (row.isAtLarge) return 'At large';
  if (row.statutoryPosition === 'post-sentence') return 'Post-sentence';
  return row.statutoryPosition === null ? '' : statutoryPositionName[row.statutoryPosition];
}

function cellOf(id: string, row: RegisterRow, { today, agencyOf, personOf }: SchemeLookup) {
  const day = (value: string | null) => (value === null ? dash : formatDayNear(value, today));
  switch (id) {
    case 'colour':
      return <ColourBadge colour={row.colour} />;
    case 'name':
      return <span className="register-name">{caseName(row.surname, row.forenames)}</span>;
    case 'born':
      return row.dateOfBirth?.slice(0, 4) ?? dash;
    case 'area':
      return row.area || dash;
    case 'position':
      return positionWords(row) || dash;
    case 'lead':
      return agencyOf(row.leadAgencyId)?.name ?? dash;
    case 'manager':
      return personOf(row.leadPersonId)?.name ?? dash;
    case 'ogrs':
      return row.ogrsScore ?? dash;
    case 'rosh':
      return roshName[row.rosh];
    case 'mappa':
      return row.mappa === 'none' ? dash : row.mappa;
    case 'cohort':
      return row.cohortPart === null ? dash : cohortPartName[row.cohortPart];
    case 'needs':
      return row.needs.map((pathway) => pathwayName[pathway]).join(', ') || dash;
    case 'actions':
      return row.overdueActions === 0 ? (
        row.openActions
      ) : (
        <>
          {row.openActions} <span className="late">({row.overdueActions} late)</span>
        </>
      );
    case 'review':
      return <ReviewDate dueOn={row.reviewDue} today={today} />;
    case 'release':
      return day(row.releaseOn);
    case 'since':
      return day(row.colourSince);
    case 'adopted':
      return row.adoptedOn === null ? dash : formatDayWithYear(row.adoptedOn);
    case 'reference':
      return row.reference || dash;
    case 'pnc':
      return row.pnc || dash;
    case 'crn':
      return row.crn || dash;
    case 'prison':
      return row.prisonNumber || dash;
    default:
      return null;
  }
}

/** The columns that are shown, in their order. The name takes what room is left. */
export function columnsFor(shown: readonly string[], lookup: SchemeLookup): readonly TableColumn<RegisterRow>[] {
  return columnIds
    .filter((id) => shown.includes(id) || fixedColumns.includes(id))
    .map((id) => ({
      id,
      title: columnTitles[id] ?? id,
      isTitleHidden: id === 'colour',
      width: id === 'name' ? { atLeast: 186 } : (widths[id] ?? 100),
      isFigure: id === 'ogrs' || id === 'actions',
      canSort: id !== 'needs',
      cell: (row) => cellOf(id, row, lookup),
    }));
}
