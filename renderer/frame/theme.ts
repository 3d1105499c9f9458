const key = 'appearance';

/** The appearance chosen on this computer, or null to follow the system. It is the only thing kept in the window's storage. */
export function setTheme(theme: 'light' | 'dark' | null): void {
  if (theme === null) {
    delete document.documentElement.dataset.theme;
    localStorage.removeItem(key);
  } else {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem(key, theme);
  }
}

export function applyKeptTheme(): void {
  const kept = localStorage.getItem(key);
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
}
