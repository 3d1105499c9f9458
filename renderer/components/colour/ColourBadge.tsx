import { type Colour, colourWord } from '../../../shared/language/colour';
import './colour-badge.css';

/** The shape of a colour in a 20 by 20 box. Four shapes that differ before the letter is read. */
export function ColourShape({ colour }: { readonly colour: Colour }) {
  if (colour === 'R') return <path className="colour-shape" d="M10 .2 19.8 10 10 19.8 .2 10Z" />;
  if (colour === 'A') return <path className="colour-shape" d="M10-1.4 21.4 19H-1.4Z" />;
  if (colour === 'G') return <circle className="colour-shape" cx="10" cy="10" r="9" />;
  return <rect className="colour-shape" x="1.5" y="1.5" width="17" height="17" rx="1.5" />;
}

/** Shape and letter, for use inside another drawing. */
export function ColourMark({ colour }: { readonly colour: Colour }) {
  return (
    <g className={`colour-mark ${colour}`}>
      <ColourShape colour={colour} />
      <text x="10" y={colour === 'A' ? 16.8 : 14}>
        {colour}
      </text>
    </g>
  );
}

interface ColourBadgeProps {
  /** Null where no colour has been decided yet: a hollow ring with a dash. */
  readonly colour: Colour | null;
  /** Pixels. 16 in lists, 18 in group heads, 26 in previews, 32 in headers. */
  readonly size?: number;
  readonly withWord?: boolean;
}

/** The colour of a case: never colour alone, but shape, letter and, where there is room, the word. */
export function ColourBadge({ colour, size = 16, withWord = false }: ColourBadgeProps) {
  const word = colour === null ? 'No colour' : colourWord[colour];
  return (
    <span className="colour-badge">
      {/* biome-ignore lint/a11y/noSvgWithoutTitle: it has a label, or the word beside it */}
      <svg viewBox="0 0 20 20" width={size} height={size} {...(withWord ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}>
        {colour === null ? (
          <g className="colour-mark none">
            <circle className="colour-shape" cx="10" cy="10" r="8.5" />
            <text x="10" y="14">
              –
            </text>
          </g>
        ) : (
          <ColourMark colour={colour} />
        )}
      </svg>
      {withWord ? <span>{word}</span> : null}
    </span>
  );
}
