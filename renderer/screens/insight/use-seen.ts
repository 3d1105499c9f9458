import { type RefObject, useEffect, useRef, useState } from 'react';

/** Whether an element has come into sight, or near it. Once seen it stays so. */
export function useSeen(): readonly [place: RefObject<HTMLElement | null>, isSeen: boolean] {
  const place = useRef<HTMLElement>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    if (!place.current || isSeen) return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setSeen(true), {
      rootMargin: '400px',
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [isSeen]);
  return [place, isSeen];
}
