/** As much of the reader's shape as is used here: it ships without types. */
declare module 'saxen' {
  export class Parser {
    on(
      hook: 'openTag',
      listener: (name: string, attributes: () => Record<string, string> | false, decode: (value: string) => string) => void,
    ): this;
    on(hook: 'closeTag' | 'text', listener: (value: string) => void): this;
    on(hook: 'error', listener: (error: Error) => void): this;
    parse(xml: string): void;
  }
}
