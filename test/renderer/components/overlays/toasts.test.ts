import { expect, it } from 'vitest';
import { forgetNotices, showDone, showFailure, Toasts } from '../../../../renderer/components/overlays/toasts';

it('forgets the notices that wait for room too, which would stand on a locked screen else', () => {
  const { queue } = Toasts().props;
  for (const name of ['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR', 'QUIZZLETHORPE']) showFailure(`${name} was not saved`);
  showDone('PELLOWIN is asked');
  expect(queue.visibleToasts).toHaveLength(3);
  forgetNotices();
  expect(queue.visibleToasts).toEqual([]);
});
