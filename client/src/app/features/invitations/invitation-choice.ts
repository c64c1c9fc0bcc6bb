import type { GivenInvitation } from './data/invitation-requests';

/** For how long, and for how many, a link is good. */
export interface InvitationChoice {
  /** Null for no end. */
  readonly days: number | null;
  /** Null for any number. */
  readonly uses: number | null;
  readonly allowsRegistration: boolean;
}

export const DAYS: readonly { readonly value: number | null; readonly words: string }[] = [
  { value: 1, words: '1 day' },
  { value: 7, words: '7 days' },
  { value: 30, words: '30 days' },
  { value: null, words: 'No end' },
];

export const USES: readonly { readonly value: number | null; readonly words: string }[] = [
  { value: null, words: 'Any number of people' },
  { value: 1, words: '1 person' },
  { value: 10, words: '10 people' },
  { value: 100, words: '100 people' },
];

export function inputOf({ days, uses, allowsRegistration }: InvitationChoice, now: Date) {
  const expiresAt = days === null ? null : new Date(now.getTime() + days * 86_400_000).toISOString();
  return { expiresAt, uses, allowsRegistration };
}

/** The whole address, for others. */
export function linkOf({ path }: Pick<GivenInvitation, 'path'>, origin: string): string {
  return `${origin}${path ?? ''}`;
}

export function usesSentence(usesLeft: number | null): string {
  if (usesLeft === null) return 'Any number of people can use it';
  return usesLeft === 1 ? 'One more person can use it' : `${String(usesLeft)} more people can use it`;
}
