import { z } from 'zod';
import { id } from './inputs';

/** One verb: what it takes, checked in the main process before anything else happens, and what it gives. */
export interface Verb<Input extends z.ZodType, Result> {
  readonly input: Input;
  /** Only a type; never a value. */
  readonly result?: Result;
}
export const verb =
  <Result>() =>
  <Input extends z.ZodType>(input: Input): Verb<Input, Result> => ({ input });

export const nothing = z.undefined();
export const byId = z.strictObject({ id });
export const byMeeting = z.strictObject({ meetingId: id });
