import { MAX_ABOUT_LENGTH, MAX_STATUS_LENGTH } from '../rules/index.js';
import { emojiFrom, textWithin, timeZoneFrom, visibleName, withFewMarks } from '../text/index.js';
import { type ChangedProfile, displayNameFrom, type User } from '../users/index.js';
import { StatusEndsBeforeNow } from './profiles.errors.js';
import type { SetStatusInput, UpdateProfileInput } from './profiles.inputs.js';

/** What somebody gives of themselves in words, within its bounds. Nothing is changed that was left out. */
export function textsFrom({ displayName, about, timeZone }: UpdateProfileInput, { username }: User): ChangedProfile {
  return {
    ...(displayName !== undefined && { displayName: displayNameFrom(displayName ?? username) }),
    ...(about !== undefined && { about: aboutFrom(about ?? '') }),
    ...(timeZone !== undefined && { timeZone: timeZone === null ? null : timeZoneFrom(timeZone) }),
  };
}

/** A status within its bounds; without emoji and text it is none. */
export function statusFrom({ emoji, text, until }: SetStatusInput, now: Date): ChangedProfile {
  const words = textWithin('text', text ?? '', { min: 0, max: MAX_STATUS_LENGTH * 2 }).trim();
  const statusEmoji = emoji == null || emoji === '' ? null : emojiFrom('emoji', emoji);
  if (statusEmoji === null && words === '') return { statusEmoji: null, statusText: null, statusUntil: null };
  if (until && until <= now) throw new StatusEndsBeforeNow();
  const statusText = words === '' ? '' : visibleName('text', words, MAX_STATUS_LENGTH);
  return { statusEmoji, statusText, statusUntil: until ?? null };
}

function aboutFrom(written: string): string | null {
  const about = withFewMarks('about', textWithin('about', written, { min: 0, max: MAX_ABOUT_LENGTH }).trim());
  return about === '' ? null : about;
}
