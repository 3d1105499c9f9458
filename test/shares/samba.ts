import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShareKind } from './real-share';

/** Samba's server and a client for FUSE that speaks SMB 2 and 3 and keeps no copies of its own. */
export const samba: ShareKind = {
  server({ settings, kept, port }, access) {
    const state = join(settings, 'state');
    mkdirSync(join(state, 'ncalrpc'), { recursive: true });
    const file = join(settings, 'smb.conf');
    writeFileSync(
      file,
      `[global]
server role = standalone server
interfaces = 127.0.0.1
bind interfaces only = yes
smb ports = ${port}
disable netbios = yes
map to guest = Bad User
guest account = root
load printers = no
log file = ${state}/log
${['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory'].map((name) => `${name} = ${state}`).join('\n')}
ncalrpc dir = ${state}/ncalrpc
[team]
path = ${kept}
guest ok = yes
force user = root
read only = ${access === 'read-only' ? 'yes' : 'no'}
`,
    );
    return ['smbd', '--configfile', file, '--foreground', '--no-process-group'];
  },
  client({ settings, port }, folder, number) {
    const password = spawnSync('rclone', ['obscure', 'guest'], { encoding: 'utf8' }).stdout.trim();
    const remote = ['--smb-host', '127.0.0.1', '--smb-port', String(port), '--smb-user', 'guest', '--smb-pass', password];
    const uncached = ['--vfs-cache-mode', 'off', '--dir-cache-time', '0s', '--attr-timeout', '0s', '--poll-interval', '0'];
    const impatient = ['--low-level-retries', '1', '--retries', '1', '--contimeout', '2s', '--timeout', '4s'];
    const own = ['--config', join(settings, `client-${number}.conf`), '--log-file', join(settings, `client-${number}.log`)];
    return ['rclone', 'mount', ':smb:team', folder, ...remote, ...uncached, ...impatient, ...own];
  },
  unmount: (folder) => ['fusermount3', '-u', '-z', folder],
};
