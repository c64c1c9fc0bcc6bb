import { UniqueConstraintViolationException } from '@mikro-orm/core';

/** What SQLite's driver and PostgreSQL call it (class 23, integrity constraint violation). */
const CODES: readonly unknown[] = ['SQLITE_CONSTRAINT_UNIQUE', '23505'];

/** Whether a statement failed because there may be only one of what it would have made, and there is one. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof UniqueConstraintViolationException) return true;
  return error instanceof Error && 'code' in error && CODES.includes(error.code);
}
