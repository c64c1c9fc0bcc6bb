import type { BotScope } from '../../core/graphql/generated/types';

export interface ScopeChoice {
  readonly scope: BotScope;
  readonly words: string;
}

/** What a token can open, in the order in which most bots need it. */
export const SCOPES: readonly ScopeChoice[] = [
  { scope: 'EVENTS_READ', words: 'Follow what happens' },
  { scope: 'MESSAGES_READ', words: 'Read and search messages' },
  { scope: 'MESSAGES_WRITE', words: 'Write messages and react' },
  { scope: 'FILES_WRITE', words: 'Upload files' },
  { scope: 'MEMBERS_WRITE', words: 'Add and remove members' },
  { scope: 'ROOMS_WRITE', words: 'Change rooms' },
];

export function wordsOf(scopes: readonly BotScope[]): string {
  return SCOPES.filter(({ scope }) => scopes.includes(scope))
    .map(({ words }) => words)
    .join(' · ');
}
