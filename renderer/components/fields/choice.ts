/** One of the things that may be chosen. */
export interface Choice {
  readonly id: string;
  readonly name: string;
  /** Said after the name, more quietly. */
  readonly detail?: string;
}
