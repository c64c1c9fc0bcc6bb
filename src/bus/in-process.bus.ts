import { Injectable } from '@nestjs/common';
import { Bus, type LogHint } from './bus.js';

/** The bus of a server that runs alone. */
@Injectable()
export class InProcessBus extends Bus {
  private readonly listeners = new Set<(hint: LogHint) => void>();

  override publish(hint: LogHint): void {
    for (const listener of this.listeners) listener(hint);
  }

  override listen(listener: (hint: LogHint) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
