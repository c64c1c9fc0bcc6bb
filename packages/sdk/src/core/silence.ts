import type { After } from './after.js';

/** The server says something every 30 seconds at least: a feed that is silent for longer has a dead connection. */
export const MAX_SILENCE = 45_000;

/** Calls `hangUp` where nothing is heard for too long. */
export class Silence {
  private cancel: (() => void) | undefined;

  constructor(
    private readonly hangUp: () => void,
    private readonly after: After,
  ) {
    this.heard();
  }

  heard(): void {
    this.stop();
    this.cancel = this.after(MAX_SILENCE, this.hangUp);
  }

  stop(): void {
    this.cancel?.();
  }
}
