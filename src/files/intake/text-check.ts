/** Finds out, piece by piece, whether bytes are text that people wrote: UTF-8 without control characters but white space. */
export class TextCheck {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private stillText = true;

  see(bytes: Buffer): void {
    if (!this.stillText) return;
    try {
      this.stillText = !CONTROLS.test(this.decoder.decode(bytes, { stream: true }).replaceAll(ESCAPE, ''));
    } catch {
      this.stillText = false;
    }
  }

  /** After the last piece. */
  isText(): boolean {
    if (!this.stillText) return false;
    try {
      this.decoder.decode();
      return true;
    } catch {
      // The last character is incomplete.
      this.stillText = false;
      return false;
    }
  }
}

/** Colours the logs of terminals, which are text. */
const ESCAPE = '\u001B';
const CONTROLS = /[^\P{Cc}\t\n\f\r]/u;
