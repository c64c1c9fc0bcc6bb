import { once } from 'node:events';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { expect } from 'vitest';

/** The end of a connection that a server in this process has: what it has not got rid of is seen there alone. */
export class ServerEnd {
  private constructor(private readonly socket: Socket) {}

  /** Opens one connection, and gives it back with its server end. */
  static async of<Opened>(open: () => Promise<Opened>): Promise<{ client: Opened; end: ServerEnd }> {
    const sockets: Socket[] = [];
    const hear = (opened: unknown): void => void sockets.push((opened as { socket: Socket }).socket);
    subscribe('net.server.socket', hear);
    try {
      const client = await open();
      const [socket, ...others] = sockets;
      if (!socket || others.length > 0) throw new Error(`Expected one connection, got ${String(sockets.length)}.`);
      return { client, end: new ServerEnd(socket) };
    } finally {
      unsubscribe('net.server.socket', hear);
    }
  }

  get isFull(): boolean {
    return this.socket.writableNeedDrain;
  }

  /** How many bytes wait in the server for the system to take them. */
  get waiting(): number {
    return this.socket.writableLength;
  }

  /** How many bytes the server has written for the client, taken or not. */
  get written(): number {
    return this.socket.bytesWritten;
  }

  /** Resolves when the system takes no more of what the server has for the client. */
  async fills(): Promise<void> {
    let before: number | undefined;
    let looks = 0;
    const isStuck = (): boolean => {
      looks = this.isFull && this.waiting === before ? looks + 1 : 0;
      before = this.waiting;
      return looks >= 10;
    };
    await expect.poll(isStuck, { interval: 5, timeout: 10_000 }).toBe(true);
  }

  async drains(): Promise<void> {
    if (this.isFull) await once(this.socket, 'drain');
  }

  /** Resolves when the server has heard what the client says meanwhile. */
  async hears(say: () => void): Promise<void> {
    const before = this.socket.bytesRead;
    say();
    await expect.poll(() => this.socket.bytesRead, { interval: 5 }).toBeGreaterThan(before);
  }
}
