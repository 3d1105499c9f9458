import type { Plugin } from 'vite';

const network = /^(node:)?(net|tls|dns|http|http2|https|dgram)(\/|$)/;
const ofMail = /[\\/]node_modules[\\/]nodemailer[\\/]/;
const nothing = '\0mail-without-network';

/**
 * Leaves the network out of what is bundled of nodemailer. Its composer, the only part in use, can attach what lies at an
 * address, and so brings a fetcher with it, which nothing here calls.
 */
export function mailWithoutNetwork(): Plugin {
  return {
    name: 'mail-without-network',
    enforce: 'pre',
    resolveId: (source, importer) => (network.test(source) && ofMail.test(importer ?? '') ? nothing : null),
    load: (id) => (id === nothing ? 'export default {};' : null),
  };
}
