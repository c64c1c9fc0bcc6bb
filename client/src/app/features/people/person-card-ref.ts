import type { Person } from '../../core/graphql/model';

/** What an open card knows of whoever has opened it. */
export abstract class PersonCardRef {
  abstract readonly person: Person;
  abstract close(): void;
  /** It has become larger, and may have to stand elsewhere. */
  abstract grow(): void;
}
