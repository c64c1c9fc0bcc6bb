import { AnsweredWithErrors } from '../requests/graphql.js';
import type { SpawnedServer } from './spawned-server.js';

/** Tries again after a line that broke, once the server is up; a refusal is no broken line. */
export async function untilUp<T>(server: Pick<SpawnedServer, 'isUp'>, attempt: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (error instanceof AnsweredWithErrors) throw error;
      await server.isUp();
    }
  }
}
