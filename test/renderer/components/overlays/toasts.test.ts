import { afterEach, expect, it } from 'vitest';
import { forgetNotices, showDone, showFailure, Toasts } from '../../../../renderer/components/overlays/toasts';

afterEach(forgetNotices);

const shown = (): readonly { readonly key: string; readonly content: { readonly words: string; readonly times: number } }[] =>
  Toasts().props.queue.visibleToasts;

it('forgets the notices that wait for room too, which would stand on a locked screen else', () => {
  const { queue } = Toasts().props;
  for (const name of ['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR', 'QUIZZLETHORPE']) showFailure(`${name} was not saved`);
  showDone('PELLOWIN is asked');
  expect(queue.visibleToasts).toHaveLength(3);
  forgetNotices();
  expect(queue.visibleToasts).toEqual([]);
});

it('shows what is said three times as one notice that counts, and something else beside it', () => {
  for (let said = 0; said < 3; said += 1) showDone('Settled, and recorded as your choice');
  showDone('Backup made and checked: 4 changes');
  expect(shown().map(({ content }) => [content.words, content.times])).toEqual([
    ['Backup made and checked: 4 changes', 1],
    ['Settled, and recorded as your choice', 3],
  ]);
});

it('counts from one again once the notice was dismissed', () => {
  showFailure('The shared folder cannot be reached');
  showFailure('The shared folder cannot be reached');
  Toasts().props.queue.close(shown()[0]?.key ?? '');
  showFailure('The shared folder cannot be reached');
  expect(shown().map(({ content }) => content.times)).toEqual([1]);
});

it('keeps two equal notices apart where each has its own way back', () => {
  for (const _ of ['one action', 'another of the same words']) showDone('Done: Assess at the hostel', { label: 'Undo', run: () => {} });
  expect(shown()).toHaveLength(2);
});
