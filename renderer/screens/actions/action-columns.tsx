import { Link } from 'wouter';
import { actionOutcomeName } from '../../../shared/language/action';
import { formatDayNear } from '../../../shared/language/dates';
import type { ActionRow } from '../../../shared/views/actions';
import { AgencyCode } from '../../components/AgencyCode';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { DueWords, LateFlag } from '../../components/DueDate';
import { Tick } from '../../components/fields/Tick';
import type { TableColumn } from '../../components/lists/table-entries';
import type { SchemeLookup } from '../../data/scheme';
import { paths } from '../../routes';
import type { ActionsView } from './actions-view';

/** The columns of the list; what the group says already is left out of them. */
export function actionColumns(
  { scheme, today, agencyOf, personOf }: SchemeLookup,
  marked: ReadonlySet<string>,
  onMark: (id: string) => void,
  { grouping, state }: ActionsView,
): readonly TableColumn<ActionRow>[] {
  const columns: readonly (TableColumn<ActionRow> & { readonly isOff?: boolean })[] = [
    {
      id: 'mark',
      title: 'Selected',
      isTitleHidden: true,
      width: 40,
      canSort: false,
      cell: ({ id, text, caseName }) => (
        <Tick isOn={marked.has(id)} onChange={() => onMark(id)} label={`Select: ${text}${caseName === '' ? '' : `, ${caseName}`}`} />
      ),
    },
    {
      id: 'agency',
      title: 'Agency',
      isTitleHidden: true,
      width: 56,
      canSort: false,
      // To a partner only its own agency's are shown.
      isOff: grouping === 'agency' || grouping === 'team' || scheme.me.role === 'partner',
      cell: ({ agencyId }) => <AgencyCode agency={agencyOf(agencyId)} />,
    },
    {
      id: 'text',
      title: 'Action',
      width: { atLeast: 216 },
      canSort: false,
      cell: ({ text, priority }) => (
        <span className="strong cut" dir="auto">
          {priority === 'high' ? <LateFlag>urgent</LateFlag> : null} {text}
        </span>
      ),
    },
    {
      id: 'case',
      title: 'Case',
      width: 184,
      canSort: false,
      isOff: grouping === 'case',
      cell: ({ caseId, caseName, colour }) =>
        caseId === null ? (
          <span className="mute">General</span>
        ) : (
          <Link href={paths.case(caseId)} className="actions-case" tabIndex={-1}>
            {colour ? <ColourBadge colour={colour} size={16} /> : null}
            <span className="cut">{caseName}</span>
          </Link>
        ),
    },
    {
      id: 'person',
      title: 'Owner',
      width: 140,
      canSort: false,
      isOff: grouping === 'person',
      cell: ({ personId }) => personOf(personId)?.name ?? <span className="mute">nobody named</span>,
    },
    {
      id: 'carried',
      title: 'Carried',
      width: 72,
      keepsWidth: true,
      canSort: false,
      isOff: state === 'closed',
      cell: ({ carried }) => <span className="soft">{carried === 0 ? 'new' : `${carried}×`}</span>,
    },
    {
      id: 'due',
      title: 'Due',
      width: 92,
      keepsWidth: true,
      canSort: false,
      cell: ({ dueOn }) => <span className="strong">{dueOn ? formatDayNear(dueOn, today) : '–'}</span>,
    },
    state === 'closed'
      ? {
          id: 'outcome',
          title: 'Outcome',
          width: 250,
          canSort: false,
          cell: ({ outcome }: ActionRow) => (outcome ? actionOutcomeName[outcome] : ''),
        }
      : {
          id: 'when',
          title: 'When',
          width: 124,
          keepsWidth: true,
          canSort: false,
          isFigure: true,
          cell: ({ dueOn }: ActionRow) => <DueWords dueOn={dueOn} today={today} />,
        },
  ];
  return columns.filter(({ isOff }) => !isOff);
}
