import type { Sink } from './sink.js';
import type { SharedOperation } from './shared-operation.js';

/** Delivers the states of something that is shown as it is now; one who reads slowly is shown fewer of them. */
export class StateWatch {
  private readonly states: AsyncIterator<unknown, unknown, unknown>;
  private isOver = false;

  constructor(
    source: AsyncIterable<unknown>,
    private readonly operation: SharedOperation,
    private readonly sink: Sink,
  ) {
    this.states = source[Symbol.asyncIterator]();
  }

  async follow(): Promise<void> {
    for (let state = await this.states.next(); !state.done; state = await this.states.next()) {
      const payload = await this.operation.payloadOf(asObject(state.value));
      while (this.sink.isFull) await this.sink.drained();
      if (this.isOver) return;
      this.sink.send(payload);
    }
  }

  close(): void {
    this.isOver = true;
    void this.states.return?.();
  }
}

function asObject(state: unknown): object {
  if (typeof state !== 'object' || state === null)
    throw new Error('A state is an object: what is made of it is remembered by it.');
  return state;
}
