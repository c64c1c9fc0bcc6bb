import { Injectable } from '@nestjs/common';
import type { LogPosition } from '../log/index.js';
import type { Refusal } from '../errors/index.js';
import { ConsumerDeleted, ConsumerTakenOver } from './consumers.errors.js';

/** A connection that consumes now. */
export interface ConsumerConnection {
  /** From now on nothing is delivered to it; it is told why. */
  end(reason: Refusal): void;
  /** Everything up to here is acknowledged, and on disk. */
  acknowledged(place: LogPosition): void;
}

/** Who consumes now: for each consumer one connection, the newest. */
@Injectable()
export class ConsumerConnections {
  private readonly connected = new Map<string, ConsumerConnection>();

  /** Ends the connection from before, whether it still lives or not. */
  takeOver(consumerId: string, connection: ConsumerConnection): void {
    this.connected.get(consumerId)?.end(new ConsumerTakenOver());
    this.connected.set(consumerId, connection);
  }

  leave(consumerId: string, connection: ConsumerConnection): void {
    if (this.connected.get(consumerId) === connection) this.connected.delete(consumerId);
  }

  acknowledged(consumerId: string, place: LogPosition): void {
    this.connected.get(consumerId)?.acknowledged(place);
  }

  deleted(consumerId: string): void {
    this.connected.get(consumerId)?.end(new ConsumerDeleted());
  }

  isConnected(consumerId: string): boolean {
    return this.connected.has(consumerId);
  }
}
