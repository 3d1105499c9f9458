import { Suspense, useMemo, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { ColourPatterns } from '../components/colour/ColourPatterns';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Fetched, Loading } from '../components/Loading';
import { useInputNotes } from '../data/input-notes';
import { useKeptTyping } from '../data/kept-text';
import { useVerb } from '../data/queries';
import { SchemeProvider } from '../data/scheme';
import { KeyList } from '../keys/KeyList';
import { type KeyBinding, useKeys } from '../keys/keys';
import { Palette } from '../palette/Palette';
import { firstScreenOf, isScreenFor } from '../role-screens';
import { isChairingPath, patterns } from '../routes';
import { projector, screens } from '../screens';
import { keepFocus } from './keep-focus';
import { Rail } from './Rail';
import { railEntriesFor } from './rail-entries';
import './frame.css';

/** An open scheme: its rail and the screen of the present address; or, in a window of its own, the projector. */
export function Frame() {
  const scheme = useVerb('scheme', 'get');
  const [path] = useLocation();
  return (
    <Fetched query={scheme} what="the scheme">
      {(value) => (
        <SchemeProvider scheme={value}>
          <ColourPatterns />
          <ErrorBoundary resetBy={path}>
            <Suspense fallback={<Loading what="the screen" />}>
              <Switch>
                {isScreenFor(value.me.role, patterns.projector) ? <Route path={patterns.projector} component={projector} /> : null}
                <Route>
                  <Framed />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </SchemeProvider>
      )}
    </Fetched>
  );
}

function Framed() {
  const scheme = useVerb('scheme', 'get');
  const [path, navigate] = useLocation();
  const [over, setOver] = useState<'palette' | 'keys' | null>(null);
  const role = scheme.data?.me.role ?? 'partner';
  const bindings = useMemo<readonly KeyBinding[]>(
    () => [
      { keys: 'Ctrl+K', says: 'Find anything', run: () => setOver('palette') },
      { keys: '?', says: 'All keys', run: () => setOver('keys') },
      ...railEntriesFor(role).map(({ name, to, key }) => ({ keys: key, says: name, run: () => navigate(to) })),
    ],
    [navigate, role],
  );
  useKeys('Everywhere', bindings);
  useInputNotes(isChairingPath(path));
  const isTypingHere = useKeptTyping();
  if (!scheme.data || !isTypingHere) return null;
  return (
    <div className="frame" ref={keepFocus}>
      <button type="button" className="button skip-link" onClick={() => document.getElementById('work')?.focus()}>
        Skip to the work
      </button>
      <Rail scheme={scheme.data} path={path} onFind={() => setOver('palette')} />
      <ErrorBoundary resetBy={path}>
        <Suspense fallback={<Loading what="the screen" />}>
          <Switch>
            {screens
              .filter(({ pattern }) => isScreenFor(role, pattern))
              .map(({ pattern, component }) => (
                <Route key={pattern} path={pattern} component={component} />
              ))}
            <Route>
              <Redirect to={firstScreenOf(role)} replace />
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
      {over === 'palette' ? <Palette onClose={() => setOver(null)} onShowKeys={() => setOver('keys')} /> : null}
      {over === 'keys' ? <KeyList onClose={() => setOver(null)} /> : null}
    </div>
  );
}
