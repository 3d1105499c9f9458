import { type KillOrder, workUntilKilled } from '../test/sync/kill-process';

/** One process that `npm run sync:kill` starts and that ends itself at the place that its order names. */
await workUntilKilled(JSON.parse(process.argv[2] ?? '{}') as KillOrder);
