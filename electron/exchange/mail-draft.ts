import MailComposer from 'nodemailer/lib/mail-composer';

export interface MailAddress {
  /** Of the person or agency; empty where the address says enough. */
  readonly name: string;
  readonly address: string;
}

export interface MailAttachment {
  readonly fileName: string;
  /** `application/pdf`, or with parameters: `text/calendar; charset=utf-8; method=REQUEST`. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

export interface MailDraft {
  /** May be empty: whoever opens the draft then chooses. */
  readonly to: readonly MailAddress[];
  readonly cc?: readonly MailAddress[];
  readonly subject: string;
  /** Plain words, lines parted by `\n`. */
  readonly text: string;
  readonly attachments: readonly MailAttachment[];
  /** An instant, ISO 8601 UTC. */
  readonly writtenAt: string;
  /** Unlike that of any other draft: letters, digits and hyphens. */
  readonly id: string;
}

/** One address without a name, quotation marks or white space, as people write them. */
export function isMailAddress(text: string): boolean {
  return /^[^\s"(),:;<>@[\\\]]{1,64}@[^\s"(),:;<>@[\\\]]{1,254}$/.test(text);
}

/**
 * An e-mail draft as the bytes of an .eml file. `X-Unsent: 1` makes mail programs open it ready to be looked over and
 * sent, by whoever opens it, so it has no sender. All of it is ASCII with CRLF. Names and subjects are cleaned of line
 * ends and control characters, so that no field can begin another.
 *
 * Throws where an address is not one by `isMailAddress`.
 */
export async function writeMailDraft({ to, cc = [], subject, text, attachments, writtenAt, id }: MailDraft): Promise<Uint8Array> {
  for (const { address } of [...to, ...cc]) {
    if (!isMailAddress(address)) throw new Error('A draft was to be written to something that is not an address.');
  }
  const recipients = (addresses: readonly MailAddress[]) => addresses.map(({ name, address }) => ({ name: oneLine(name), address }));
  const composer = new MailComposer({
    headers: { 'X-Unsent': '1' },
    to: recipients(to),
    cc: recipients(cc),
    subject: oneLine(subject),
    // The composer takes empty content for none at all.
    text: { content: text.endsWith('\n') ? text.toWellFormed() : `${text.toWellFormed()}\n`, contentTransferEncoding: 'quoted-printable' },
    attachments: attachments.map(({ fileName, contentType, bytes }) => ({
      filename: oneLine(fileName),
      contentType,
      content: Buffer.from(bytes),
    })),
    date: new Date(writtenAt),
    messageId: `<${id}@roundtable.invalid>`,
    newline: 'windows',
    // What is attached comes from memory alone.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return new Uint8Array(await composer.compile().build());
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const breaking = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
const oneLine = (text: string) => text.toWellFormed().replace(breaking, ' ').trim();
