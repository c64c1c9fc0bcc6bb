import { refreshSession } from '../people/accounts.js';
import { Person } from '../people/person.js';
import { type Answer, DONE } from './answer.js';
import type { Name } from './action.js';

/** A server that can be ended and started again, and perhaps has a clock that can be moved. */
export interface House {
  readonly url: string;
  /** Where its database is. */
  readonly data: string;
  restart(): Promise<void>;
  isUp(): Promise<void>;
  wait(minutes: number): void;
}

export type Everybody = Readonly<Record<Name, Person>>;

export async function signIn(house: House, person: Person): Promise<void> {
  const { accessToken, refreshToken } = await Person.signsIn(house, person.username);
  Object.assign(person, { accessToken, refreshToken });
}

export async function refresh(house: House, person: Person): Promise<Answer> {
  const { answer } = await refreshSession(house, { refreshToken: person.refreshToken });
  const session = answer.data?.refreshSession?.session;
  if (!session) return { refused: answer.errors?.[0]?.extensions.code };
  Object.assign(person, session);
  return DONE;
}
