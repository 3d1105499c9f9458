import { useEffect, useState } from 'react';
import type { Palette } from '../../../shared/insight/palette';

const tokens = {
  ink: '--ink',
  soft: '--ink-2',
  line: '--line',
  surface: '--surface',
  signal: '--signal',
  red: '--red',
  amber: '--amber',
  green: '--green',
  blue: '--blue',
  onRed: '--on-red',
  onAmber: '--on-amber',
  onGreen: '--on-green',
  onBlue: '--on-blue',
} as const;

/** Where the system sets the colours, what is written and ruled takes its own; the fills keep theirs, since they are told apart by pattern. */
const forced: Readonly<Partial<Record<keyof typeof tokens, string>>> = {
  ink: 'CanvasText',
  soft: 'CanvasText',
  line: 'GrayText',
  surface: 'Canvas',
  signal: 'Highlight',
};

const family = 'Atkinson Hyperlegible Next Variable, Segoe UI, system-ui, sans-serif';

/** A canvas knows no tokens, so each is resolved by an element that wears it. */
function resolved(): Palette {
  const probe = document.createElement('span');
  probe.hidden = true;
  probe.style.forcedColorAdjust = 'none';
  document.body.append(probe);
  const isForced = window.matchMedia('(forced-colors: active)').matches;
  const colour = (name: keyof typeof tokens) => {
    probe.style.color = (isForced ? forced[name] : undefined) ?? `var(${tokens[name]})`;
    return hexOf(getComputedStyle(probe).color);
  };
  const found = Object.fromEntries((Object.keys(tokens) as (keyof typeof tokens)[]).map((name) => [name, colour(name)])) as Record<
    keyof typeof tokens,
    string
  >;
  probe.remove();
  const { ink, soft, line, surface, signal, red, amber, green, blue, onRed, onAmber, onGreen, onBlue } = found;
  return {
    ink,
    soft,
    line,
    surface,
    signal,
    fills: { red, amber, green, blue },
    onFills: { red: onRed, amber: onAmber, green: onGreen, blue: onBlue },
    font: family,
  };
}

/** `rgb(1, 2, 3)` as `#010203`. */
function hexOf(colour: string): string {
  const parts = /^rgba?\((\d+), (\d+), (\d+)/.exec(colour)?.slice(1);
  return parts ? `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}` : colour;
}

/** The colours of the window for what is drawn on a canvas; new ones when the appearance changes. */
export function usePalette(): Palette {
  const [palette, setPalette] = useState(resolved);
  useEffect(() => {
    const again = () => setPalette(resolved());
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => window.matchMedia(query));
    for (const query of queries) query.addEventListener('change', again);
    const theme = new MutationObserver(again);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => {
      for (const query of queries) query.removeEventListener('change', again);
      theme.disconnect();
    };
  }, []);
  return palette;
}
