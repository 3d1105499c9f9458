/** What the marks of the timeline mean. */
export function TimelineKey({ hasWindows }: { readonly hasWindows: boolean }) {
  return (
    <div className="agenda-key">
      <h2 id="agenda-timeline">Who is in the room when</h2>
      <span aria-hidden>
        <svg width="22" height="12" aria-hidden="true">
          <rect width="22" height="12" rx="2" fill="var(--ag-justice)" />
        </svg>
        own case
      </span>
      <span aria-hidden>
        <svg width="22" height="12" aria-hidden="true">
          <rect width="22" height="12" fill="url(#waiting)" />
        </svg>
        waiting
      </span>
      <span aria-hidden>
        <svg width="4" height="14" aria-hidden="true">
          <rect width="2" height="14" fill="var(--ink)" />
        </svg>
        arrives, leaves
      </span>
      {hasWindows ? (
        <span aria-hidden>
          <svg width="22" height="12" aria-hidden="true">
            <rect
              x="0.75"
              y="0.75"
              width="20.5"
              height="10.5"
              rx="2"
              fill="none"
              stroke="var(--ink-3)"
              strokeWidth="1.5"
              strokeDasharray="3 2"
            />
          </svg>
          window
        </span>
      ) : null}
    </div>
  );
}
