import { describe, expect, it, vi } from 'vitest';
import { isPressOf } from '../../../../../renderer/keys/match';
import { type CaseKeys, caseKeys } from '../../../../../renderer/screens/meeting/chair/case-keys';
import { anAction } from '../build-chair';

const on = (rest: Partial<CaseKeys> = {}) => ({
  isLocked: false,
  isPicking: false,
  facing: null,
  onPicking: vi.fn(),
  onColour: vi.fn(),
  onSettle: vi.fn(),
  onFocus: vi.fn(),
  onDecision: vi.fn(),
  onUpdate: vi.fn(),
  onNext: vi.fn(),
  onDefer: vi.fn(),
  onBreak: vi.fn(),
  ...rest,
});

function press(keys: CaseKeys, key: string, ctrlKey = false): boolean {
  const binding = caseKeys(keys).find(
    (each) => !each.isOff && isPressOf(each.keys, { key, ctrlKey, metaKey: false, altKey: false, shiftKey: false }),
  );
  binding?.run({} as KeyboardEvent);
  return binding !== undefined;
}

describe('the keys of a case', () => {
  it('take a letter as a colour only after C', () => {
    const idle = on();
    expect(press(idle, 'g')).toBe(false);
    press(idle, 'c');
    expect(idle.onPicking).toHaveBeenCalledWith(true);
    const picking = on({ isPicking: true });
    press(picking, 'b');
    expect(picking.onColour).toHaveBeenCalledWith('B');
    expect(picking.onBreak).not.toHaveBeenCalled();
  });

  it('settle the action in hand with 1 to 4 and do nothing where none is open', () => {
    const action = anAction('a');
    const facing = on({ facing: action });
    press(facing, '3');
    expect(facing.onSettle).toHaveBeenCalledWith(action, 'agency-did-not-act');
    expect(press(on(), '1')).toBe(false);
  });

  it('go to the next case from inside a field too', () => {
    expect(caseKeys(on()).find((each) => each.keys === 'Ctrl+Enter')?.inFields).toBe(true);
  });

  it('change nothing once the conference is over', () => {
    const locked = on({ isLocked: true, facing: anAction('a') });
    for (const key of ['c', 's', 't', 'x', 'n', 'u', '1', 'f', 'b']) expect(press(locked, key)).toBe(false);
    expect(press(locked, 'Enter', true)).toBe(false);
  });
});
