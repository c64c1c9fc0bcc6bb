/** What a command says: a line for people, or with `--json` a line of JSON for programs. */
export class Output {
  constructor(
    private readonly isJson: boolean,
    private readonly write: (text: string) => void = (text) => {
      process.stdout.write(text);
    },
  ) {}

  /** For programs alone. */
  note(value: object): void {
    if (this.isJson) this.write(`${JSON.stringify(value)}\n`);
  }

  say(value: object, words: string): void {
    this.write(`${this.isJson ? JSON.stringify(value) : printable(words)}\n`);
  }
}

/** What others wrote must not move the cursor of a terminal, colour it or ring its bell. */
function printable(words: string): string {
  return words.replace(/(?![\n\t])[\p{Cc}\p{Bidi_Control}]/gu, '\ufffd');
}
