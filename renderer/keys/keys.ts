import { useLayoutEffect, useRef } from 'react';
import { areKeysHeld } from './held-keys';
import { isPlainKey, isPressOf } from './match';
import { followTyping } from './stray-typing';

export interface KeyBinding {
  /** As people say it: `F`, `Enter`, `Ctrl+Enter`, `Alt+Up`. */
  readonly keys: string;
  /** What it does, for the list of keys: "Filter". */
  readonly says: string;
  readonly run: (event: KeyboardEvent) => void;
  /** Also acts while someone types in a field. For Ctrl and Alt combinations that is the rule; false turns it off. */
  readonly inFields?: boolean;
  readonly isOff?: boolean;
}

export interface KeyScope {
  readonly name: string;
  bindings: readonly KeyBinding[];
}

const scopes: KeyScope[] = [];

/** Every shortcut that acts now, the most particular scope first. */
export function keyScopes(): readonly KeyScope[] {
  return [...scopes].reverse();
}

const typedInto =
  'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, [contenteditable=true], [role=spinbutton], [role=textbox]';
/** Whether letters pressed there are text. */
export const isTypedInto = (target: Element): boolean => target.closest(typedInto) !== null;
/** Where letters mean something to the part itself: typing ahead in a list or menu, a dialog's own keys. */
const keepsLetters = '[role=listbox], [role=menu], [role=dialog], [role=alertdialog]';
const actsOnEnter = 'button, a[href], summary, [role=button], [role=link], [role=option], [role=menuitem]';

const dialogs = '[role=dialog], [role=alertdialog]';

function mayAct(binding: KeyBinding, target: Element): boolean {
  const isPlain = isPlainKey(binding.keys);
  // What lies behind a dialog is out of sight: nothing there may begin, end or go elsewhere.
  if (!isPlain && target.closest(dialogs)) return false;
  if (isTypedInto(target)) return binding.inFields ?? !isPlain;
  if (isPlain && target.closest(keepsLetters)) return false;
  return !((binding.keys === 'Enter' || binding.keys === 'Space') && target.closest(actsOnEnter));
}

const typing = followTyping();

/** The rest of a sentence whose field has gone: neither a shortcut nor a press of what has the focus now. */
function isStray(event: KeyboardEvent): boolean {
  // What is pressed for the next person is no rest of what was typed on the one before.
  if (areKeysHeld()) {
    typing.end();
    return false;
  }
  const target = event.target instanceof Element ? event.target : document.body;
  return typing.isStray(event, isTypedInto(target) ? target : null);
}

/**
 * Keys with Ctrl come before whatever has the focus: a button takes Enter for itself even while Ctrl is held, and a
 * field that records by Enter would too. All other keys come after it.
 */
function onKeyDownFirst(event: KeyboardEvent): void {
  if (isStray(event)) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  if ((event.ctrlKey || event.metaKey) && (isHeldEnter(event) || act(event))) event.stopPropagation();
}

function onKeyDown(event: KeyboardEvent): void {
  if (!event.ctrlKey && !event.metaKey && !isHeldEnter(event)) act(event);
}

/** Held too long, it would answer what its first press has only just brought up: import what nobody has looked at, pass over a case. */
const isHeldEnter = ({ key, repeat }: KeyboardEvent) => key === 'Enter' && repeat;

/** True where a shortcut acted. */
function act(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false;
  const target = event.target instanceof Element ? event.target : document.body;
  for (const scope of keyScopes()) {
    const binding = scope.bindings.find((each) => !each.isOff && isPressOf(each.keys, event) && mayAct(each, target));
    if (!binding) continue;
    event.preventDefault();
    binding.run(event);
    return true;
  }
  return false;
}

function listen(): void {
  window.addEventListener('keydown', onKeyDownFirst, { capture: true });
  window.addEventListener('keydown', onKeyDown);
  window.addEventListener('pointerdown', typing.end, { capture: true });
  window.addEventListener('hashchange', typing.end);
}

function stopListening(): void {
  window.removeEventListener('keydown', onKeyDownFirst, { capture: true });
  window.removeEventListener('keydown', onKeyDown);
  window.removeEventListener('pointerdown', typing.end, { capture: true });
  window.removeEventListener('hashchange', typing.end);
}

/**
 * The shortcuts of a screen or a part, while it is on the screen. Single letters act only outside text fields, lists,
 * menus and dialogs; a later scope comes before an earlier one. They all appear in the list that `?` opens.
 */
export function useKeys(name: string, bindings: readonly KeyBinding[]): void {
  const scope = useRef<KeyScope>(null);
  scope.current ??= { name, bindings };
  // With what is drawn, not a moment after it: a key must never act on the person who stood there before.
  useLayoutEffect(() => {
    const mine = scope.current;
    if (!mine) return;
    scopes.push(mine);
    if (scopes.length === 1) listen();
    return () => {
      scopes.splice(scopes.indexOf(mine), 1);
      if (scopes.length === 0) stopListening();
    };
  }, []);
  useLayoutEffect(() => {
    if (scope.current) scope.current.bindings = bindings;
  });
}
