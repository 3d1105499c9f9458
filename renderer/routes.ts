/** Every address in the window, as a pattern for the router and as a function for links. */
export const patterns = {
  meeting: '/meeting',
  /** What waits today, beside the conferences. */
  today: '/meeting/today',
  agenda: '/meeting/:meetingId/agenda',
  chairing: '/meeting/:meetingId/chair',
  /** Opened in a window of its own, without rail or bar. */
  projector: '/projector/:meetingId',
  register: '/register',
  selection: '/register/selection',
  panel: '/register/panel/:meetingId',
  reviews: '/register/reviews',
  releases: '/register/releases',
  services: '/register/services',
  case: '/case/:caseId',
  import: '/import',
  actions: '/actions',
  documents: '/documents',
  insight: '/insight',
  scheme: '/scheme',
} as const;

export const paths = {
  meeting: () => patterns.meeting,
  today: () => patterns.today,
  agenda: (meetingId: string) => `/meeting/${encodeURIComponent(meetingId)}/agenda`,
  chairing: (meetingId: string) => `/meeting/${encodeURIComponent(meetingId)}/chair`,
  projector: (meetingId: string) => `/projector/${encodeURIComponent(meetingId)}`,
  register: () => patterns.register,
  selection: () => patterns.selection,
  panel: (meetingId: string) => `/register/panel/${encodeURIComponent(meetingId)}`,
  reviews: () => patterns.reviews,
  releases: () => patterns.releases,
  services: () => patterns.services,
  case: (caseId: string) => `/case/${encodeURIComponent(caseId)}`,
  import: () => patterns.import,
  actions: () => patterns.actions,
  documents: () => patterns.documents,
  insight: () => patterns.insight,
  scheme: () => patterns.scheme,
} as const;

export const isChairingPath = (path: string) => /^\/meeting\/[^/]+\/chair$/.test(path);

/** Which entry of the rail an address belongs to. */
export function railEntryOf(path: string): 'meeting' | 'register' | 'actions' | 'documents' | 'insight' | 'scheme' | null {
  if (path.startsWith('/meeting')) return 'meeting';
  if (path.startsWith('/register') || path.startsWith('/case') || path.startsWith('/import')) return 'register';
  if (path.startsWith('/actions')) return 'actions';
  if (path.startsWith('/documents')) return 'documents';
  if (path.startsWith('/insight')) return 'insight';
  return path.startsWith('/scheme') ? 'scheme' : null;
}
