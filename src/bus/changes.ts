import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Shown } from '../graphql/index.js';
import { changesOf, type LoggedEvent } from '../log/index.js';
import { Bus } from './bus.js';

/**
 * Tells those who keep copies what is no longer as they have it: with the hint of the event that changed it, and where that was
 * lost, with the event itself.
 */
@Injectable()
export class Changes implements OnModuleInit {
  private readonly listeners = new Set<(what: Shown) => void>();

  constructor(private readonly bus: Bus) {}

  onModuleInit(): void {
    this.bus.listen((event) => {
      this.saw(event);
    });
  }

  listen(listener: (what: Shown) => void): void {
    this.listeners.add(listener);
  }

  /** To be called with what was found in the log: nobody may have heard of it. */
  saw(event: LoggedEvent): void {
    for (const what of changesOf(event)) for (const listener of this.listeners) listener(what);
  }
}
