import { agencyKinds } from '../../../shared/language/agency-kind';
import { roshName } from '../../../shared/language/cohort';
import { pathwayName } from '../../../shared/language/pathway';
import { referralStateName, serviceSettingName } from '../../../shared/language/referral';
import { roleName } from '../../../shared/language/role';
import type { AgencyView, PersonView } from '../../../shared/views/scheme';
import type { ReferralRow, ServiceView } from '../../../shared/views/services';
import { day, type ListColumns, one } from './list-columns';

/** The directory, with all that stands in its form: what another scheme, or a leaflet, could be made of. */
export const serviceColumns: ListColumns<ServiceView> = {
  name: { headings: ['Service', 'Agency'], cells: ({ name, agencyId }, { agency }) => [name, agency(agencyId)] },
  pathways: one('For', ({ pathways }) => pathways.map((pathway) => pathwayName[pathway]).join('; ')),
  description: one('What it is', ({ description }) => description),
  eligibility: one('Whom it takes', ({ eligibility }) => eligibility),
  limits: {
    headings: ['From age', 'To age', 'Only', 'Setting', 'Areas', 'Highest RoSH'],
    cells: ({ leastAge, mostAge, onlySex, settings, areas, mostRosh }) => [
      leastAge,
      mostAge,
      onlySex,
      settings.map((setting) => serviceSettingName[setting]).join('; '),
      areas.join('; '),
      mostRosh === null ? '' : roshName[mostRosh],
    ],
  },
  refer: {
    headings: ['How to refer', 'Contact', 'Telephone', 'E-mail'],
    cells: ({ howToRefer, contactName, phone, email }) => [howToRefer, contactName, phone, email],
  },
  waiting: {
    headings: ['Days to wait', 'Next start', 'Places'],
    cells: ({ waitingDays, nextStartOn, capacity }) => [waitingDays, day(nextStartOn), capacity],
  },
  taken: {
    headings: ['Open referrals', 'Completed', 'Ended early'],
    cells: ({ openReferrals, completed, endedEarly }) => [openReferrals, completed, endedEarly],
  },
  checked: one('Checked', ({ checkedOn }) => day(checkedOn)),
};

export const referralColumns: ListColumns<ReferralRow> = {
  case: one('Name', ({ caseName }) => caseName),
  service: { headings: ['Service', 'Agency'], cells: ({ serviceName, agencyId }, { agency }) => [serviceName, agency(agencyId)] },
  pathway: one('For', ({ pathway }) => (pathway === null ? '' : pathwayName[pathway])),
  referred: one('Referred', ({ referredOn }) => day(referredOn)),
  state: { headings: ['Stands', 'Since'], cells: ({ state, changedOn }) => [referralStateName[state], day(changedOn)] },
  note: { headings: ['Note', 'Outcome'], cells: ({ note, outcome }) => [note, outcome] },
};

export const peopleColumns: ListColumns<PersonView> = {
  name: one('Name', ({ name }) => name),
  agency: one('Agency', ({ agencyId }, { agency }) => agency(agencyId)),
  post: { headings: ['Post', 'Team'], cells: ({ post, team }) => [post, team] },
  role: one('Role', ({ role }) => roleName[role]),
  reach: { headings: ['Telephone', 'E-mail'], cells: ({ phone, email }) => [phone, email] },
};

export const agencyColumns: ListColumns<AgencyView> = {
  name: { headings: ['Agency', 'Code'], cells: ({ name, code }) => [name, code] },
  kind: one('Kind', ({ kind }) => agencyKinds.find((each) => each.kind === kind)?.name ?? kind),
  needs: one('Needs that make a case theirs', ({ pathways }) => pathways.map((pathway) => pathwayName[pathway]).join('; ')),
  core: one('Stays throughout', ({ isCore }) => (isCore ? 'Yes' : '')),
  attends: {
    headings: ['Attends', 'Messages go by'],
    cells: ({ attends, linkPersonId }, { person }) => [attends ? 'Yes' : 'No', attends ? '' : person(linkPersonId)],
  },
  email: one('E-mail', ({ email }) => email),
};
