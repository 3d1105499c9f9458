import { mkdtempSync, writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { makeLargeScheme } from '../../build/bench/large-scheme';
import { insightPicture } from '../../electron/services/insight';
test('x', async () => {
  const session = await makeLargeScheme(mkdtempSync('/tmp/askb-'));
  const out: string[] = [];
  for (const picture of ['actions', 'colours', 'time-in-colour', 'equality', 'definitions', 'before-after', 'community', 'needs', 'workload'] as const) for (const to of ['2026-03-03', '2021-03-03']) {
    const filter = { picture, from: '2016-03-03', to, area: null, cohortPart: null };
    insightPicture(session, filter);
    const t: number[] = [];
    for (let i = 0; i < 5; i++) { const c = process.cpuUsage(); insightPicture(session, filter); const d = process.cpuUsage(c); t.push((d.user + d.system) / 1000); }
    out.push(`${picture} ${to} ${t.sort((a, b) => a - b)[2]?.toFixed(0)} ms cpu`);
  }
  writeFileSync('/tmp/ask-bench.txt', out.join('\n'));
}, 600_000);
