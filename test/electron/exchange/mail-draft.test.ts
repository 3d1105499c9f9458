import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import PostalMime, { type Address } from 'postal-mime';
import { expect, test } from 'vitest';
import { isMailAddress, type MailDraft, writeMailDraft } from '../../../electron/exchange/mail-draft';

const draft = (fields: Partial<MailDraft> = {}): MailDraft => ({
  to: [{ name: 'Housing Options', address: 'housing@harrowmere.example' }],
  subject: 'Case conference, Tuesday 3 March 2026',
  text: 'Please arrive at 10:35.\n',
  attachments: [],
  writtenAt: '2026-03-02T09:30:00.000Z',
  id: '0198f3b2-1111-7000-8000-000000000001',
  ...fields,
});

const parse = async (fields: Partial<MailDraft>) => PostalMime.parse(await writeMailDraft(draft(fields)));
const ascii = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
const named = (addresses: readonly Address[] | undefined) => addresses?.map(({ name, address }) => ({ name, address }));
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** What Python's own reader makes of a draft; a second opinion that shares no code with the first. */
const reader = `
import sys, json, hashlib, email, email.policy
message = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
body = message.get_body(('plain',))
print(json.dumps({
  'headers': [name for name in message.keys()],
  'to': [[a.display_name, a.addr_spec] for a in (message['To'].addresses if message['To'] else [])],
  'subject': message['Subject'],
  'unsent': message['X-Unsent'],
  'text': body.get_content(),
  'attachments': [[p.get_filename(), p.get_content_type(), hashlib.sha256(p.get_payload(decode=True)).hexdigest()] for p in message.iter_attachments()],
  'defects': [str(d) for d in message.defects],
}))`;
const hasPython = spawnSync('python3', ['-c', 'import email.policy']).status === 0;
function readByPython(bytes: Uint8Array) {
  const answer = execFileSync('python3', ['-X', 'utf8', '-c', reader], { input: bytes, encoding: 'utf8' });
  return JSON.parse(answer) as {
    headers: string[];
    to: [string, string][];
    subject: string;
    unsent: string;
    text: string;
    attachments: [string, string, string][];
    defects: string[];
  };
}

test('A draft says that it is unsent, names its recipients and subject, and has no sender of its own.', async () => {
  const bytes = await writeMailDraft(draft());
  expect(ascii(bytes)).toMatch(/^X-Unsent: 1\r\n/m);
  expect(ascii(bytes)).not.toMatch(/^(From|Sender|Bcc|User-Agent|X-Mailer):/im);
  const read = await PostalMime.parse(bytes);
  expect(named(read.to)).toEqual([{ name: 'Housing Options', address: 'housing@harrowmere.example' }]);
  expect(read.subject).toBe('Case conference, Tuesday 3 March 2026');
  expect(read.text?.trim()).toBe('Please arrive at 10:35.');
  expect(new Date(read.date ?? '').toISOString()).toBe('2026-03-02T09:30:00.000Z');
});

test('A draft without recipients can be opened too, so that its sender chooses them.', async () => {
  const read = await parse({ to: [] });
  expect(read.to ?? []).toEqual([]);
  expect(read.subject).toContain('Case conference');
});

test('Every line ends with CRLF, is ASCII, and is no longer than the standard allows.', async () => {
  const bytes = await writeMailDraft(
    draft({
      subject: 'ż'.repeat(400),
      text: `${'Wörter und Zeilen '.repeat(300)}\n.\nFrom here\n`,
      to: [{ name: 'Łucja '.repeat(40), address: 'l@carterwick.example' }],
    }),
  );
  const text = ascii(bytes);
  expect(text).toMatch(/^[\r\n\t\u0020-\u007e]*$/);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
  const head = text.slice(0, text.indexOf('\r\n\r\n'));
  expect(Math.max(...head.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('A name, subject or file name that carries line ends adds no header field.', async () => {
  const hostile = 'Housing\r\nBcc: thief@example.invalid\nX-Evil: 1\u2028\u0000';
  const read = await parse({
    to: [{ name: hostile, address: 'housing@harrowmere.example' }],
    subject: hostile,
    attachments: [{ fileName: hostile, contentType: 'text/plain', bytes: new Uint8Array([65]) }],
  });
  expect(read.headers.map(({ key }) => key).sort()).toEqual([
    'content-type',
    'date',
    'message-id',
    'mime-version',
    'subject',
    'to',
    'x-unsent',
  ]);
  expect(read.bcc).toBeUndefined();
  expect(named(read.to)).toEqual([{ name: 'Housing Bcc: thief@example.invalid X-Evil: 1', address: 'housing@harrowmere.example' }]);
  expect(read.subject).toBe('Housing Bcc: thief@example.invalid X-Evil: 1');
  expect(read.attachments).toHaveLength(1);
});

test('A name with commas, quotation marks or angle brackets stays one recipient.', async () => {
  const name = 'Oakenfell, "Jo" <x@y.invalid>; Housing';
  const read = await parse({ to: [{ name, address: 'jo@harrowmere.example' }] });
  expect(named(read.to)).toEqual([{ name, address: 'jo@harrowmere.example' }]);
});

test('What is no address is known as none, and is never written to.', async () => {
  for (const address of ['', 'housing', 'a b@example.invalid', 'a@example.invalid\r\nBcc: b@example.invalid', 'a@b,c@d', '<a@b>', 'a@'])
    expect([address, isMailAddress(address)]).toEqual([address, false]);
  expect(isMailAddress("o'brien+iom@harrowmere.gov.example")).toBe(true);
  await expect(writeMailDraft(draft({ to: [{ name: '', address: 'a@b, c@d' }] }))).rejects.toThrow('not an address');
});

test('Attachments come out byte for byte, with their names and types.', async () => {
  const every = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7 + (index >> 8)) & 255);
  const read = await parse({
    attachments: [
      { fileName: 'Agenda für Łódź.pdf', contentType: 'application/pdf', bytes: every },
      {
        fileName: 'invitation.ics',
        contentType: 'text/calendar; charset=utf-8; method=REQUEST',
        bytes: new TextEncoder().encode('BEGIN:VCALENDAR\r\n'),
      },
      { fileName: 'empty.txt', contentType: 'text/plain', bytes: new Uint8Array() },
    ],
  });
  expect(read.attachments.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition])).toEqual([
    ['Agenda für Łódź.pdf', 'application/pdf', 'attachment'],
    ['invitation.ics', 'text/calendar', 'attachment'],
    ['empty.txt', 'text/plain', 'attachment'],
  ]);
  expect(read.attachments[1]?.method).toBe('REQUEST');
  expect(digest(new Uint8Array(read.attachments[0]?.content as ArrayBuffer))).toBe(digest(every));
});

test('Any text, subject, name and bytes are read back as they were written.', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 120 });
  const clean = (text: string) => text.replace(/\s+/g, ' ').trim();
  await fc.assert(
    fc.asyncProperty(
      words,
      words,
      fc.array(words, { maxLength: 6 }),
      fc.uint8Array({ maxLength: 300 }),
      async (subject, name, lines, bytes) => {
        const text = lines.join('\n');
        const read = await parse({
          subject,
          to: [{ name, address: 'jo@harrowmere.example' }],
          text,
          attachments: [{ fileName: 'a.bin', contentType: 'application/octet-stream', bytes }],
        });
        expect(clean(read.subject ?? '')).toBe(clean(subject));
        expect(read.to?.map((each) => [clean(each.name), each.address])).toEqual([[clean(name), 'jo@harrowmere.example']]);
        expect((read.text ?? '').trimEnd()).toBe(text.trimEnd());
        expect(Buffer.from(read.attachments[0]?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

test.skipIf(!hasPython)('Python’s reader of mail agrees about a draft and finds no defect in it.', async () => {
  const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 31) & 255);
  const calendar = new TextEncoder().encode('BEGIN:VCALENDAR\r\nSUMMARY:Łódź\r\nEND:VCALENDAR\r\n');
  const subject = `Konferenz — ${'Thistlemoor '.repeat(20)}łąkę`;
  const read = readByPython(
    await writeMailDraft(
      draft({
        subject,
        to: [
          { name: 'Łucja O’Hara, Housing', address: 'lucja@harrowmere.example' },
          { name: '', address: 'duty@harrowmere.example' },
        ],
        text: 'Kommen Sie um 10:35.\n\nDanke — £5\n',
        attachments: [
          { fileName: 'Agenda für Housing.pdf', contentType: 'application/pdf', bytes },
          { fileName: 'invitation.ics', contentType: 'text/calendar; charset=utf-8; method=REQUEST', bytes: calendar },
        ],
      }),
    ),
  );
  expect(read).toMatchObject({
    subject: subject.trim(),
    unsent: '1',
    to: [
      ['Łucja O’Hara, Housing', 'lucja@harrowmere.example'],
      ['', 'duty@harrowmere.example'],
    ],
    text: 'Kommen Sie um 10:35.\n\nDanke — £5\n',
    attachments: [
      ['Agenda für Housing.pdf', 'application/pdf', digest(bytes)],
      ['invitation.ics', 'text/calendar', digest(calendar)],
    ],
    defects: [],
  });
});
