import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether words have more lines than are shown of them, at the width that they have now. */
export function useIsCut<T extends HTMLElement>(): readonly [RefObject<T | null>, boolean] {
  const words = useRef<T>(null);
  const [isCut, setCut] = useState(false);
  useEffect(() => {
    const element = words.current;
    if (!element) return;
    // Half a line: where lines stand closer than their letters are tall, the letters alone reach past the box.
    const measure = () => setCut(element.scrollHeight - element.clientHeight > Number.parseFloat(getComputedStyle(element).lineHeight) / 2);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // The words inside may change where the box does not.
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return [words, isCut];
}
