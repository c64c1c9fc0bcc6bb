const MARK = 0x7e; // '~', which is in no id, no cursor and no name of these works
const ZERO = 0x30;
const FILLING = ' It was a quiet evening at the café, and somebody had brought a new book.';

/** What is said in message number so-and-so: found again in a frame without parsing it. */
export function numberedBody(message: number): string {
  return `~${String(message)}~${FILLING}`;
}

/** The number of the message in a frame; -1 where it holds none. */
export function numberIn(frame: Buffer): number {
  let at = frame.indexOf(MARK);
  if (at === -1) return -1;
  let message = 0;
  for (at += 1; frame[at] !== MARK; at += 1) message = message * 10 + (frame[at] ?? ZERO) - ZERO;
  return message;
}

/** The number of the message of a body that has been parsed. */
export function numberOf(body: string): number {
  return Number(/^~(\d+)~/.exec(body)?.[1] ?? NaN);
}

/** The numbers of all messages of a page. */
export function numbersIn(page: string): number[] {
  return Array.from(page.matchAll(/~(\d+)~/g), ([, number]) => Number(number));
}
