import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShareKind } from './real-share';

const modules = ['mpm_event', 'authz_core', 'dav', 'dav_fs'];

/** Apache's WebDAV and davfs2, which keeps copies in a cache of its own and uploads a file when it is closed. */
export const webdav: ShareKind = {
  server({ settings, kept, port }, access) {
    const state = join(settings, 'state');
    mkdirSync(state, { recursive: true });
    chmodSync(state, 0o777);
    const file = join(settings, 'apache.conf');
    writeFileSync(
      file,
      `ServerRoot /usr/lib/apache2
${modules.map((name) => `LoadModule ${name}_module modules/mod_${name}.so`).join('\n')}
Listen 127.0.0.1:${port}
ServerName 127.0.0.1
User www-data
Group www-data
PidFile ${state}/pid
ErrorLog ${state}/log
DocumentRoot ${kept}
DavLockDB ${state}/locks
<Directory ${kept}>
  Dav On
  Require ${access === 'read-only' ? 'method GET HEAD OPTIONS PROPFIND' : 'all granted'}
</Directory>
`,
    );
    return ['apache2', '-f', file, '-D', 'FOREGROUND'];
  },
  client({ settings, port }, folder, number) {
    const cache = join(settings, `cache-${number}`);
    mkdirSync(cache);
    chmodSync(cache, 0o777);
    const file = join(settings, `client-${number}.conf`);
    writeFileSync(
      file,
      [
        `cache_dir ${cache}`,
        // Newer kernels ask for more of a folder at once than the buffer that davfs2 has by itself.
        'buf_size 256',
        'ask_auth 0',
        'use_locks 0',
        'use_expect100 0',
        'delay_upload 0',
        'dir_refresh 0',
        'file_refresh 0',
        'connect_timeout 2',
        'read_timeout 4',
        'retry 1',
        'max_retry 2',
        '',
      ].join('\n'),
    );
    return ['mount', '-t', 'davfs', '-o', `conf=${file}`, `http://127.0.0.1:${port}/`, folder];
  },
  unmount: (folder) => ['umount', folder],
};
