import { useCallback, useState } from 'react';
import { firstView, type RegisterView } from './register-view';

let view: RegisterView = firstView;
let order: readonly string[] = [];

/** The way the register was last looked at, for as long as the app runs. */
export function useRegisterView(): readonly [RegisterView, (change: (before: RegisterView) => RegisterView) => void] {
  const [shown, setShown] = useState(view);
  const change = useCallback((next: (before: RegisterView) => RegisterView) => {
    view = next(view);
    setShown(view);
  }, []);
  return [shown, change];
}

/** The case to find selected on coming back. */
export function rememberSelected(caseId: string): void {
  view = { ...view, selectedId: caseId };
}

/** The cases as the register last listed them, for going from one to the next on the case page. */
export function rememberOrder(caseIds: readonly string[]): void {
  order = caseIds;
}

export function rememberedOrder(): readonly string[] {
  return order;
}

/** Nothing of one scheme's view may show in another's. */
export function forgetRegisterView(): void {
  view = firstView;
  order = [];
}
