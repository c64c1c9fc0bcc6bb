import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Changes } from '../bus/index.js';
import type { Shown } from '../graphql/index.js';

/** An answer that somebody remembers, as far as what it shows is concerned. */
export interface Remembered {
  readonly note: (what: Shown) => void;
  /** To be called once it is remembered no more. */
  readonly release: () => void;
}

/** Which remembered answers show what: a change finds those that it makes stale, and no others. */
@Injectable()
export class ShownBy implements OnModuleInit {
  /** For each thing that is shown, how to forget each answer that shows it. */
  private readonly answers = new Map<Shown, Set<() => void>>();

  constructor(private readonly changes: Changes) {}

  onModuleInit(): void {
    this.changes.listen((what) => {
      this.changed(what);
    });
  }

  /** How many things are shown by some answer. */
  get size(): number {
    return this.answers.size;
  }

  /** `forget` is called when something that the answer shows is no longer so. */
  remember(forget: () => void): Remembered {
    let shows: Set<Shown> | undefined = new Set();
    return {
      note: (what) => {
        if (!shows || shows.has(what)) return;
        shows.add(what);
        const showing = this.answers.get(what);
        if (showing) showing.add(forget);
        else this.answers.set(what, new Set([forget]));
      },
      release: () => {
        for (const what of shows ?? []) this.withdraw(what, forget);
        // What is still being read for it is noted no more.
        shows = undefined;
      },
    };
  }

  /** Has the answers forgotten that show this. */
  private changed(what: Shown): void {
    for (const forget of [...(this.answers.get(what) ?? [])]) forget();
  }

  private withdraw(what: Shown, forget: () => void): void {
    const showing = this.answers.get(what);
    showing?.delete(forget);
    if (showing?.size === 0) this.answers.delete(what);
  }
}
