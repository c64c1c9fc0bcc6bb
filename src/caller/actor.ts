/** Who is asking: an account, by way of one of its sessions. A visitor is `null`. */
export interface Actor {
  readonly userId: string;
  readonly sessionId: string;
  readonly isGuest: boolean;
  /** When the access token that named the actor runs out. */
  readonly expiresAt: Date;
}
