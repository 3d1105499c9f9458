import { getTableName } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type SyncedTable, shapes } from '../../../db/log/synced-tables';
import { paths } from './manifest';

/**
 * What the files hold, for a program: a JSON Schema (2020-12) of one row of each table and of one line of the log, and of the
 * whole as an object with a list of rows for each table.
 */
export function archiveSchema(): string {
  const tables = Object.fromEntries(
    shapes.map(({ relation, table, fields }) => {
      const points = pointsTo(table);
      return [
        relation,
        {
          type: 'object',
          description: `One row of ${paths.table(relation)}`,
          properties: Object.fromEntries([
            ['id', { type: 'string' }],
            ...[...fields].map(([name, { column }]) => [name, propertyOf(column, points.get(name))] as const),
          ]),
          required: ['id', ...fields.keys()],
          additionalProperties: false,
        },
      ];
    }),
  );
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A Roundtable scheme',
    description: `Each table as a list of its rows, as they are read from ${paths.table('NAME')}: a cell without quotation marks and without text is null, one of an integer column a number, any other a string.`,
    type: 'object',
    properties: Object.fromEntries(
      shapes.map(({ relation }) => [relation, { type: 'array', items: { $ref: `#/$defs/${relation}` } }] as const),
    ),
    additionalProperties: false,
    $defs: { ...tables, 'log entry': logEntry },
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

const logEntry = {
  type: 'object',
  description: `One line of ${paths.log}`,
  properties: {
    sequence: { type: 'integer', description: 'order of arrival on the exporting computer' },
    hash: {
      type: 'string',
      pattern: '^[0-9a-f]{64}$',
      description: `SHA-256 of the signed text in UTF-8, hex; ${paths.readme} says which it is`,
    },
    body: {
      type: 'string',
      description:
        'JSON text of [form, space, device, number, previous, stamp, person, meeting, operation, intent, [[table, row, field, value, base], …]], in forms 2 and 3 with a salt at the end; form 3 has [table, row, [field, value, base], …] for each row',
    },
    signature: { type: 'string', description: 'Ed25519 over "roundtable commit 1\\n" and the signed text, base64url' },
  },
  required: ['sequence', 'hash', 'body', 'signature'],
  additionalProperties: false,
};

/** The tables that columns of this one name a row of, by the column. */
function pointsTo(table: SyncedTable): ReadonlyMap<string, string> {
  return new Map(
    getTableConfig(table).foreignKeys.map((key) => {
      const { columns, foreignTable } = key.reference();
      return [columns[0]?.name ?? '', getTableName(foreignTable)];
    }),
  );
}

function propertyOf(column: SQLiteColumn, points: string | undefined): object {
  const type = column.getSQLType() === 'integer' ? 'integer' : 'string';
  return {
    type: column.notNull ? type : [type, 'null'],
    ...(points === undefined ? {} : { description: `id of a row of ${points}` }),
    ...(column.dataType === 'boolean' ? { description: '0 for no, 1 for yes' } : {}),
  };
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
Booleans are 0 and 1, days \`YYYY-MM-DD\`, instants ISO 8601 in UTC, lists JSON text, pictures base64. Fields hold line ends
and any other character as they were written. Rows are never deleted: what was withdrawn has \`withdrawn_on\`. \`id\` is a
row's own; \`${paths.schema}\` says of each column which table it names a row of.

A text that a spreadsheet would run as a formula has one apostrophe more in front than was written. Take one off wherever a text
begins with an apostrophe that is followed by any number of white space, control characters (U+0000 to U+001F, U+007F to U+009F),
U+200B, U+FEFF and apostrophes and then by one of = + - @ ＝ ＋ － ＠; or by any number of apostrophes and then a tab or a line end.

## The log

One JSON object a line: \`sequence\`, \`hash\`, \`body\`, \`signature\`. \`body\` is itself the text of a JSON array in one of these forms:

    [1, space, device, number, previous, stamp, person, meeting, operation, intent, changes]
    [2, space, device, number, previous, stamp, person, meeting, operation, intent, changes, salt]
    [3, space, device, number, previous, stamp, person, meeting, operation, intent, rows, salt]
    [2 or 3, space, device, number, previous, stamp, person, meeting, operation, intent, content]   erased
    [1, space, device, number, previous, stamp, person, meeting, operation, intent]            erased

\`changes\` is a list of [table, row, field, value, base]; \`rows\` says the same row by row, as a list of
[table, row, [field, value, base], …], in which an empty base is left out. \`number\` counts the entries of a device in a space,
and \`previous\` is the hash of the one before. \`stamp\` begins with milliseconds since 1970 in 15 digits; the order of the text is
that of time.

- **The signed text** of form 1 is the body. Of forms 2 and 3 it is the body with \`changes\` or \`rows\`, and \`salt\`, replaced by
  one string: the SHA-256, hex, of the JSON text of [salt, changes] or [salt, rows]. An erased entry of those forms has that string in
  place already, so its body is its signed text; one of form 1 proves nothing any more. JSON texts are written without white space,
  and a character outside ASCII as itself, but half a surrogate pair as \`\\ud800\` (in the tables U+FFFD stands for it).
- **The hash** is the SHA-256 of the signed text in UTF-8, hex. **The signature** is Ed25519 over \`roundtable commit 1\`, a line
  end, and the signed text, base64url. Public keys are in \`tables/devices.csv\`: \`signing_key\`, base64url of 32 bytes.

The tables are a view of the log. The value of a field is that of the change whose stamp no later change of it names in its
\`base\` (stamps parted by spaces); where several are left, because people wrote without knowledge of each other, the one with the
greatest stamp. Only the discussion, rationale and dissent of an agenda item are joined from all of them, and a withdrawal does
not hold against an edit that its author did not know. A column that no change names has the value with which its table begins.

## Back into Roundtable

Scheme, Data, "Bring back an exported scheme". Every hash, signature and chain is checked, the tables are made again from the
log and compared with the files here byte for byte, and only then is a new scheme kept. What stayed on the exporting
computer is not here: its own signing key, unrecorded typing and its settings.
`;
}
