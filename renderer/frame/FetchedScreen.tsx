import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Fetched, slowMilliseconds } from '../components/Loading';
import { Screen, type ScreenProps } from './Screen';

interface FetchedScreenProps<Value> extends Pick<ScreenProps, 'title' | 'under'> {
  readonly query: UseQueryResult<Value>;
  /** As in "Opening the services…" and "The services could not be read". */
  readonly what: string;
  /** The screen itself, with its own bar. */
  readonly children: (value: Value) => ReactNode;
}

/** A screen whose bar says something of what was read. The title, the way back and the marking stand there without it too. */
export function FetchedScreen<Value>({ query, what, title, under, children }: FetchedScreenProps<Value>) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  if (query.data !== undefined) return <>{children(query.data)}</>;
  // A bar that comes and goes within a moment would flicker.
  if (!query.isError && !isSlow) return null;
  return (
    <Screen title={title} {...(under ? { under } : {})}>
      <Fetched query={query} what={what}>
        {() => null}
      </Fetched>
    </Screen>
  );
}
