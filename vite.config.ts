import { existsSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { bankHolidaysWorkedOut } from './build/bank-holidays.ts';
import { thirdParty } from './build/third-party.ts';
import { withoutNetwork } from './build/without-network.ts';
import pkg from './package.json' with { type: 'json' };

/** Node inside Electron 45, and its Chromium. */
const nodeTarget = 'node24';
const pageTarget = 'chrome144';

/** Native code, fonts and pdfmake are found in node_modules at run time; everything else is bundled. */
const runtimePackages = Object.keys(pkg.dependencies);

const workers = {
  'documents-worker': 'electron/documents/worker.ts',
  'import-worker': 'electron/exchange/import-worker.ts',
  'agenda-worker': 'electron/services/agenda/agenda-worker.ts',
  'file-worker': 'electron/services/backups/file-worker.ts',
  'log-mover-worker': 'electron/services/opening/log-mover-worker.ts',
  'demonstration-worker': 'electron/services/demonstration/demonstration-worker.ts',
};
const scripts = {
  open: 'build/open.ts',
  demo: 'build/demo.ts',
  bench: 'build/bench.ts',
  'bench-agenda': 'build/bench-agenda.ts',
  pictures: 'build/pictures.ts',
  agenda: 'build/agenda.ts',
  'sync-converge': 'build/sync-converge.ts',
  'sync-simulate': 'build/sync-simulate.ts',
  'sync-bench': 'build/sync-bench.ts',
  'sync-kill': 'build/sync-kill.ts',
  'sync-kill-process': 'build/sync-kill-process.ts',
};

const present = (entries: Record<string, string>) => Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

/**
 * One bundle for Node. Every file lands in one folder, so that `new URL('./documents-worker.js', import.meta.url)`
 * holds in whichever chunk the line ends up.
 */
function forNode(
  entries: Record<string, string>,
  outDir: string,
  external: readonly string[],
  plugins: readonly Plugin[] = [],
): UserConfig {
  return {
    publicDir: false,
    plugins: [withoutNetwork(), bankHolidaysWorkedOut(), ...plugins],
    ssr: { noExternal: true, external: [...external, ...runtimePackages] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: nodeTarget,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

export default defineConfig(({ mode }) => {
  switch (mode) {
    case 'main':
      return forNode(
        { index: 'electron/main/index.ts', ...present(workers) },
        'out/main',
        ['electron'],
        [thirdParty(import.meta.dirname, 'app', runtimePackages)],
      );
    case 'scripts':
      // The scripts start the same workers as the main process does, so these lie beside them too.
      return forNode({ ...present(scripts), ...present(workers) }, 'out/scripts', ['electron', 'playwright', '@playwright/test']);
    case 'preload':
      return {
        publicDir: false,
        build: {
          // A sandboxed preload script must be one CommonJS file.
          lib: { entry: 'electron/preload/index.ts', formats: ['cjs'], fileName: () => 'index.cjs' },
          outDir: 'out/preload',
          target: pageTarget,
          minify: false,
          sourcemap: true,
          rolldownOptions: { external: ['electron'] },
        },
      };
    default:
      return {
        root: 'renderer',
        base: './',
        plugins: [react(), bankHolidaysWorkedOut(), thirdParty(import.meta.dirname, 'window')],
        // Inlined files would be data: addresses, which the content security policy allows for nothing but images.
        build: { outDir: '../out/renderer', emptyOutDir: true, target: pageTarget, assetsInlineLimit: 0, chunkSizeWarningLimit: 3000 },
      };
  }
});
