import { QueryClient } from '@tanstack/react-query';
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
    void client.invalidateQueries({
      predicate: ({ queryKey: [subject, verb] }) =>
        typeof subject === 'string' && typeof verb === 'string' && isTouched(subject, verb, changed),
    });
  });
}
