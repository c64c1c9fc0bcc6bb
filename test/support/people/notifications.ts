import type { Browser } from '../servers/push-service.js';
import type { Person } from './person.js';

// When and how people want to be called, and on which devices.

export interface Delivery {
  readonly kind: 'MESSAGE' | 'CLOSE' | 'TEST';
  readonly status: string;
  readonly at: string;
  readonly messageId: string | null;
  readonly deviceName: string;
}

export interface Device {
  readonly id: string;
  readonly deviceName: string;
  readonly createdAt: string;
  readonly lastDeliveryAt: string | null;
  readonly isCurrent: boolean;
  readonly deliveries: readonly Delivery[];
}

export interface Explanation {
  readonly isNotified: boolean;
  readonly reason: string;
  readonly keyword: string | null;
  readonly deliveries: readonly Delivery[];
  /** The e-mail about it. */
  readonly email: { readonly status: string; readonly at: string } | null;
}

export interface Quiet {
  readonly from: string;
  readonly until: string;
  readonly days: readonly string[];
  readonly timeZone?: string | null;
}

export interface Wishes {
  readonly quietHours?: Quiet | null;
  readonly keywords?: readonly string[] | null;
  readonly showsText?: boolean | null;
}

const DELIVERY = 'kind status at messageId deviceName';
const DEVICE = `id deviceName createdAt lastDeliveryAt isCurrent deliveries { ${DELIVERY} }`;
export const SETTINGS = 'quietHours { from until days timeZone } keywords showsText';
export const REGISTER_DEVICE = `mutation ($input: RegisterPushSubscriptionInput!) {
  registerPushSubscription(input: $input) { pushSubscription { ${DEVICE} } }
}`;
export const REMOVE_DEVICE = 'mutation ($id: ID!) { removePushSubscription(input: { id: $id }) { ok } }';
export const TEST_DEVICE = 'mutation ($id: ID!) { testPushSubscription(input: { id: $id }) { ok } }';
export const DO_NOT_DISTURB =
  'mutation ($until: DateTime) { setDoNotDisturb(input: { until: $until }) { doNotDisturbUntil } }';
export const WISH = `mutation ($input: SetNotificationSettingsInput!) {
  setNotificationSettings(input: $input) { notificationSettings { ${SETTINGS} } }
}`;
export const WHY = `query ($id: ID!) { whyNotified(messageId: $id) { isNotified reason keyword deliveries { ${DELIVERY} } email { status at } } }`;
export const SET_ACTIVE = 'mutation ($isActive: Boolean!) { setActive(input: { isActive: $isActive }) { ok } }';

interface Thing {
  readonly id: string;
}

export function registrationOf({ endpoint, keys }: Browser, deviceName = 'Firefox on Linux') {
  return { endpoint, keys, deviceName };
}

export async function registers(who: Person, browser: Browser, deviceName?: string): Promise<Device> {
  const { registerPushSubscription } = await who.asks<{ registerPushSubscription: { pushSubscription: Device } }>(
    REGISTER_DEVICE,
    { input: registrationOf(browser, deviceName) },
  );
  return registerPushSubscription.pushSubscription;
}

export async function removesDevice(who: Person, { id }: Thing): Promise<void> {
  await who.asks(REMOVE_DEVICE, { id });
}

export async function testsDevice(who: Person, { id }: Thing): Promise<void> {
  await who.asks(TEST_DEVICE, { id });
}

export async function devicesOf(who: Person): Promise<readonly Device[]> {
  const { viewer } = await who.asks<{ viewer: { pushSubscriptions: readonly Device[] } }>(
    `{ viewer { pushSubscriptions { ${DEVICE} } } }`,
  );
  return viewer.pushSubscriptions;
}

export async function asksWhy(who: Person, { id }: Thing): Promise<Explanation> {
  return (await who.asks<{ whyNotified: Explanation }>(WHY, { id })).whyNotified;
}

export async function doesNotWantToBeDisturbed(who: Person, until: Date | null): Promise<string | null> {
  const { setDoNotDisturb } = await who.asks<{ setDoNotDisturb: { doNotDisturbUntil: string | null } }>(
    DO_NOT_DISTURB,
    { until },
  );
  return setDoNotDisturb.doNotDisturbUntil;
}

export async function wishes(who: Person, input: Wishes): Promise<Wishes> {
  const { setNotificationSettings } = await who.asks<{ setNotificationSettings: { notificationSettings: Wishes } }>(
    WISH,
    { input },
  );
  return setNotificationSettings.notificationSettings;
}

export async function usesDevice(who: Person, isActive = true): Promise<void> {
  await who.asks(SET_ACTIVE, { isActive });
}
