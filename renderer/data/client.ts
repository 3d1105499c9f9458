import { type Query, QueryClient } from '@tanstack/react-query';
import { isTouched } from './freshness';

/**
 * What came over the bridge stays fresh until the main process says that a table changed, so nothing is fetched on a
 * timer or when the window comes to the front. `networkMode` is `always`: the data is on this computer, and the app
 * works with the network cable out. A refusal is an answer, so nothing is asked twice.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 10 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** Keeps what is shown in step with what is recorded. Returns what stops it. */
export function followChanges(client: QueryClient): () => void {
  return window.roundtable.on('changed', ({ tables }) => {
    const changed = new Set(tables);
    const predicate = ({ queryKey: [subject, verb] }: Query) =>
      typeof subject === 'string' && typeof verb === 'string' && isTouched(subject, verb, changed);
    // A first answer still on its way may be of before the change, and counts as fresh when it comes: it is asked for again then.
    for (const query of client.getQueryCache().findAll({ predicate, fetchStatus: 'fetching' })) {
      if (query.state.data !== undefined) continue;
      const askAgain = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
      void query.fetch().then(askAgain, askAgain);
    }
    void client.invalidateQueries({ predicate });
  });
}
