import { InvalidInput } from '../errors/index.js';

/** One emoji of those that Unicode recommends for interchange, as this version of Node knows them. */
const RGI_EMOJI = /^\p{RGI_Emoji}$/v;
/** A character that is an emoji only with the selector behind it, unless a skin tone follows. */
const TEXT_BY_DEFAULT = /(?!\p{Emoji_Presentation})\p{Emoji}(?!\p{Emoji_Modifier})/gu;
/** Asks for the colourful form of the character before it. Keyboards leave it out at times. */
const SELECTOR = '\uFE0F';

/** The longest of them has 35 units of UTF-16; what is longer is not looked at. */
const MAX_UNITS = 100;

/** One emoji, written as Unicode has it for display, so that the same one is the same for everybody. */
export function emojiFrom(field: string, written: string): string {
  if (written.length <= MAX_UNITS) {
    if (RGI_EMOJI.test(written)) return written;
    const qualified = written.replaceAll(SELECTOR, '').replace(TEXT_BY_DEFAULT, `$&${SELECTOR}`);
    if (RGI_EMOJI.test(qualified)) return qualified;
  }
  throw new InvalidInput(field, 'Choose one emoji.');
}
