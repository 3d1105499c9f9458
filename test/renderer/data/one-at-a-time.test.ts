import { expect, test } from 'vitest';
import { oneAtATime } from '../../../renderer/data/one-at-a-time';

/** A verb whose answers wait until they are given. */
function slowVerb() {
  const sent: string[] = [];
  const answers: ((answer: string) => void)[] = [];
  const once = oneAtATime<string>();
  const ask = (input: unknown) =>
    once(input, () => {
      sent.push(JSON.stringify(input) ?? '');
      return new Promise<string>((answer) => answers.push(answer));
    });
  return { sent, ask, answer: (index: number, words: string) => answers[index]?.(words) };
}

test('A second Enter before the answer records nothing twice, and both have the one answer.', async () => {
  const { sent, ask, answer } = slowVerb();
  const [first, second] = [ask({ text: 'Ring the landlord' }), ask({ text: 'Ring the landlord' })];
  expect(sent).toHaveLength(1);
  answer(0, 'recorded');
  expect(await Promise.all([first, second])).toEqual(['recorded', 'recorded']);
});

test('The same is done again once the first was answered, also where that was a failure.', async () => {
  const once = oneAtATime<string>();
  await expect(once({ id: 'a' }, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await once({ id: 'a' }, async () => 'recorded')).toBe('recorded');
  expect(await once({ id: 'a' }, async () => 'recorded again')).toBe('recorded again');
});

test('On, off and on again are three wishes, however quickly they come.', async () => {
  const { sent, ask } = slowVerb();
  void ask({ isOn: true });
  void ask({ isOn: false });
  void ask({ isOn: true });
  expect(sent).toEqual(['{"isOn":true}', '{"isOn":false}', '{"isOn":true}']);
});

test('What needs no input is done once at a time too, and files are never compared.', () => {
  const { sent, ask } = slowVerb();
  void ask(undefined);
  void ask(undefined);
  expect(sent).toHaveLength(1);
  void ask({ bytes: new Uint8Array(2) });
  void ask({ bytes: new Uint8Array(2) });
  expect(sent).toHaveLength(3);
});
