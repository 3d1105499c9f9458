import { type QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { Suspense, useEffect, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { LockReason } from '../shared/ipc/contract';
import { assertNever } from '../shared/language/assert-never';
import type { AppStatus } from '../shared/views/scheme';
import { Announcements } from './components/announcements';
import { ErrorBoundary } from './components/ErrorBoundary';
import { Fetched, Loading } from './components/Loading';
import { forgetNotices, Toasts } from './components/overlays/toasts';
import { followChanges, queryClient } from './data/client';
import { forgetKeptText } from './data/kept-text';
import { useVerb } from './data/queries';
import { Frame } from './frame/Frame';
import { FirstRun, Unlock } from './screens';
import { forgetRegisterView } from './screens/register/remembered';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <I18nProvider locale="en-GB">
        <Router hook={useHashLocation}>
          <Shell />
          <Toasts />
          <Announcements />
        </Router>
      </I18nProvider>
    </QueryClientProvider>
  );
}

/** Follows what is recorded, and goes back to the passphrase when the scheme locks itself. */
function Shell() {
  const client = useQueryClient();
  const status = useVerb('app', 'status');
  const [lockedBy, setLockedBy] = useState<LockReason | null>(null);
  useEffect(() => followChanges(client), [client]);
  useEffect(
    () =>
      window.roundtable.on('locked', ({ why }) => {
        setLockedBy(why);
        void client.invalidateQueries({ queryKey: ['app'] }).then(() => forgetScheme(client));
      }),
    [client],
  );
  return (
    <Fetched query={status} what="Roundtable">
      {(value) => (
        <ErrorBoundary resetBy={value.state}>
          <Suspense fallback={<Loading what="Roundtable" />}>
            <ByStatus status={value} lockedBy={lockedBy} />
          </Suspense>
        </ErrorBoundary>
      )}
    </Fetched>
  );
}

/** Nothing of a scheme may stay in this window once it is locked, or when another is opened. */
function forgetScheme(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app' });
  forgetRegisterView();
  forgetKeptText();
  forgetNotices();
}

function ByStatus({ status, lockedBy }: { readonly status: AppStatus; readonly lockedBy: LockReason | null }) {
  const client = useQueryClient();
  // Everything may differ in another scheme, so nothing read before it was opened is kept.
  const onOpened = () => {
    forgetScheme(client);
    void client.resetQueries();
  };
  switch (status.state) {
    case 'first-run':
      return <FirstRun onOpened={onOpened} />;
    case 'locked':
      return <Unlock schemes={status.schemes} lockedBy={lockedBy} onOpened={onOpened} />;
    case 'open':
      return <Frame key={status.path} />;
    default:
      return assertNever(status);
  }
}
