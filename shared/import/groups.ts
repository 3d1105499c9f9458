/** Names that belong together, by union and find. */
export class Groups {
  readonly #above = new Map<string, string>();

  of(name: string): string {
    let top = name;
    for (let above = this.#above.get(top); above !== undefined && above !== top; above = this.#above.get(top)) top = above;
    this.#above.set(name, top);
    return top;
  }

  join(names: readonly string[]): void {
    const [first, ...others] = names;
    if (first === undefined) return;
    const top = this.of(first);
    for (const other of others) this.#above.set(this.of(other), top);
  }
}
