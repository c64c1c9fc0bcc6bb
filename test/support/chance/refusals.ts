import { AnsweredWithErrors } from '../requests/graphql.js';

/** Not everything that people try at random is theirs to do; what is refused changes nothing. */
export async function unlessRefused(attempt: () => Promise<void>): Promise<void> {
  try {
    await attempt();
  } catch (error) {
    const refused =
      error instanceof AnsweredWithErrors &&
      error.errors.every(({ extensions }) => /^(FORBIDDEN|NOT_FOUND)$/.test(extensions.code));
    if (!refused) throw error;
  }
}
