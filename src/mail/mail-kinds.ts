/** What e-mail is sent about. Rows hold these words: a name is never given another meaning. */
export const MAIL_KINDS = [
  'ADDRESS_CONFIRMATION',
  'ADDRESS_CHANGED',
  'PASSWORD_RESET',
  'PASSWORD_CHANGED',
  'MISSED_MESSAGES',
  'DIGEST',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];

export const MAIL_STATUSES = ['WAITING', 'SENT', 'REFUSED', 'FAILED', 'WITHHELD'] as const;

export type MailStatus = (typeof MAIL_STATUSES)[number];

/** Somebody waits before their screen for the first ones, and nobody for a digest. */
export function priorityOf(kind: MailKind): number {
  if (kind === 'DIGEST') return 2;
  return kind === 'MISSED_MESSAGES' ? 1 : 0;
}
