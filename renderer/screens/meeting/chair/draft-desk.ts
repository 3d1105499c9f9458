/** Longest quiet before typing is kept. */
export const quietMilliseconds = 350;
/** Typing that goes on without a pause is kept at least this often, so that a crash costs less than a second. */
export const mostMilliseconds = 800;
/** After a failure the same text is sent again, for as long as it is not kept. */
export const retryMilliseconds = 2000;

/** Where one field's typing stands. `at` is the clock when it was last kept. */
export type DraftState =
  | { readonly kind: 'untouched' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'kept'; readonly at: number }
  | { readonly kind: 'failing'; readonly problem: string };

export interface DraftDeskParts {
  readonly keep: (itemId: string, field: string, text: string) => Promise<unknown>;
  readonly problemOf: (failure: unknown) => string;
  readonly now: () => number;
  /** Runs once after so many milliseconds; the returned function calls it off. */
  readonly later: (run: () => void, milliseconds: number) => () => void;
}

/** What is typed and not yet recorded, by case and field. It outlives the screen's moving to another case. */
export interface DraftDesk {
  /** The text as typed here since the screen opened; undefined where nobody typed, null where it was cleared. */
  readonly text: (itemId: string, field: string) => string | null | undefined;
  readonly state: (itemId: string, field: string) => DraftState;
  readonly write: (itemId: string, field: string, text: string) => void;
  /** It is recorded, or given up: the field is empty again, and the draft on the disk too. */
  readonly clear: (itemId: string, field: string) => void;
  /**
   * This text is recorded and stays in its field, or what it came to together with another's; the draft on the disk is
   * emptied. Gives false where more was typed meanwhile: then that stays a draft.
   */
  readonly recorded: (itemId: string, field: string, text: string, cameTo?: string) => boolean;
  /** Whether what is typed here is not recorded yet; undefined where nobody typed here. */
  readonly isDraft: (itemId: string, field: string) => boolean | undefined;
  /**
   * What stood in these fields is recorded, and they are empty again. What was typed on in a line meanwhile stays in it: it
   * begins the next.
   */
  readonly takenDown: (itemId: string, texts: Readonly<Record<string, string | undefined>>) => void;
  /**
   * Runs what records these fields. What is on its way to being recorded is not sent as typing any more: it would come after
   * its own recording, and a crash would bring it back to be recorded twice. Asked again for the same texts while it runs,
   * as by a second Enter, it is the same run; asked for others, these follow. `about` tells runs apart that differ by more
   * than what is typed.
   */
  readonly recording: (itemId: string, fields: readonly string[], run: () => Promise<boolean>, about?: string) => Promise<boolean>;
  /** Another text was recorded: the field shows it, unless something is being typed. */
  readonly giveWay: (itemId: string, field: string) => void;
  /** Sends at once whatever waits. Resolves when all of it is kept or has failed. */
  readonly flush: () => Promise<void>;
  readonly subscribe: (listener: () => void) => () => void;
  /** Ends the timers; what waits is sent. */
  readonly stop: () => void;
}

interface Sheet {
  readonly itemId: string;
  readonly field: string;
  text: string | null;
  /** False once it is recorded: then an empty draft is what belongs on the disk. */
  isDraft: boolean;
  state: DraftState;
  /** Clock of the oldest keystroke that is not on its way yet. */
  waitingSince: number | null;
  callOff: () => void;
  turn: number;
  /** The text that is being recorded; undefined where none is. */
  goingIn: string | null | undefined;
}

const untouched: DraftState = { kind: 'untouched' };
const nothing = () => undefined;

/**
 * Keeps typing: after a short quiet, and never later than `mostMilliseconds` after a keystroke. The text stays here
 * until it is kept; a failure is told in the field's state and tried again. Time is passed in.
 */
export function createDraftDesk({ keep, problemOf, now, later }: DraftDeskParts): DraftDesk {
  const sheets = new Map<string, Sheet>();
  const listeners = new Set<() => void>();
  const runs = new Map<string, { readonly texts: string; readonly run: Promise<boolean> }>();
  const keyOf = (itemId: string, field: string) => `${itemId} ${field}`;
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };

  async function send(sheet: Sheet): Promise<void> {
    sheet.callOff();
    sheet.callOff = nothing;
    if (sheet.isDraft && sheet.text === sheet.goingIn) return;
    sheet.waitingSince = null;
    sheet.turn += 1;
    const mine = sheet.turn;
    try {
      await keep(sheet.itemId, sheet.field, sheet.isDraft ? (sheet.text ?? '') : '');
      if (mine !== sheet.turn) return;
      if (sheet.waitingSince === null) sheet.state = sheet.isDraft ? { kind: 'kept', at: now() } : untouched;
    } catch (failure) {
      if (mine !== sheet.turn) return;
      sheet.state = { kind: 'failing', problem: problemOf(failure) };
      if (sheet.waitingSince === null) {
        sheet.waitingSince = now();
        sheet.callOff = later(() => void send(sheet), retryMilliseconds);
      }
    }
    tell();
  }

  function sheetOf(itemId: string, field: string): Sheet {
    const found = sheets.get(keyOf(itemId, field));
    if (found) return found;
    const made: Sheet = {
      itemId,
      field,
      text: null,
      isDraft: false,
      state: untouched,
      waitingSince: null,
      callOff: nothing,
      turn: 0,
      goingIn: undefined,
    };
    sheets.set(keyOf(itemId, field), made);
    return made;
  }

  const flush = async () => {
    await Promise.all([...sheets.values()].filter((sheet) => sheet.waitingSince !== null).map(send));
  };

  const write = (itemId: string, field: string, text: string) => {
    const sheet = sheetOf(itemId, field);
    sheet.text = text;
    sheet.isDraft = true;
    if (sheet.state.kind !== 'failing') sheet.state = { kind: 'typing' };
    sheet.waitingSince ??= now();
    sheet.callOff();
    const left = sheet.waitingSince + mostMilliseconds - now();
    sheet.callOff = later(() => void send(sheet), Math.max(0, Math.min(quietMilliseconds, left)));
    tell();
  };
  const clear = (itemId: string, field: string) => {
    const sheet = sheetOf(itemId, field);
    sheet.text = null;
    sheet.isDraft = false;
    sheet.state = untouched;
    void send(sheet);
    tell();
  };

  async function runWith(itemId: string, fields: readonly string[], run: () => Promise<boolean>): Promise<boolean> {
    const going = fields.flatMap((field) => sheets.get(keyOf(itemId, field)) ?? []);
    for (const sheet of going) sheet.goingIn = sheet.text;
    try {
      return await run();
    } finally {
      for (const sheet of going) {
        sheet.goingIn = undefined;
        // It was not recorded after all, or more was typed: then it is typing again.
        if (sheet.waitingSince !== null) void send(sheet);
      }
    }
  }

  return {
    text: (itemId, field) => sheets.get(keyOf(itemId, field))?.text,
    state: (itemId, field) => sheets.get(keyOf(itemId, field))?.state ?? untouched,
    write,
    clear,
    takenDown(itemId, texts) {
      for (const [field, text] of Object.entries(texts)) {
        const here = sheets.get(keyOf(itemId, field))?.text;
        if (here && text && here !== text && here.startsWith(text)) write(itemId, field, here.slice(text.length));
        else clear(itemId, field);
      }
    },
    recording(itemId, fields, run, about = '') {
      const key = keyOf(itemId, `${fields.join()} ${about}`);
      const texts = JSON.stringify(fields.map((field) => sheets.get(keyOf(itemId, field))?.text));
      const before = runs.get(key);
      if (before?.texts === texts) return before.run;
      const start = () => runWith(itemId, fields, run);
      const mine = { texts, run: before ? before.run.then(start, start) : start() };
      const end = () => {
        if (runs.get(key) === mine) runs.delete(key);
      };
      runs.set(key, mine);
      mine.run.then(end, end);
      return mine.run;
    },
    recorded(itemId, field, text, cameTo = text) {
      const sheet = sheets.get(keyOf(itemId, field));
      if (!sheet) return true;
      if (sheet.text !== text) return !sheet.isDraft;
      sheet.text = cameTo;
      sheet.isDraft = false;
      sheet.state = untouched;
      void send(sheet);
      tell();
      return true;
    },
    isDraft: (itemId, field) => sheets.get(keyOf(itemId, field))?.isDraft,
    giveWay(itemId, field) {
      const sheet = sheets.get(keyOf(itemId, field));
      if (!sheet || sheet.isDraft || sheet.text === null) return;
      sheet.text = null;
      tell();
    },
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop() {
      void flush();
      for (const sheet of sheets.values()) sheet.callOff();
    },
  };
}

/** `saved 1 s ago`, `saved 3 min ago`: beside a field. */
export function keptWords(state: DraftState, now: number): string {
  switch (state.kind) {
    case 'untouched':
      return '';
    case 'typing':
      return 'saving…';
    case 'failing':
      return 'not saved';
    case 'kept': {
      const seconds = Math.max(0, Math.floor((now - state.at) / 1000));
      if (seconds < 1) return 'saved just now';
      return seconds < 60 ? `saved ${seconds} s ago` : `saved ${Math.floor(seconds / 60)} min ago`;
    }
  }
}
