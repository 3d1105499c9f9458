/**
 * Something was not done for a reason that a person should read. The message is a whole sentence in plain words: what
 * happened, what is safe, what to do next. It never holds personal data. All other errors are faults of the program.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
