import { shapes } from '../../../db/log/synced-tables';
import { paths } from './manifest';

/** What the files hold, for a program: a JSON Schema (2020-12) of one row of each table and of one line of the log. */
export function archiveSchema(): string {
  const tables = Object.fromEntries(
    shapes.map(({ relation, fields }) => [
      relation,
      {
        type: 'object',
        description: `One row of ${paths.table(relation)}`,
        properties: Object.fromEntries([
          ['id', { type: 'string' }],
          ...[...fields].map(([name, { column }]) => [name, propertyOf(column.getSQLType(), column.notNull)] as const),
        ]),
        required: ['id', ...fields.keys()],
        additionalProperties: false,
      },
    ]),
  );
  const entry = {
    type: 'object',
    description: `One line of ${paths.log}`,
    properties: {
      sequence: { type: 'integer', description: 'order of arrival on the exporting computer' },
      hash: { type: 'string', description: 'SHA-256 of body in UTF-8, hex' },
      body: {
        type: 'string',
        description:
          'JSON text of [1, space, device, number, previous, stamp, person, meeting, operation, intent, [[table, row, field, value, base], …]]',
      },
      signature: { type: 'string', description: 'Ed25519 over "roundtable commit 1\\n" and body, base64url' },
    },
    required: ['sequence', 'hash', 'body', 'signature'],
    additionalProperties: false,
  };
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', $defs: { ...tables, 'log entry': entry } }, null, 2)}\n`;
}

function propertyOf(sqlType: string, isNeverNull: boolean): object {
  const type = sqlType === 'integer' ? 'integer' : 'string';
  return { type: isNeverNull ? type : [type, 'null'] };
}

/** For whoever opens the archive in ten years without this program. */
export function archiveReadme(brand: string, exportedAt: string): string {
  return `# ${brand || 'A scheme'}, exported whole on ${exportedAt.slice(0, 10)}

Everything that this Roundtable scheme knew, in an open form. **The archive itself is not encrypted**: it names people and
says what is known of them. Keep it as you keep the scheme, and delete it when it has served.

| file | what it holds |
| --- | --- |
| \`${paths.manifest}\` | when and by whom it was made, and the SHA-256, size and rows of every other file |
| \`${paths.signature}\` | Ed25519 signature of the exporting computer over \`roundtable archive 1\`, a line end, and the manifest; base64url |
| \`${paths.schema}\` | JSON Schema of the rows of each table and of the lines of the log |
| \`tables/NAME.csv\` | one table each |
| \`${paths.log}\` | the whole log, one signed entry a line: the history of every field, who changed it and when |
| \`files/ID\` | the issued documents as they were issued, by the id of their row in \`tables/documents.csv\` |

## Tables

CSV after RFC 4180 in UTF-8, rows by id. Nothing between two commas is null; two quotation marks are the empty text.
Booleans are 0 and 1, days \`YYYY-MM-DD\`, instants ISO 8601 in UTC, lists JSON text. A text that a spreadsheet would run as
a formula has an apostrophe in front: take one off where what follows it begins with =, +, - or @, after any spaces.
\`id\` is a row's own, and a column that ends in \`_id\` names a row of another table. Rows are never deleted: what was
withdrawn has \`withdrawn_on\`.

## The log

The tables are a view of the log and can be made again from it: for each table, row and field the value with the greatest
stamp. An entry's body is the very text that was hashed and signed. The public keys are in \`tables/devices.csv\`.

## Back into Roundtable

Scheme, Data, "Bring back an exported scheme". Every hash, signature and chain is checked, the tables are made again from the
log and compared with the files here byte for byte, and only then is a new scheme kept. What stayed on the exporting
computer is not here: its own signing key, unrecorded typing and its settings.
`;
}
