import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import { hearIncoming } from '../sockets/incoming.js';
import { PASSWORD, type Person } from '../people/person.js';

/** What only the insides of the server look like: a stack trace, a statement, a fault of the database. */
const INSIDES = [
  /\n?\s+at [^\n"]*(?:node_modules|dist\/server|node:)/,
  /\\n\s+at /,
  /\b(?:select|insert into|update) `/i,
  /SQLITE_/,
];
/** Where a token belongs: in the answer to whoever signs in. */
const OWN_TOKENS = /"(?:access|refresh)Token":"[^"]*"/g;

/** Hears all that the server answers and says, to look for what must never be in it. */
export class Overheard implements Disposable {
  private answers: string[] = [];
  private readonly hearing = hearIncoming((text) => this.answers.push(text));

  /** No secret and no insides in any answer; no secret in the log. Stack traces belong there, and only there. */
  expectNoSecrets(said: string, data: string, database: DatabaseSync, people: readonly Person[]): void {
    expect(this.answers.length, 'answers heard').toBeGreaterThan(0);
    const answers = this.answers.join('').replace(OWN_TOKENS, '');
    const secrets = [
      ...secretsOf(data, database),
      ...people.flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken]),
    ];
    for (const secret of secrets) {
      expect(answers.includes(secret), 'a secret in an answer').toBe(false);
      expect(said.includes(secret), 'a secret in the log').toBe(false);
    }
    for (const inside of INSIDES)
      expect(inside.exec(answers)?.[0], 'insides of the server in an answer').toBeUndefined();
    this.answers = [];
  }

  [Symbol.dispose](): void {
    this.hearing[Symbol.dispose]();
  }
}

function secretsOf(data: string, database: DatabaseSync): string[] {
  const kept = database
    .prepare(
      `select password_hash as secret from user where password_hash is not null
       union select refresh_hash from session union select cursor_key from log_identity`,
    )
    .all();
  return [PASSWORD, readFileSync(join(data, 'jwt-secret'), 'utf8').trim(), ...kept.map(({ secret }) => String(secret))];
}
