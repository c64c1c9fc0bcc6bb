import { drawIcons } from '../assets/icons.mjs';
import { cutFonts } from '../assets/fonts.mjs';

/** What the client's pages are made of beside code, and the results are committed: the icons of the installed client, and the fonts of the first screen. */
export async function run() {
  await drawIcons();
  await cutFonts();
}
