import type { Client } from '../clients/client.js';
import type { Disk } from '../servers/disk.js';
import type { ServerProcess } from '../servers/server-process.js';

/** Who is there, and in which rooms. People and rooms are counted from 0. */
export interface Plan {
  readonly people: number;
  readonly rooms: readonly RoomPlan[];
}

export interface RoomPlan {
  readonly owner: number;
  /** Beside the owner. */
  readonly members: readonly number[];
}

export interface Contestant {
  readonly name: string;
  /** It stands there for comparison, and nothing is decided by it: one run leaves the time to the others. */
  readonly isRunOnce?: true;
  /** Starts the server on an empty database of its own. */
  open(plan: Plan, options?: OpenOptions): Promise<Venue>;
  /** Starts it with this many messages in the first room, which were there before it started. */
  openWithHistory?(plan: Plan, messages: number): Promise<HistoricVenue>;
}

export interface OpenOptions {
  readonly disk?: Disk | undefined;
}

/** A server that runs, with its people and rooms. */
export interface Venue {
  readonly server: ServerProcess;
  /** What the server calls each room of the plan. */
  readonly rooms: readonly string[];
  /** A new socket of a person, signed in where the server knows that. */
  connect(person: number): Promise<Client>;
  /** A new socket of a person who listens; another kind of client than `connect` gives where both are told apart. */
  listen(person: number): Promise<Client>;
  close(): Promise<void>;
}

export interface HistoricVenue extends Venue {
  /** The place before which the older half of the messages stands. */
  readonly middle: string;
}

/** One room, and everybody is in it. */
export function oneRoom(people: number): Plan {
  const [owner = 0, ...members] = Array.from({ length: people }, (_, person) => person);
  return { people, rooms: [{ owner, members }] };
}
