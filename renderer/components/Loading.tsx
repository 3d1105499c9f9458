import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { failureWords } from '../data/failure';
import { Button } from './Button';
import { Trouble } from './Trouble';

/** What comes sooner is not told of: it would only flicker. */
export const slowMilliseconds = 150;

/** Nothing for the first moments, so that what comes quickly does not flicker; then plain words. */
export function Loading({ what, afterMilliseconds = slowMilliseconds }: { readonly what: string; readonly afterMilliseconds?: number }) {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), afterMilliseconds);
    return () => clearTimeout(timer);
  }, [afterMilliseconds]);
  return isSlow ? (
    <p className="trouble soft" role="status">
      Opening {what}…
    </p>
  ) : null;
}

interface FetchedProps<Value> {
  readonly query: UseQueryResult<Value>;
  /** As in "Opening the register…" and "The register could not be read". */
  readonly what: string;
  readonly children: (value: Value) => ReactNode;
}

/** Shows what a query gave, keeping the last good data on the screen; else says what is wrong and offers to try again. */
export function Fetched<Value>({ query, what, children }: FetchedProps<Value>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (!query.isError) return <Loading what={what} />;
  return (
    <Trouble
      title={`${what.charAt(0).toUpperCase()}${what.slice(1)} could not be read`}
      happened={failureWords(query.error)}
      safe="Everything recorded before is still in the scheme’s file; nothing was changed."
      next="Try again. If it goes on, open Scheme and look at Health."
      buttons={<Button onPress={() => void query.refetch()}>Try again</Button>}
    />
  );
}
