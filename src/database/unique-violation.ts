import { UniqueConstraintViolationException } from '@mikro-orm/core';

/** Whether a statement failed because there may be only one of what it would have made, and there is one. */
export function isUniqueViolation(error: unknown): boolean {
  if (error instanceof UniqueConstraintViolationException) return true;
  return error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT_UNIQUE';
}
