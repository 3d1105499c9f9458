/** Where the focus was: the element, what it was called, and what stood around it, the nearest first. */
interface Place {
  readonly element: HTMLElement;
  readonly address: string;
  readonly name: string;
  readonly around: readonly { readonly parent: Element; readonly index: number }[];
}

/** So many places are remembered on one screen: more than a form has fields. */
const most = 40;
const canHaveFocus = 'a[href], button, input, select, textarea, [tabindex]:not([tabindex="-1"])';

/**
 * Keeps the focus near where it was when what had it goes, as a form in its place does on Esc, or a line that is taken out of
 * a list: the browser would give it to the page, and the next Tab would begin at the top. As a React ref: gives what ends it.
 *
 * It goes back to the last thing that had it and is still there, or there again: a button that the form stood in for is
 * another element now, of the same name or in the same place.
 */
export function keepFocus(work: HTMLElement | null): (() => void) | undefined {
  if (!work) return undefined;
  let places: Place[] = [];
  let last: Place | null = null;
  const onFocus = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    places = places.filter(({ address }) => address === location.hash).slice(-most);
    last = placeOf(target, work);
    places.push(last);
  };
  const onBlur = ({ target }: FocusEvent) =>
    queueMicrotask(() => {
      // Left by a click beside it, and not because it went or is busy.
      if (target === last?.element && hasNone() && last?.element.isConnected && !last.element.matches(':disabled')) last = null;
    });
  const observer = new MutationObserver(() => {
    const lost = last;
    if (lost === null || lost.element.isConnected || !hasNone()) return;
    last = null;
    // What takes its place may take the focus itself, in the frame after.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        if (hasNone() && lost.address === location.hash) placeAfter(lost, places)?.focus();
      }),
    );
  });
  work.addEventListener('focusin', onFocus);
  work.addEventListener('focusout', onBlur);
  observer.observe(work, { childList: true, subtree: true });
  return () => {
    observer.disconnect();
    work.removeEventListener('focusin', onFocus);
    work.removeEventListener('focusout', onBlur);
  };
}

const hasNone = () => document.activeElement === null || document.activeElement === document.body;
const nameOf = (element: Element) => `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent?.trim() ?? ''}`;

function placeOf(element: HTMLElement, work: HTMLElement): Place {
  const around: { parent: Element; index: number }[] = [];
  for (let at: Element = element; at !== work && at.parentElement; at = at.parentElement)
    around.push({ parent: at.parentElement, index: [...at.parentElement.children].indexOf(at) });
  return { element, address: location.hash, name: nameOf(element), around };
}

function placeAfter(lost: Place, places: readonly Place[]): HTMLElement | null {
  const left = lost.around.find(({ parent }) => parent.isConnected)?.parent;
  if (!left) return null;
  for (const place of places.toReversed()) {
    if (place.address !== lost.address) continue;
    const now = place.element.isConnected ? place.element : (sameName(place, left) ?? samePlace(place));
    if (now && left.contains(now) && isUsable(now)) return now;
  }
  return null;
}

function sameName({ name, element }: Place, within: Element): HTMLElement | null {
  const alike = [...within.querySelectorAll<HTMLElement>(element.tagName)].filter((each) => nameOf(each) === name);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** What stands now where it stood in the part of the screen that is still there. */
function samePlace({ element, around }: Place): HTMLElement | null {
  const from = around.findIndex(({ parent }) => parent.isConnected);
  let at: Element | null = around[from]?.parent ?? null;
  for (const { index } of around.slice(0, from + 1).toReversed()) at = at?.children[index] ?? null;
  return at instanceof HTMLElement && at.tagName === element.tagName ? at : null;
}

const isUsable = (element: HTMLElement) => element.matches(canHaveFocus) && !element.matches(':disabled') && element.checkVisibility();
