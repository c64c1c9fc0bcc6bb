/** What the readers of a message that grows are told. All who know the same of it get the same object. */
export interface StreamPiece {
  readonly messageId: string;
  readonly offset: number;
  readonly text: string;
  readonly isDone: boolean;
}

/** A message that grows, from when it is sent until it is done. */
export class MessageStream {
  /** What its bot has said so far. */
  text: string;
  /** How much of that is on the disk. */
  savedLength: number;
  /** Set while its end is written down. */
  ending: Promise<void> | undefined;
  private shown: { readonly text: string; readonly isDone: boolean };
  private readonly pieces = new Map<number, StreamPiece>();

  constructor(
    readonly messageId: string,
    readonly roomId: string,
    readonly authorId: string,
    text: string,
    /** When its bot was heard of last. */
    public heardAt: Date,
  ) {
    this.text = text;
    this.savedLength = text.length;
    this.shown = { text, isDone: false };
  }

  get isOver(): boolean {
    return this.shown.isDone;
  }

  /** Shows its readers what has come since the last time; whether that is anything. */
  show(): boolean {
    if (this.shown.isDone || this.shown.text.length === this.text.length) return false;
    this.reveal({ text: this.text, isDone: false });
    return true;
  }

  /** Nothing more comes, and nothing more is shown of it than this. */
  end(text: string): void {
    this.text = text;
    this.reveal({ text, isDone: true });
  }

  /** What somebody is to be told who has been told so much of it, or nothing (`undefined`). */
  pieceFor(told: number | undefined): StreamPiece | undefined {
    const offset = told ?? 0;
    const { text, isDone } = this.shown;
    if (told !== undefined && !isDone && told >= text.length) return undefined;
    const piece = this.pieces.get(offset) ?? { messageId: this.messageId, offset, text: text.slice(offset), isDone };
    this.pieces.set(offset, piece);
    return piece;
  }

  private reveal(shown: { readonly text: string; readonly isDone: boolean }): void {
    this.shown = shown;
    this.pieces.clear();
  }
}
