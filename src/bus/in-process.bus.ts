import { Injectable } from '@nestjs/common';
import type { LoggedEvent } from '../log/index.js';
import { Bus } from './bus.js';

/** The bus of a server that runs alone. */
@Injectable()
export class InProcessBus extends Bus {
  private readonly listeners = new Set<(event: LoggedEvent) => void>();

  override publish(event: LoggedEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  override listen(listener: (event: LoggedEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
