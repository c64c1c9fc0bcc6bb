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
  /** Of an invitation that is followed at once. */
  readonly invitationCode: string | null;
}

/** Somebody who was not there before. */
export interface Newcomer extends SignedIn {
  /** The room that an invitation led to. */
  readonly room?: { readonly id: string } | null;
}

export interface Registered extends Newcomer {
  readonly generatedPassword: string | null;
}
