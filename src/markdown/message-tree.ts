/** What a message is made of, between its source and what is shown of it. docs/markdown.md says what becomes what. */
export type Block = Paragraph | Heading | CodeBlock | Quote | List | Table;

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly content: readonly Inline[];
}

export interface Heading {
  readonly kind: 'heading';
  readonly content: readonly Inline[];
}

export interface CodeBlock {
  readonly kind: 'code';
  readonly language: string | null;
  readonly text: string;
}

export interface Quote {
  readonly kind: 'quote';
  readonly blocks: readonly Block[];
}

export interface List {
  readonly kind: 'list';
  /** What stands behind the numbers; null for a list without numbers. */
  readonly delimiter: '.' | ')' | null;
  readonly items: readonly ListItem[];
}

export interface ListItem {
  /** As it was typed. */
  readonly number: number | null;
  /** Whether a task is done; null for what is no task. */
  readonly done: boolean | null;
  readonly blocks: readonly Block[];
}

export type Alignment = 'left' | 'right' | 'center' | null;

export interface Table {
  readonly kind: 'table';
  readonly alignments: readonly Alignment[];
  /** The first row is the head. A row has as many cells as were typed. */
  readonly rows: readonly (readonly (readonly Inline[])[])[];
}

export type Inline = Text | Code | Marked | Link | Mention;

/** Line breaks in it are breaks on the screen. */
export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

export interface Code {
  readonly kind: 'code';
  readonly text: string;
}

export interface Marked {
  readonly kind: 'strong' | 'emphasis' | 'strike';
  readonly content: readonly Inline[];
}

export interface Link {
  readonly kind: 'link';
  readonly href: string;
  readonly content: readonly Inline[];
}

/** Somebody who is named. Whom a name belongs to nobody knows but the server: `withMentions` puts it here. */
export interface Mention {
  readonly kind: 'mention';
  /** As it was typed, with its `@`. */
  readonly text: string;
  /** Whom it names: what `withMentions` was told. */
  readonly target: string;
}

export type Shortcodes = ReadonlyMap<string, string>;
