import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { byText } from '../shared/language/in-order.ts';

/** A package of somebody else's that ships, with the words that its licence asks to be handed on. */
interface Shipped {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly texts: readonly string[];
}

const notice = /^(licen[cs]e|copying|notice)([._-].*)?$/i;

function shippedIn(folder: string): Shipped {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Readonly<Record<string, string>>;
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile() && notice.test(entry.name));
  return {
    name: name ?? '',
    version: version ?? '',
    licence: license ?? 'see below',
    texts: files.map((file) => readFileSync(join(folder, file.name), 'utf8').replaceAll('\r\n', '\n').trim()),
  };
}

/** The folder of the package that a module belongs to; null for what is our own, or the bundler's. */
function packageOf(module: string): string | null {
  const own = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module.split('?')[0] ?? '')?.[1];
  return own !== undefined && existsSync(join(own, 'package.json')) ? own : null;
}

/** A package that is found in node_modules at run time, with all that it needs in turn. */
function withWhatItNeeds(name: string, from: string, found: Set<string>): void {
  for (let at = from; ; at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) {
      if (found.has(folder)) return;
      found.add(folder);
      const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { dependencies?: Record<string, string> };
      for (const needed of Object.keys(dependencies ?? {})) withWhatItNeeds(needed, folder, found);
      return;
    }
    if (dirname(at) === at) throw new Error(`${name} ships and is not installed.`);
  }
}

/** Each text once, under the packages that come with it: hundreds of them share a few. */
function asText(shipped: readonly Shipped[]): string {
  const groups = Map.groupBy(shipped, ({ texts }) => texts.join('\n\n'));
  const parts = [...groups].map(([text, of]) => {
    const heads = of.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return [...heads, '', text || 'This package comes without a text of its licence.'].join('\n');
  });
  return `${parts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * Writes what others ask to be told of their code that a bundle holds: each package with its licence, into `out/third-party`,
 * which is laid beside the app when it is packaged.
 *
 * @param alsoAtRunTime packages that are not bundled but found in node_modules.
 */
export function thirdParty(root: string, part: string, alsoAtRunTime: readonly string[] = []): Plugin {
  let sources = root;
  return {
    name: 'third-party',
    configResolved(config) {
      sources = config.root;
    },
    generateBundle(_options, bundle) {
      const folders = new Set<string>();
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') for (const module of Object.keys(file.modules)) addTo(folders, packageOf(module));
        else for (const source of file.originalFileNames) addTo(folders, packageOf(join(sources, source)));
      }
      for (const name of alsoAtRunTime) withWhatItNeeds(name, root, folders);
      const shipped = [...folders].map(shippedIn).sort((one, other) => byText(one.name, other.name));
      mkdirSync(join(root, 'out/third-party'), { recursive: true });
      writeFileSync(join(root, 'out/third-party', `${part}.txt`), asText(shipped));
    },
  };
}

function addTo(folders: Set<string>, folder: string | null): void {
  if (folder !== null) folders.add(folder);
}
