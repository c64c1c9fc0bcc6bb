import type { Person } from './person.js';

/** How somebody arranged their list of rooms, as the API shows it. */
export interface Arrangement {
  readonly order: 'ACTIVITY' | 'NAME' | 'OWN';
  readonly sections: readonly { readonly id: string; readonly name: string; readonly roomIds: readonly string[] }[];
  readonly ownOrder: readonly string[];
}

interface Room {
  readonly id: string;
}

export const ARRANGEMENT = 'order sections { id name roomIds } ownOrder';
const ANSWER = `roomArrangement { ${ARRANGEMENT} }`;
export const ARRANGEMENT_OF_VIEWER = `{ viewer { ${ANSWER} } }`;
export const SET_ORDER = `mutation ($order: RoomOrder!) { setRoomOrder(input: { order: $order }) { ${ANSWER} } }`;
export const CREATE_SECTION = `mutation ($name: String!) { createRoomSection(input: { name: $name }) { section { id name roomIds } ${ANSWER} } }`;
export const UPDATE_SECTION = `mutation ($input: UpdateRoomSectionInput!) { updateRoomSection(input: $input) { ${ANSWER} } }`;
export const DELETE_SECTION = `mutation ($sectionId: ID!) { deleteRoomSection(input: { sectionId: $sectionId }) { ${ANSWER} } }`;
export const MOVE_ROOMS = `mutation ($input: MoveRoomsInput!) { moveRooms(input: $input) { ${ANSWER} } }`;

interface Arranged {
  readonly roomArrangement: Arrangement;
}

export async function arrangementOf(who: Person): Promise<Arrangement> {
  return (await who.asks<{ viewer: Arranged }>(ARRANGEMENT_OF_VIEWER)).viewer.roomArrangement;
}

export async function ordersRoomsBy(who: Person, order: Arrangement['order']): Promise<Arrangement> {
  return (await who.asks<{ setRoomOrder: Arranged }>(SET_ORDER, { order })).setRoomOrder.roomArrangement;
}

/** Gives its id. */
export async function makesSection(who: Person, name: string): Promise<string> {
  const made = await who.asks<{ createRoomSection: { section: Room } }>(CREATE_SECTION, { name });
  return made.createRoomSection.section.id;
}

export async function changesSection(
  who: Person,
  sectionId: string,
  changes: { readonly name?: string; readonly place?: number },
): Promise<Arrangement> {
  const input = { sectionId, ...changes };
  return (await who.asks<{ updateRoomSection: Arranged }>(UPDATE_SECTION, { input })).updateRoomSection.roomArrangement;
}

export async function deletesSection(who: Person, sectionId: string): Promise<Arrangement> {
  const gone = await who.asks<{ deleteRoomSection: Arranged }>(DELETE_SECTION, { sectionId });
  return gone.deleteRoomSection.roomArrangement;
}

/** Undefined leaves them in their sections; null takes them out. */
export async function movesRooms(who: Person, rooms: readonly Room[], sectionId?: string | null): Promise<Arrangement> {
  const input = { roomIds: rooms.map(({ id }) => id), ...(sectionId !== undefined && { sectionId }) };
  return (await who.asks<{ moveRooms: Arranged }>(MOVE_ROOMS, { input })).moveRooms.roomArrangement;
}
