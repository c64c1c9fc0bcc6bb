/**
 * Characters that show nothing on their own: spaces, controls, formats (zero-width, bidi), what is ignored where it is not known, marks without
 * a letter, and letters, signs and notes that draw as blanks. Not among them: the formats that draw, which stand around Arabic, Syriac and
 * Kaithi numbers, and what is private or not assigned yet, which draws at least a box.
 */
const BLANK = String.raw`(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\s\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u115F\u1160\u2800\u3164\uFFA0\uFFFC\u{13441}\u{13442}\u{1D159}]`;

const ONLY_BLANKS = new RegExp(`^(?:${BLANK})*$`, 'u');

/** Whether nobody would see a message with this text. The server refuses it by the same rule: `src/runtime/invisible.ts`. */
export function showsNothing(text: string): boolean {
  return ONLY_BLANKS.test(text);
}
