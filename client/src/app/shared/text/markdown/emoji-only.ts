const EMOJI = String.raw`(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F|\p{Emoji_Modifier_Base})\p{Emoji_Modifier}?[\u{E0020}-\u{E007F}]*(?:\u200D\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?)*)`;

/** So many are shown large; more of them are a picture made of emoji, or a noise. */
const MAX_LARGE = 12;
const LARGE = new RegExp(`^(?:\\s*${EMOJI}){1,${String(MAX_LARGE)}}\\s*$`, 'u');

export function isEmojiOnly(text: string): boolean {
  return text.length < MAX_LARGE * 40 && LARGE.test(text);
}
