/**
 * What the parts of a page are to whoever hears the document. pdfmake keeps these on its nodes and does not look at them;
 * `structure.ts` makes the structure of them. Text that says nothing is a paragraph, all else that says nothing is passed
 * through, and a drawing that says nothing is for the eye alone. Headings are told by pdfmake's own `headlineLevel`.
 */
export type Tag =
  /** For the eye alone: decoration, and what the words beside it say already. */
  | 'unread'
  /** Head and foot of a page. */
  | 'furniture'
  /** Read before all else, wherever it is drawn. */
  | 'first'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  /** A table that is one: rows, cells and their heads. Any other table only sets things beside each other. */
  | 'Table'
  /** A table whose rows are the items of a list. */
  | 'rows'
  /** A table that is read down its columns, one after the other. */
  | 'columns'
  /** A cell that is drawn across several columns, whose parts say by `column` which of them they belong to. */
  | 'cells';

declare module 'pdfmake/interfaces' {
  interface ContentBase {
    tag?: Tag;
    /** What a drawing shows, in words, which makes it a figure. All that lies within it belongs to the drawing. */
    alt?: string;
    /** The column that it belongs to, where that is not the one in which it is drawn. */
    column?: number;
    /** The rows of a table that go on with the row above. */
    continued?: ReadonlySet<number>;
    /** Of a table that is set in several: whether it goes on with the one before it, whose head it has again. */
    goesOn?: boolean;
  }
}
