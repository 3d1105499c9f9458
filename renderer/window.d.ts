import type { Bridge } from '../shared/ipc/verbs';

declare global {
  interface Window {
    readonly roundtable: Bridge;
  }
}
