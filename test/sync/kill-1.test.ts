import { expect, test } from 'vitest';
import { killOften } from './kill';
import { killPoints } from './kill-points';
import { buildKillProgram } from './kill-program';

// Every point once; the rest of the 50 are in the other file, so that several cores can share them.
const times = killPoints.length;

test('A process that is killed at any point loses nothing that it acknowledged, and leaves its file and the folder whole.', async () => {
  const { program, remove } = await buildKillProgram();
  try {
    const { kills, byPoint, failure } = await killOften(times, 20260303, program);
    expect(failure).toBeNull();
    expect([kills, byPoint.size]).toEqual([times, times]);
  } finally {
    remove();
  }
}, 300_000);
