import { dayInText, momentInText } from '../../../shared/text/dates';
import type { Account, AccountFilter } from './data/account-requests';
import { formatMessage } from '../../../shared/language/format-message';

export interface FilterChoice {
  readonly value: AccountFilter;
  readonly words: string;
}

export function filterChoices(): readonly FilterChoice[] {
  return [
    { value: 'EVERYBODY', words: $localize`Everybody` },
    { value: 'PEOPLE', words: $localize`With an account` },
    { value: 'GUESTS', words: $localize`Guests` },
    { value: 'ADMINISTRATORS', words: $localize`Administrators` },
    { value: 'DISABLED', words: $localize`Disabled` },
  ];
}

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
    joined: $localize`Joined ${dayInText(user.createdAt, now)}:day:`,
    rooms: $localize`${roomsInText(roomCount)}:rooms:, ${devicesInText(sessionCount)}:devices:`,
  };
}

export function lastSeenWords(lastSeenAt: string | null, now: Date): string {
  return lastSeenAt === null ? $localize`Never signed in` : $localize`Last seen ${momentInText(lastSeenAt, now)}:when:`;
}

export function roomsInText(count: number): string {
  return formatMessage($localize`{count, plural, =1 {1 room} other {# rooms}}`, { count });
}

export function devicesInText(count: number): string {
  return formatMessage($localize`{count, plural, =1 {1 device} other {# devices}}`, { count });
}
