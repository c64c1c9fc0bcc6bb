import type { Actor } from '../caller/index.js';
import { isId } from '../runtime/index.js';
import type { KeptFilter } from './consumer.entity.js';
import { BadConsumerName, BadInFlight, GuestsHaveNoConsumers, TooMuchInFilter } from './consumers.errors.js';
import type { EventFilterInput } from './consumers.inputs.js';

/** Each may be asked how far behind it is. */
export const MAX_CONSUMERS = 20;
export const MAX_NAME_LENGTH = 64;
export const MAX_IN_FLIGHT = 1000;
export const MAX_TYPES = 100;
export const MAX_ROOMS = 500;

const NAME = new RegExp(`^[A-Za-z0-9._-]{1,${String(MAX_NAME_LENGTH)}}$`);

/** What a GraphQL type can be called. */
const TYPE = /^[A-Za-z_]\w{0,127}$/;

/** A guest is gone when they leave, and nobody comes back for what was kept for them. */
export function assertMayConsume({ isGuest }: Actor): void {
  if (isGuest) throw new GuestsHaveNoConsumers();
}

export function isName(name: string): boolean {
  return NAME.test(name);
}

export function assertName(name: string): void {
  if (!isName(name)) throw new BadConsumerName(MAX_NAME_LENGTH);
}

export function assertInFlight(inFlight: number): void {
  if (inFlight < 1 || inFlight > MAX_IN_FLIGHT) throw new BadInFlight(MAX_IN_FLIGHT);
}

/** The filter as it is stored: without what could never match. */
export function filterFrom(input: EventFilterInput | null | undefined): KeptFilter {
  const { types, roomIds, mentionsViewer, notByViewer } = input ?? {};
  if ((types?.length ?? 0) > MAX_TYPES) throw new TooMuchInFilter('types', MAX_TYPES);
  if ((roomIds?.length ?? 0) > MAX_ROOMS) throw new TooMuchInFilter('rooms', MAX_ROOMS);
  return {
    types: sorted(types?.filter((type) => TYPE.test(type))),
    roomIds: sorted(roomIds?.filter(isId)),
    mentionsViewer: mentionsViewer ?? false,
    notByViewer: notByViewer ?? false,
  };
}

/** The same filter is stored as the same text. */
function sorted(names: readonly string[] | null | undefined): readonly string[] | null {
  return names ? [...new Set(names)].toSorted() : null;
}
