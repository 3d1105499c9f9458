import { useState } from 'react';

/** Which one of a list is open in its place; opening another closes it. */
export function useOneOpen() {
  const [open, setOpen] = useState<string | null>(null);
  return {
    open,
    show: setOpen as (id: string | null) => void,
    toggle: (id: string) => setOpen((now) => (now === id ? null : id)),
    /** What closes once it is recorded must not close what was opened meanwhile. */
    close: (id: string) => setOpen((now) => (now === id ? null : now)),
  };
}
