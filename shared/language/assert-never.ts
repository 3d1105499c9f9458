/** Ends a union: a new member that is not handled fails the type check, and throws if it ever gets here. */
export function assertNever(value: never): never {
  throw new Error(`A value that no branch handles: ${JSON.stringify(value)}`);
}
