import { test } from 'vitest';
import { halves, withstands } from './attacks';

test.each(halves[0] ?? [])('A folder with %s is told of or does no harm, and loses nothing once it is put right.', withstands);
