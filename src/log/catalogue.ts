import type { Type } from '@nestjs/common';
import type { EventType } from './event.type.js';
import { isOfRoom, type LoggedEvent, type LoggedRoomEvent } from './logged-event.entity.js';
import type { Shown } from './shown.js';

/** What the house knows of one kind of event. Nothing outside of its entry asks by a name which kind an event is. */
export type EventKind = RoomEventKind | OtherEventKind;

/** Its members see it, while they are in the room. */
interface RoomEventKind extends About {
  readonly owner: 'room';
  /** What older answers have shown that is no longer so. */
  readonly changes: (event: LoggedRoomEvent) => readonly Shown[];
  /** Whether it begins or ends the membership of its subject. */
  readonly membership?: MembershipChange;
  /** Whether its actor has just said something, and so is not typing any more. */
  readonly isSpeech?: true;
}

/** A person's own, which nobody else ever sees; or the house's, for everybody who is signed in. */
interface OtherEventKind extends About {
  readonly owner: 'person' | 'house';
  readonly changes: (event: LoggedEvent) => readonly Shown[];
  /** Of the house, about a person: only they themselves and those who shared a room with them when it happened are told. */
  readonly isForThoseWhoShareARoom?: true;
  /** Of a person's own, where it tells of what happened in a room: which one. */
  readonly roomOf?: (event: LoggedEvent) => string;
  /** Of a person's own: whether it ends their membership of its subject, because there is no such room any more. */
  readonly membership?: 'ends';
}

interface About {
  /** What its `subjectId` names. */
  readonly about: 'message' | 'user' | 'session' | 'room' | 'thread' | 'notice' | 'interaction';
}

type MembershipChange = 'begins' | 'ends';

const kinds = new Map<string, EventKind & { readonly schemaClass: Type<EventType> }>();

/** Enters a kind of event into the catalogue. The class is what the schema shows of it, and its name is the name of the kind. */
export function CataloguedEvent(kind: EventKind): (schemaClass: Type<EventType>) => void {
  return (schemaClass) => {
    if (kinds.has(schemaClass.name)) throw new Error(`Two kinds of events are called ${schemaClass.name}.`);
    kinds.set(schemaClass.name, { ...kind, schemaClass });
  };
}

/** What older answers have shown that is no longer so after this event. */
export function changesOf(event: LoggedEvent): readonly Shown[] {
  const kind = kindOf(event);
  if (kind.owner !== 'room') return kind.changes(event);
  return isOfRoom(event) ? kind.changes(event) : [];
}

/** Whether an event is of one of these kinds. */
export function isOneOf({ type }: LoggedEvent, schemaClasses: readonly Type<EventType>[]): boolean {
  return schemaClasses.some(({ name }) => name === type);
}

/** Whether an event begins or ends the membership of its subject in its room, or of its person in the room that is its subject. */
export function membershipChangeOf(event: LoggedEvent): MembershipChange | undefined {
  return kindOf(event).membership;
}

/** Whose membership of which room an event ends. */
export function departureIn(event: LoggedEvent): { readonly roomId: string; readonly userId: string } | undefined {
  if (membershipChangeOf(event) !== 'ends') return undefined;
  const { roomId, personId, subjectId } = event;
  if (roomId !== null) return { roomId, userId: subjectId };
  return personId === null ? undefined : { roomId: subjectId, userId: personId };
}

/** Whether of an event only its subject is told, and those who shared a room with them when it happened. */
export function isForThoseWhoShareARoom(event: LoggedEvent): boolean {
  const kind = kindOf(event);
  return kind.owner === 'house' && kind.isForThoseWhoShareARoom === true;
}

/** The names of the kinds of which that is true. */
export function kindsForThoseWhoShareARoom(): string[] {
  return kindsWith((kind) => kind.owner === 'house' && kind.isForThoseWhoShareARoom === true);
}

/** The id of the message that an event is about, where it is about one. */
export function messageOf(event: LoggedEvent): string | undefined {
  return kindOf(event).about === 'message' ? event.subjectId : undefined;
}

/** The room that an event tells of: its own, or that of a person's own event which tells of one. */
export function roomToldOf(event: LoggedEvent): string | undefined {
  if (event.roomId !== null) return event.roomId;
  const kind = kindOf(event);
  return kind.owner === 'person' ? kind.roomOf?.(event) : undefined;
}

/** Whether the actor of an event has just said something. */
export function isSpeech(event: LoggedEvent): boolean {
  const kind = kindOf(event);
  return kind.owner === 'room' && kind.isSpeech === true;
}

/** The names of all kinds of which something is true. */
export function kindsWith(condition: (kind: EventKind) => boolean): string[] {
  return [...kinds].flatMap(([name, kind]) => (condition(kind) ? [name] : []));
}

/** The classes that show events in the schema, which is told of them because they are only ever seen through their interfaces. */
export function schemaClassesOfEvents(): Type<EventType>[] {
  return [...kinds.values()].map(({ schemaClass }) => schemaClass);
}

function kindOf({ type }: LoggedEvent): EventKind {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`The log has an event of a kind that the catalogue does not have: ${type}.`);
  return kind;
}
