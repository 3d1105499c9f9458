import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { followChanges, queryClient } from '../../../renderer/data/client';

afterEach(() => vi.unstubAllGlobals());

/** A window in which a verb is asked for: its answers come when the test says so, and so does the news of a change. */
function watched() {
  const client = new QueryClient({ defaultOptions: queryClient.getDefaultOptions() });
  let tell = (_news: { readonly tables: readonly string[] }) => {};
  vi.stubGlobal('window', {
    roundtable: {
      on: (_event: string, listener: typeof tell) => {
        tell = listener;
        return () => {};
      },
    },
  });
  followChanges(client);
  const answers: ((value: string) => void)[] = [];
  const observer = new QueryObserver<string>(client, {
    queryKey: ['register', 'list', null],
    queryFn: () => new Promise<string>((answer) => void answers.push(answer)),
  });
  const stop = observer.subscribe(() => {});
  return { observer, answers, stop, change: (...tables: readonly string[]) => tell({ tables }) };
}

it('asks again where the first answer was on its way when a table under it changed', async () => {
  const { observer, answers, stop, change } = watched();
  change('cases');
  expect(answers).toHaveLength(1);
  answers[0]?.('before');
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.('after');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('after'));
  stop();
});

it('keeps to the first answer where what changed does not touch it', async () => {
  const { observer, answers, stop, change } = watched();
  change('document_files');
  answers[0]?.('before');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('before'));
  expect(observer.getCurrentResult().isFetching).toBe(false);
  expect(answers).toHaveLength(1);
  stop();
});

it('drops a later answer that was on its way when a table under it changed', async () => {
  const { observer, answers, stop, change } = watched();
  answers[0]?.('first');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('first'));
  change('cases');
  change('cases');
  await vi.waitFor(() => expect(answers).toHaveLength(3));
  answers[2]?.('latest');
  answers[1]?.('older');
  await vi.waitFor(() => expect(observer.getCurrentResult().data).toBe('latest'));
  stop();
});
