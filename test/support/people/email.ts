import { exchange } from '../requests/exchange.js';
import { type MailServer, tokenIn } from '../servers/mail-server.js';
import { PASSWORD, type Person } from './person.js';

// Where people get e-mail, and which they want.

export interface EmailAddress {
  readonly address: string | null;
  readonly pendingAddress: string | null;
  readonly pendingUntil: string | null;
  readonly failingSince: string | null;
  readonly failure: string | null;
}

export interface EmailNotifications {
  readonly missedMessages: boolean;
  readonly digest: boolean;
  readonly digestHour: number;
  readonly showsText: boolean;
}

interface Door {
  readonly url: string;
}

const ADDRESS = 'address pendingAddress pendingUntil failingSince failure';
export const EMAIL_NOTIFICATIONS = 'missedMessages digest digestHour showsText';
export const SET_ADDRESS = `mutation ($input: SetEmailAddressInput!) {
  setEmailAddress(input: $input) { emailAddress { ${ADDRESS} } }
}`;
export const RESEND = `mutation { resendEmailConfirmation { emailAddress { ${ADDRESS} } } }`;
export const CONFIRM = 'mutation ($token: String!) { confirmEmailAddress(input: { token: $token }) { address } }';
export const REMOVE_ADDRESS =
  'mutation ($password: String!) { removeEmailAddress(input: { currentPassword: $password }) { ok } }';
export const FORGOT = 'mutation ($who: String!) { requestPasswordReset(input: { usernameOrEmail: $who }) { ok } }';
export const SET_EMAIL_NOTIFICATIONS = `mutation ($input: SetEmailNotificationsInput!) {
  setEmailNotifications(input: $input) { emailNotifications { ${EMAIL_NOTIFICATIONS} } }
}`;
export const UNSUBSCRIBE = 'mutation ($token: String!) { unsubscribe(input: { token: $token }) { ok } }';

export async function setsAddress(who: Person, address: string, currentPassword = PASSWORD): Promise<EmailAddress> {
  const { setEmailAddress } = await who.asks<{ setEmailAddress: { emailAddress: EmailAddress } }>(SET_ADDRESS, {
    input: { address, currentPassword },
  });
  return setEmailAddress.emailAddress;
}

/** Sets an address and follows the link that comes there. */
export async function hasAddress(who: Person, mail: MailServer, address = addressOf(who)): Promise<string> {
  const before = mail.to(address).length;
  await setsAddress(who, address);
  const link = (await mail.hears(address, before + 1)).at(-1);
  const confirmed = link && (await confirms(who.server, tokenIn(link, '/confirm-email/')));
  if (confirmed !== address) throw new Error(`${address} was not confirmed: ${String(confirmed)}.`);
  return address;
}

export function addressOf({ username }: Person): string {
  return `${username}@people.example.org`;
}

export async function resendsConfirmation(who: Person): Promise<EmailAddress> {
  const answer = await who.asks<{ resendEmailConfirmation: { emailAddress: EmailAddress } }>(RESEND);
  return answer.resendEmailConfirmation.emailAddress;
}

/** By whoever has the link; the address that is confirmed, or the code of the refusal. */
export async function confirms({ url }: Door, token: string): Promise<string> {
  const { answer } = await exchange<{ confirmEmailAddress: { address: string } }>(url, CONFIRM, { token });
  return answer.data?.confirmEmailAddress?.address ?? answer.errors?.[0]?.extensions.code ?? '';
}

export async function removesAddress(who: Person): Promise<void> {
  await who.asks(REMOVE_ADDRESS, { password: PASSWORD });
}

export async function emailAddressOf(who: Person): Promise<EmailAddress | null> {
  const { viewer } = await who.asks<{ viewer: { emailAddress: EmailAddress | null } }>(
    `{ viewer { emailAddress { ${ADDRESS} } } }`,
  );
  return viewer.emailAddress;
}

/** What is answered, but for what it cost. */
export async function forgets({ url }: Door, who: string) {
  const { answer } = await exchange<{ requestPasswordReset: { ok: boolean } }>(url, FORGOT, { who });
  const { data, errors } = answer;
  return errors === undefined ? { data } : { data, errors };
}

export async function wantsEmail(who: Person, input: Partial<EmailNotifications>): Promise<EmailNotifications> {
  const answer = await who.asks<{ setEmailNotifications: { emailNotifications: EmailNotifications } }>(
    SET_EMAIL_NOTIFICATIONS,
    { input },
  );
  return answer.setEmailNotifications.emailNotifications;
}

export async function emailWantedBy(who: Person): Promise<EmailNotifications> {
  const { viewer } = await who.asks<{ viewer: { emailNotifications: EmailNotifications } }>(
    `{ viewer { emailNotifications { ${EMAIL_NOTIFICATIONS} } } }`,
  );
  return viewer.emailNotifications;
}
