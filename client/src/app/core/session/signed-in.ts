import type { SessionFieldsFragment } from '../graphql/generated';
import type { Face } from '../graphql/model';

export interface SignedIn {
  readonly user: Face;
  readonly session: SessionFieldsFragment;
}

export interface Registration {
  readonly username: string;
  /** Null where the server is to make one. */
  readonly password: string | null;
  readonly displayName: string | null;
  /** The same again where the answer to the first try was lost. */
  readonly nonce: string;
}

export interface Registered extends SignedIn {
  readonly generatedPassword: string | null;
}
