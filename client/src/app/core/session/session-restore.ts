import { inject, Injectable, signal } from '@angular/core';
import { OFFLINE } from '../graphql/problem';
import { pauseBefore } from '../../shared/time/repetition';
import { after } from '../../shared/time/timer';
import { AccessTokens } from './access-tokens';
import { SessionStore } from './session.store';
import { SnapshotOwner } from './snapshot-owner';

/** In milliseconds: longer than this nobody waits for the server who can see what they read last. */
const PATIENCE = 1_500;

/** Finds out whether this browser has a session from before. */
@Injectable({ providedIn: 'root' })
export class SessionRestore {
  private readonly session = inject(SessionStore);
  private readonly snapshot = inject(SnapshotOwner);
  private readonly tokens = inject(AccessTokens);

  private readonly answered = Promise.withResolvers<undefined>();
  private readonly wentOn = Promise.withResolvers<boolean>();
  private readonly silent = signal(false);
  private restoring: Promise<boolean> | null = null;

  /** Whether the server has been asked, and could not be reached so far. */
  readonly isUnreachable = this.silent.asReadonly();

  /** Says whether there is one. Keeps asking while the server gives no clear answer. */
  restore(): Promise<boolean> {
    return (this.restoring ??= this.keepRestoring());
  }

  /** As `restore`; but where the server does not say so soon, whoever was here last goes on to what they read last. */
  comeIn(): Promise<boolean> {
    return Promise.race([this.restore(), this.wentOn.promise]);
  }

  /**
   * Resolves as soon as the server has answered at all. Where it would not say just now whether there is a session (too much was asked
   * from this address, perhaps by somebody else), nobody is kept from signing in.
   */
  async reached(): Promise<void> {
    void this.restore();
    await this.answered.promise;
  }

  private async keepRestoring(): Promise<boolean> {
    const stopWaiting = after(PATIENCE, () => {
      this.goOnAsLast();
    });
    for (let attempt = 0; !this.session.isKnown(); attempt++) {
      const { isClear, problem } = await (attempt === 0 ? this.tokens.begin() : this.tokens.refresh());
      if (isClear) stopWaiting();
      this.silent.set(problem?.code === OFFLINE);
      if (problem?.code === OFFLINE) this.goOnAsLast();
      else this.answered.resolve(undefined);
      if (this.session.isKnown()) return false;
      if (isClear) this.session.becomeKnown();
      else await pauseBefore(attempt, problem?.retryAfterSeconds);
      if (isClear) return this.session.user() !== null;
    }
    return false;
  }

  private goOnAsLast(): void {
    const last = this.snapshot.read();
    if (last === null || this.session.isKnown()) return;
    this.session.goOnAsLast(last);
    this.wentOn.resolve(true);
    this.answered.resolve(undefined);
  }
}
