import { describe, expect, it } from 'vitest';
import { isPlainKey, isPressOf, type Press } from '../../../renderer/keys/match';

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('shortcuts', () => {
  it('takes a letter in either case, as Caps Lock may be on', () => {
    expect(isPressOf('F', press('f'))).toBe(true);
    expect(isPressOf('F', press('F'))).toBe(true);
  });

  it('does not take a letter for itself while Ctrl, Alt or Shift is held', () => {
    expect(isPressOf('F', press('f', { ctrlKey: true }))).toBe(false);
    expect(isPressOf('F', press('f', { altKey: true }))).toBe(false);
    expect(isPressOf('F', press('F', { shiftKey: true }))).toBe(false);
  });

  it('takes the command key for Ctrl', () => {
    expect(isPressOf('Ctrl+K', press('k', { metaKey: true }))).toBe(true);
    expect(isPressOf('Ctrl+K', press('k', { ctrlKey: true }))).toBe(true);
    expect(isPressOf('Ctrl+K', press('k'))).toBe(false);
  });

  it('takes the question mark whether or not the keyboard needs Shift for it', () => {
    expect(isPressOf('?', press('?', { shiftKey: true }))).toBe(true);
    expect(isPressOf('?', press('?'))).toBe(true);
  });

  it('knows the arrows, Space and Esc by the names people use', () => {
    expect(isPressOf('Alt+Up', press('ArrowUp', { altKey: true }))).toBe(true);
    expect(isPressOf('Space', press(' '))).toBe(true);
    expect(isPressOf('Esc', press('Escape'))).toBe(true);
  });

  it('tells keys that must leave typing alone from those that need not', () => {
    expect(['F', '?', 'Enter', 'Esc'].map(isPlainKey)).toEqual([true, true, true, true]);
    expect(['Ctrl+K', 'Alt+1'].map(isPlainKey)).toEqual([false, false]);
  });
});
