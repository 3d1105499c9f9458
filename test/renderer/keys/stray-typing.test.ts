import { describe, expect, it } from 'vitest';
import { followTyping } from '../../../renderer/keys/stray-typing';

const press = (key: string, timeStamp: number, held: { readonly ctrlKey?: boolean } = {}) => ({
  key,
  timeStamp,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...held,
});

/** Types a word into a field, which then goes. */
function cutOff() {
  const typing = followTyping();
  const field = { isConnected: true };
  for (const [index, letter] of [...'Mov'].entries()) expect(typing.isStray(press(letter, index * 100), field)).toBe(false);
  field.isConnected = false;
  return typing;
}

describe('typing whose field has gone', () => {
  it('is no shortcut, letter by letter, nor is the Enter that ends it', () => {
    const typing = cutOff();
    expect([...'ed away'].map((letter, index) => typing.isStray(press(letter, 300 + index * 100), null))).toEqual(Array(7).fill(true));
    expect(typing.isStray(press('Shift', 1100), null)).toBe(false);
    expect(typing.isStray(press('Backspace', 1200), null)).toBe(true);
    expect(typing.isStray(press('Enter', 1300), null)).toBe(true);
    expect(typing.isStray(press('j', 1400), null)).toBe(false);
  });

  it('ends with a pause, a key that is no text, and whatever the person points at', () => {
    expect(cutOff().isStray(press('x', 2000), null)).toBe(false);
    const byTab = cutOff();
    expect([byTab.isStray(press('Tab', 300), null), byTab.isStray(press('x', 400), null)]).toEqual([false, false]);
    const byMouse = cutOff();
    byMouse.end();
    expect(byMouse.isStray(press('x', 300), null)).toBe(false);
    expect(cutOff().isStray(press('k', 300, { ctrlKey: true }), null)).toBe(false);
  });

  it('is told from a form that the person closed by Enter or Esc', () => {
    for (const key of ['Enter', 'Escape']) {
      const typing = followTyping();
      const field = { isConnected: true };
      typing.isStray(press('d', 0), field);
      typing.isStray(press(key, 50), field);
      field.isConnected = false;
      expect(typing.isStray(press('j', 100), null)).toBe(false);
    }
  });

  it('is told from a field that still stands and was only left', () => {
    const typing = followTyping();
    typing.isStray(press('d', 0), { isConnected: true });
    expect(typing.isStray(press('j', 100), null)).toBe(false);
  });
});
