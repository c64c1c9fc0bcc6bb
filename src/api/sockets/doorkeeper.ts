import { Injectable } from '@nestjs/common';
import { Authenticator, TokenInvalid } from '../../auth/index.js';
import { Connections } from './connections.js';
import type { LiveConnection } from './live-connection.js';
import { TooManyConnections } from './sockets.errors.js';

/** Signs somebody in on a socket or a stream. */
@Injectable()
export class Doorkeeper {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly connections: Connections,
  ) {}

  /** Throws, and says why, for an authorization that is not good, and where the account has too many connections. */
  async signIn(connection: LiveConnection, authorization: string | undefined): Promise<void> {
    const viewer = await this.authenticator.authenticate(authorization, connection.address);
    // An authorization of nothing is a client that lost its token; to say nothing is to be a visitor.
    if (!viewer && authorization !== undefined) throw new TokenInvalid();
    if (!viewer) return;
    // Nothing is waited for between the count and the sign-in: of many that come at once, none slips through.
    if (!this.connections.hasRoomForAccount(viewer)) throw new TooManyConnections();
    connection.signIn(viewer);
    this.connections.signedIn(connection);
    // Asked again now that the end of the session would be noticed here: it may have ended a moment before.
    await this.authenticator.assertStillSignedIn(viewer);
  }
}
