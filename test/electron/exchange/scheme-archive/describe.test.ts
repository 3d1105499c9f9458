import { createHash, verify } from 'node:crypto';
import Ajv from 'ajv/dist/2020';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { exportScheme } from '../../../../electron/services/export/export-scheme';
import { eraseCases } from '../../../../electron/services/retention/retention';
import { addCase } from '../../../support/builders';
import { inForm } from '../../../support/earlier-form';
import { openTestScheme } from '../../../support/session';

/**
 * Everything here is done as the README in the archive says and with nothing of the program, as an outsider would who has
 * the archive alone.
 */
let files: Readonly<Record<string, string>>;
beforeAll(async () => {
  const session = openTestScheme();
  const earlier = (fields: Parameters<typeof addCase>[1]) => {
    const id = addCase(session, fields);
    inForm(2, session.connection.raw, session.device);
    return id;
  };
  const left = { state: 'left', leftOn: '2015-03-01' } as const;
  const erased = [addCase(session, { surname: 'Thistlemoor', ...left }), earlier({ surname: 'Thistlemoor', ...left })];
  addCase(session, { surname: '=HYPERLINK("x")', forenames: 'Dean\r\n"Dee"', knownAs: "'=1", area: '', crn: "'\ttab", pnc: "O'Neill" });
  earlier({ surname: 'Oakenfell' });
  const people = erased.map((caseId) => ({ caseId, surname: 'Thistlemoor' }));
  eraseCases(session, { people, reason: 'Nothing speaks for keeping it.' });
  const { bytes } = await exportScheme(session, { passphrase: null });
  session.connection.close();
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
});

type Cell = string | number | null;

/** RFC 4180, in which quotation marks tell the empty text from null. */
function rowsOf(csv: string): readonly (readonly { readonly text: string; readonly isQuoted: boolean }[])[] {
  const rows: { text: string; isQuoted: boolean }[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? plain ?? '', isQuoted: quoted !== undefined });
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the README names them
const guarded = /^'(?:[\s\u0000-\u001f\u007f-\u009f\u200b\ufeff']*[=+\-@＝＋－＠]|'*[\t\r\n])/;

interface TableSchema {
  readonly properties: Readonly<Record<string, { readonly type: string | readonly string[] }>>;
}
const schema = () => JSON.parse(files['schema.json'] ?? '') as { readonly $defs: Readonly<Record<string, TableSchema>> };

function tableOf(name: string): readonly Readonly<Record<string, Cell>>[] {
  const [names = [], ...rows] = rowsOf(files[`tables/${name}.csv`] ?? '');
  const { properties } = schema().$defs[name] as TableSchema;
  return rows.map((row) =>
    Object.fromEntries(
      row.map(({ text, isQuoted }, at): [string, Cell] => {
        const column = names[at]?.text ?? '';
        if (text === '' && !isQuoted) return [column, null];
        const isNumber = [properties[column]?.type].flat().includes('integer');
        return [column, isNumber ? Number(text) : guarded.test(text) ? text.slice(1) : text];
      }),
    ),
  );
}

test('The schema is a JSON Schema that another program compiles, and every row of every table and every line of the log fits it.', () => {
  const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });
  const names = Object.keys(files).flatMap((path) => /^tables\/(.+)\.csv$/.exec(path)?.[1] ?? []);
  expect(names.length).toBeGreaterThan(50);
  const whole = Object.fromEntries(names.map((name) => [name, tableOf(name)]));
  ajv.validate(schema(), whole);
  expect(ajv.errors).toBeNull();
  expect(ajv.validate(schema(), { cases: [{ id: 1 }] })).toBe(false);
  const line = ajv.compile({ ...schema(), $ref: '#/$defs/log entry', type: 'object', properties: {}, additionalProperties: true });
  for (const text of (files['log/commits.jsonl'] ?? '').trimEnd().split('\n'))
    expect([line(JSON.parse(text)), line.errors]).toEqual([true, null]);
});

test('Texts come out of the tables as they were written, once the apostrophes are taken off that the README tells of.', () => {
  const [row] = tableOf('cases');
  expect(row).toMatchObject({
    surname: '=HYPERLINK("x")',
    forenames: 'Dean\r\n"Dee"',
    known_as: "'=1",
    area: '',
    crn: "'\ttab",
    pnc: "O'Neill",
  });
  expect(row?.left_on ?? null).toBeNull();
});

test('Hashes and signatures of the log can be worked out from what the README says, of erased entries too.', () => {
  const keys = new Map(tableOf('devices').map(({ id, signing_key: key }) => [id, key]));
  const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
  const forms = new Set<string>();
  for (const line of (files['log/commits.jsonl'] ?? '').trimEnd().split('\n')) {
    const { hash, body, signature } = JSON.parse(line);
    const parts = JSON.parse(body);
    forms.add(`${parts[0]} of ${parts.length}`);
    const isWhole = parts[0] >= 2 && parts.length === 12;
    const signed = isWhole ? JSON.stringify([...parts.slice(0, 10), sha256(JSON.stringify([parts[11], parts[10]]))]) : body;
    expect(sha256(signed)).toBe(hash);
    const key = { key: { kty: 'OKP', crv: 'Ed25519', x: String(keys.get(parts[2])) }, format: 'jwk' } as const;
    expect(verify(null, Buffer.from(`roundtable commit 1\n${signed}`), key, Buffer.from(signature, 'base64url'))).toBe(true);
  }
  expect([...forms].toSorted()).toEqual(['1 of 11', '2 of 11', '2 of 12', '3 of 11', '3 of 12']);
});

test('The README names every file of the archive, and says of the columns which table they name a row of.', () => {
  const readme = files['README.md'] ?? '';
  for (const path of Object.keys(files).filter((each) => each !== 'README.md'))
    expect(readme).toContain(path.startsWith('tables/') ? '`tables/NAME.csv`' : path);
  expect(schema().$defs.actions?.properties.case_id).toEqual({ type: ['string', 'null'], description: 'id of a row of cases' });
});
