import type { Type } from '@nestjs/common';
import type { EventType } from './event.type.js';
import type { LoggedEvent } from './logged-event.entity.js';
import type { Shown } from './shown.js';

/** What the house knows of one kind of event. Nothing outside of its entry asks which kind an event is by its name. */
export interface EventKind {
  /** Whose it is: a room's (its members see it), a person's (nobody else does) or the house's (everybody who is signed in). */
  readonly owner: 'room' | 'person' | 'house';
  /** What its `subjectId` names. */
  readonly about: 'message' | 'user' | 'session' | 'room';
  /** What older answers have shown that is no longer so. An event that is left out of this goes on being shown as it was. */
  readonly changes: (event: LoggedEvent) => readonly Shown[];
  /** Whether it begins or ends the membership of its subject in its room. */
  readonly membership?: 'begins' | 'ends';
  /** Whether its actor has just said something, and so is not typing any more. */
  readonly isSpeech?: true;
}

const kinds = new Map<string, EventKind & { readonly schemaClass: Type<EventType> }>();

/** Enters a kind of event into the catalogue. The class is what the schema shows of it, and its name is the log's name of the kind. */
export function CataloguedEvent(kind: EventKind): (schemaClass: Type<EventType>) => void {
  return (schemaClass) => {
    if (kinds.has(schemaClass.name)) throw new Error(`Two kinds of events are called ${schemaClass.name}.`);
    kinds.set(schemaClass.name, { ...kind, schemaClass });
  };
}

export function kindOf({ type }: Pick<LoggedEvent, 'type'>): EventKind {
  const kind = kinds.get(type);
  if (!kind) throw new Error(`The log has an event of a kind that the catalogue does not have: ${type}.`);
  return kind;
}

/** The names of all kinds of which something is true. */
export function kindsWith(condition: (kind: EventKind) => boolean): string[] {
  return [...kinds].flatMap(([name, kind]) => (condition(kind) ? [name] : []));
}

/** The classes that show events in the schema, which is told of them because they are only ever seen through their interfaces. */
export function schemaClassesOfEvents(): Type<EventType>[] {
  return [...kinds.values()].map(({ schemaClass }) => schemaClass);
}
