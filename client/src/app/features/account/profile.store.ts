import { inject, Injectable } from '@angular/core';
import type { Outcome } from '../../core/graphql/problem';
import { ServerClock } from '../../shared/time/server-clock';
import { AccountStore } from './account.store';
import { type Profile, type ProfileChanges, ProfileRequests } from './data/profile-requests';
import { endOf, type StatusEnd } from './status-end';

/** Changes what others see of whoever is signed in. */
@Injectable()
export class ProfileStore {
  private readonly requests = inject(ProfileRequests);
  private readonly account = inject(AccountStore);
  private readonly clock = inject(ServerClock);

  readonly user = this.account.user;

  update(changes: ProfileChanges): Promise<Outcome<Profile>> {
    return this.shown(this.requests.update(changes));
  }

  sendPicture(picture: Blob): Promise<Outcome<Profile>> {
    return this.shown(this.requests.sendPicture(picture));
  }

  setStatus(emoji: string | null, text: string, end: StatusEnd): Promise<Outcome<Profile>> {
    const until = endOf(end, this.clock.now())?.toISOString() ?? null;
    return this.shown(this.requests.setStatus({ emoji, text, until }));
  }

  clearStatus(): Promise<Outcome<Profile>> {
    return this.shown(this.requests.setStatus({}));
  }

  private async shown(change: Promise<Outcome<Profile>>): Promise<Outcome<Profile>> {
    const outcome = await change;
    if (outcome.ok) this.account.show(outcome.value);
    return outcome;
  }
}
