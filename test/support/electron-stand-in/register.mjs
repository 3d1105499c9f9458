// node --import ./test/support/electron-stand-in/register.mjs out/main/index.js : resolves 'electron' to the stand-in.
import { registerHooks } from 'node:module';

const target = new URL('./electron.mjs', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url: target, shortCircuit: true } : next(specifier, context),
});
