import type { GivenInvitation } from './data/invitation-requests';
import { formatMessage } from '../../shared/language/format-message';
import { momentInText } from '../../shared/text/dates';
import { daysInText } from '../../shared/text/durations';

/** For how long, and for how many, a link is good. */
export interface InvitationChoice {
  /** Null for no end. */
  readonly days: number | null;
  /** Null for any number. */
  readonly uses: number | null;
  readonly allowsRegistration: boolean;
}

interface Choice {
  readonly value: number | null;
  readonly words: string;
}

export function dayChoices(): readonly Choice[] {
  const limited = [1, 7, 30].map((value) => ({ value, words: daysInText(value) }));
  return [...limited, { value: null, words: $localize`No end` }];
}

export function useChoices(): readonly Choice[] {
  const limited = [1, 10, 100].map((value) => ({
    value,
    words: formatMessage($localize`{count, plural, =1 {1 person} other {# people}}`, { count: value }),
  }));
  return [{ value: null, words: $localize`Any number of people` }, ...limited];
}

export function inputOf({ days, uses, allowsRegistration }: InvitationChoice, now: Date) {
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
  return { expiresAt, uses, allowsRegistration };
}

/** The whole address, for others. */
export function linkOf({ path }: Pick<GivenInvitation, 'path'>, origin: string): string {
  return `${origin}${path ?? ''}`;
}

export function usesSentence(usesLeft: number | null): string {
  if (usesLeft === null) return $localize`Any number of people can use it`;
  return formatMessage($localize`{count, plural, =1 {One more person can use it} other {# more people can use it}}`, {
    count: usesLeft,
  });
}

/** How long it lasts, within a sentence. */
export function untilText(expiresAt: string | null, now: Date): string {
  return expiresAt === null ? $localize`without an end` : $localize`until ${momentInText(expiresAt, now)}:when:`;
}
