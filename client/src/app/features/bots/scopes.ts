import type { BotScope } from '../../core/graphql/generated/types';

export interface ScopeChoice {
  readonly scope: BotScope;
  readonly words: string;
}

/** What a token can open, in the order in which most bots need it. */
export function scopeChoices(): readonly ScopeChoice[] {
  return [
    { scope: 'EVENTS_READ', words: $localize`Follow what happens` },
    { scope: 'MESSAGES_READ', words: $localize`Read and search messages` },
    { scope: 'MESSAGES_WRITE', words: $localize`Write messages and react` },
    { scope: 'FILES_WRITE', words: $localize`Upload files` },
    { scope: 'MEMBERS_WRITE', words: $localize`Add and remove members` },
    { scope: 'ROOMS_WRITE', words: $localize`Change rooms` },
  ];
}

export function wordsOf(scopes: readonly BotScope[]): string {
  return scopeChoices()
    .filter(({ scope }) => scopes.includes(scope))
    .map(({ words }) => words)
    .join(' · ');
}
