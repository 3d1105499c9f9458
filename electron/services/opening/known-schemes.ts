import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { loadKeyFile, schemeFileEnding } from '../../../db/scheme-file';
import type { KnownScheme } from '../../../shared/views/scheme';

/**
 * Where scheme files are and when each was last opened: all that is kept outside of them. It lies unencrypted in the
 * app's own folder, so it holds paths and times and nothing about the scheme.
 */
const entries = z.array(z.strictObject({ path: z.string(), lastOpenedAt: z.string().nullable() }));
type Entry = z.infer<typeof entries>[number];

export const demonstrationFileName = `Demonstration${schemeFileEnding}`;
const most = 20;

export interface KnownSchemes {
  /** Latest first; files that are gone are left out but not forgotten, for a drive may come back. */
  list(): readonly KnownScheme[];
  /** Whether a scheme was opened here before, its file being there or not. */
  knows(path: string): boolean;
  remember(path: string, openedAt: string): void;
}

export function knownSchemesIn(folder: string): KnownSchemes {
  const file = join(folder, 'schemes.json');
  const read = (): Entry[] => {
    try {
      return entries.parse(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      // Missing or damaged, it costs a look in the file dialog and nothing else.
      return [];
    }
  };
  return {
    list: () =>
      read()
        .filter(({ path }) => existsSync(path))
        .map(({ path, lastOpenedAt }) => ({
          path,
          name: basename(path, schemeFileEnding),
          lastOpenedAt,
          isDemonstration: basename(path) === demonstrationFileName,
          opensWithKeychain: loadKeyFile(path)?.keychain != null,
        })),
    knows: (path) => read().some((entry) => entry.path === path),
    remember(path, openedAt) {
      const others = read().filter((entry) => entry.path !== path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, JSON.stringify([{ path, lastOpenedAt: openedAt }, ...others].slice(0, most), null, 2));
      renameSync(`${file}.new`, file);
    },
  };
}
