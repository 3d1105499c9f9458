import type { Plugin } from 'vite';

const network = /^(node:)?(net|tls|dns|http|http2|https|dgram)(\/|$)/;
const ofOthers = /[\\/]node_modules[\\/](nodemailer|debug)[\\/]/;
const nothing = '\0without-network';

/**
 * Leaves the network out of what is bundled of two packages. The composer of nodemailer, the only part in use, can attach
 * what lies at an address, and so brings a fetcher with it; `debug`, which comes with the statistics, can print into a socket.
 * Nothing here calls either.
 */
export function withoutNetwork(): Plugin {
  return {
    name: 'without-network',
    enforce: 'pre',
    resolveId: (source, importer) => (network.test(source) && ofOthers.test(importer ?? '') ? nothing : null),
    load: (id) => (id === nothing ? 'export default {};' : null),
  };
}
