import { dayInText, momentInText } from '../../../shared/text/dates';
import type { Account, AccountFilter } from './data/account-requests';

export const FILTERS: readonly { readonly value: AccountFilter; readonly words: string }[] = [
  { value: 'EVERYBODY', words: 'Everybody' },
  { value: 'PEOPLE', words: 'With an account' },
  { value: 'GUESTS', words: 'Guests' },
  { value: 'ADMINISTRATORS', words: 'Administrators' },
  { value: 'DISABLED', words: 'Disabled' },
];

export interface AccountLine {
  readonly account: Account;
  readonly isGuest: boolean;
  readonly lastSeen: string;
  readonly joined: string;
  readonly rooms: string;
}

export function lineOf(account: Account, now: Date): AccountLine {
  const { user, lastSeenAt, sessionCount, roomCount } = account;
  return {
    account,
    isGuest: user.kind === 'GUEST',
    lastSeen: lastSeenWords(lastSeenAt ?? null, now),
    joined: `Joined ${dayInText(user.createdAt, now)}`,
    rooms: `${counted(roomCount, 'room')}, ${counted(sessionCount, 'device')}`,
  };
}

export function lastSeenWords(lastSeenAt: string | null, now: Date): string {
  return lastSeenAt === null ? 'Never signed in' : `Last seen ${momentInText(lastSeenAt, now)}`;
}

export function counted(count: number, thing: string): string {
  return count === 1 ? `1 ${thing}` : `${count.toLocaleString('en')} ${thing}s`;
}
