import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

/** A file share with a real server on loopback, and for each workstation a client of its own that shows it as a folder. */
export interface RealShare {
  /** The shared folder as each workstation sees it. */
  readonly folders: readonly string[];
  /** The same folder where the server keeps it. */
  readonly kept: string;
  /** The disk that the server keeps it on, of `diskBytes`. */
  readonly disk: string;
  /** Ends the server at once, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Begins to serve again. */
  serve(access?: 'read-write' | 'read-only'): Promise<void>;
  /** Lets the server stand still without ending its connections, and go on. */
  pause(isPaused: boolean): void;
  close(): Promise<void>;
}

export const diskBytes = 8_000_000;

/** One kind of share: how its server is started and how a client is mounted. Both run until they are killed. */
export interface ShareKind {
  /** Where a folder in `place` is served, what has to run for it in the foreground. */
  server(place: SharePlace, access: 'read-write' | 'read-only'): readonly string[];
  /** Mounts it on a folder; the program stays in the foreground, or ends once it is mounted. */
  client(place: SharePlace, folder: string, number: number): readonly string[];
  /** Whether what the mount needs has to be told to let go before it is taken away. */
  readonly unmount: (folder: string) => readonly string[];
}

export interface SharePlace {
  /** For settings, logs and caches. */
  readonly settings: string;
  readonly kept: string;
  readonly port: number;
}

export async function openShare(kind: ShareKind, clients: number): Promise<RealShare> {
  const root = mkdtempSync(join(tmpdir(), 'roundtable-share-'));
  const [settings, disk] = [join(root, 'settings'), join(root, 'disk')];
  chmodSync(root, 0o755);
  for (const folder of [settings, disk]) mkdirSync(folder);
  must(['mount', '-t', 'tmpfs', '-o', `size=${diskBytes},mode=777`, 'tmpfs', disk]);
  const kept = join(disk, 'team');
  mkdirSync(kept);
  must(['chmod', '777', kept]);
  const place: SharePlace = { settings, kept, port: await freePort() };
  let server: ReturnType<typeof start> | null = null;
  const mounted: string[] = [];
  const running = new Set<ReturnType<typeof start>>();
  let isClosing = false;

  /** Mounts the share for one workstation, and again where the client ends by itself, as some do when their server goes away. */
  function mount(folder: string, number: number): void {
    const client = start(kind.client(place, folder, number));
    running.add(client);
    client.once('exit', () => {
      running.delete(client);
      if (isClosing || !isDead(folder)) return;
      spawnSync('umount', ['--lazy', folder]);
      mount(folder, number);
    });
  }

  const share: RealShare = {
    folders: mounted,
    kept,
    disk,
    async kill() {
      if (server) await end(server, 'SIGKILL');
      server = null;
    },
    async serve(access = 'read-write') {
      await share.kill();
      server = start(kind.server(place, access));
      await until(() => canConnect(place.port), 'the server answers');
    },
    pause(isPaused) {
      if (server?.pid) process.kill(-server.pid, isPaused ? 'SIGSTOP' : 'SIGCONT');
    },
    async close() {
      isClosing = true;
      for (const folder of mounted) spawnSync('timeout', ['20', ...kind.unmount(folder)]);
      for (const client of running) await end(client, 'SIGTERM');
      await share.kill();
      for (const folder of [...mounted, disk]) spawnSync('umount', ['--lazy', folder]);
      rmSync(root, { recursive: true, force: true });
    },
  };

  await share.serve();
  for (let number = 0; number < clients; number += 1) {
    const folder = join(root, `workstation-${number}`);
    mkdirSync(folder);
    const device = statSync(folder).dev;
    mount(folder, number);
    await until(async () => statSync(folder).dev !== device, 'the share is mounted');
    mounted.push(folder);
  }
  return share;
}

/** Whether a folder is a mount whose program has ended. */
function isDead(folder: string): boolean {
  try {
    statSync(folder);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTCONN';
  }
}

/** Names of all files that the server keeps, with their folder. */
export function keptFiles(kept: string): readonly string[] {
  return readdirSync(kept, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function start([file, ...args]: readonly string[]) {
  return spawn(file as string, args, { stdio: 'ignore', detached: true });
}

async function end(child: ReturnType<typeof start>, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  const gone = once(child, 'exit');
  try {
    process.kill(-child.pid, 'SIGCONT');
    process.kill(-child.pid, signal);
  } catch {
    // It has ended, only the news of it has not come yet.
  }
  await gone;
}

function must([file, ...args]: readonly string[]): void {
  const done = spawnSync(file as string, args, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${file} ${args.join(' ')}: ${done.stderr}`);
}

/** Asks again and again, with a pause between, and gives up with an error that names what did not come. */
export async function until(
  isSo: () => Promise<boolean> | boolean,
  what: string | (() => string),
  { milliseconds = 20_000, pause = 20 } = {},
): Promise<void> {
  const end = Date.now() + milliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`Waited in vain until ${typeof what === 'string' ? what : what()}.`);
    await setTimeout(pause);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

function canConnect(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
