/**
 * Characters that a reader cannot see, or that change the direction of what follows: controls, formats (zero-width, bidi),
 * fillers and selectors, line and paragraph separators, private use, unassigned, and letters, signs and notes that draw as blanks.
 */
const INVISIBLE = String.raw`[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Cn}\u{16FE4}\u115F\u1160\u2800\u3164\uFFA0\uFFFC\u{13441}\u{13442}\u{1D159}]`;

/** What makes one picture of several emoji, or colours one: seen by what it does, and only where it does it. */
const EMOJI_JOINT = String.raw`(?<=\p{Extended_Pictographic}\p{Emoji_Modifier}?)(?:\uFE0F(?:\u200D(?=\p{Extended_Pictographic}))?|\u200D(?=\p{Extended_Pictographic}))|(?<=[0-9#*])\uFE0F(?=\u20E3)`;

const JOINT_OR_INVISIBLE = new RegExp(`(${EMOJI_JOINT})|${INVISIBLE}+`, 'gu');

/**
 * Characters that show nothing on their own: spaces, controls, formats (zero-width, bidi), what is ignored where it is not known, marks without
 * a letter, and letters, signs and notes that draw as blanks. Not among them: the formats that draw, which stand around Arabic, Syriac and
 * Kaithi numbers, and what is private or not assigned yet, which draws at least a box.
 */
const BLANK = String.raw`(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}])[\s\p{Z}\p{Cc}\p{Cf}\p{M}\p{Default_Ignorable_Code_Point}\u115F\u1160\u2800\u3164\uFFA0\uFFFC\u{13441}\u{13442}\u{1D159}]`;

const ONLY_BLANKS = new RegExp(`^(?:${BLANK})*$`, 'u');

/** Whether nobody would see a message with this text. The web client refuses it by the same rule. */
export function showsNothing(text: string): boolean {
  return ONLY_BLANKS.test(text);
}

/** The text with something else for each run of what nobody sees; emoji stay whole. */
export function replaceInvisible(text: string, replacement: string): string {
  return text.replace(JOINT_OR_INVISIBLE, (_, joint: string | undefined) => joint ?? replacement);
}

/** What draws alike with and without: the joints of emoji. */
export function withoutEmojiJoints(text: string): string {
  return text.replace(/[\uFE0F\u200D]/g, '');
}
