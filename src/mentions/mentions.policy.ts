/** So many people are named by one message; whom it names beyond them is a word. */
export const MAX_MENTIONS = 20;
/** So many names are looked up for that, those that stand first in the message. */
export const MAX_NAMES = 40;
