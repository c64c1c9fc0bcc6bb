import { SetMetadata } from '@nestjs/common';

/** How often one caller may do something. */
export interface Limit {
  readonly per: 'address' | 'account';
  readonly points: number;
  readonly seconds: number;
  /** What there was too much of, for whoever is refused. */
  readonly what?: string;
}

export const LIMIT = Symbol('limit');

/** Bounds how fast one caller may use what it stands on; more than that is RATE_LIMITED. */
export const Limited = (limit: Limit): MethodDecorator => SetMetadata(LIMIT, limit);
