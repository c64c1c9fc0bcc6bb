import { Person } from './person.js';
import type { TestServer } from '../servers/server.js';

/** Ada, Ben, Cleo, and Otto the outsider, who is in none of the others' rooms. */
export interface Cast {
  readonly ada: Person;
  readonly ben: Person;
  readonly cleo: Person;
  readonly otto: Person;
}

let casts = 0;

/** A cast of the test's own, so that each test stands alone on a server that many share. */
export async function aCast(server: TestServer): Promise<Cast> {
  casts += 1;
  const register = (name: string): Promise<Person> => Person.registers(server, `${name}.${String(casts)}`);
  const [ada, ben, cleo, otto] = await Promise.all([
    register('ada'),
    register('ben'),
    register('cleo'),
    register('otto'),
  ]);
  return { ada, ben, cleo, otto };
}
