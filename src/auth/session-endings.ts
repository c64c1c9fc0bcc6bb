import { Injectable } from '@nestjs/common';

/** Tells whoever holds something open for a session (a socket) that it has ended. */
@Injectable()
export class SessionEndings {
  private readonly listeners = new Set<(sessionId: string) => void>();

  listen(listener: (sessionId: string) => void): void {
    this.listeners.add(listener);
  }

  announce(sessionId: string): void {
    for (const listener of this.listeners) listener(sessionId);
  }
}
