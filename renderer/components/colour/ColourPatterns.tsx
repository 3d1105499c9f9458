/** Fills of the ribbon's bands, drawn once in the page: plain, diagonal, dots and upright, so that grey paper tells them apart. */
export function ColourPatterns() {
  return (
    <svg width="0" height="0" className="visually-hidden" aria-hidden="true">
      <defs>
        <pattern id="band-R" width="8" height="8" patternUnits="userSpaceOnUse">
          <rect width="8" height="8" fill="var(--red)" />
        </pattern>
        <pattern id="band-A" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="7" height="7" fill="var(--amber)" />
          <rect width="1.6" height="7" fill="var(--on-amber)" opacity=".4" />
        </pattern>
        <pattern id="band-G" width="6" height="6" patternUnits="userSpaceOnUse">
          <rect width="6" height="6" fill="var(--green)" />
          <circle cx="3" cy="3" r="1" fill="var(--on-green)" opacity=".6" />
        </pattern>
        <pattern id="band-B" width="5" height="5" patternUnits="userSpaceOnUse">
          <rect width="5" height="5" fill="var(--blue)" />
          <rect width="1.2" height="5" fill="var(--on-blue)" opacity=".38" />
        </pattern>
        <pattern id="waiting" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="6" height="6" fill="var(--surface)" />
          <rect width="1.5" height="6" fill="var(--line-strong)" />
        </pattern>
      </defs>
    </svg>
  );
}
