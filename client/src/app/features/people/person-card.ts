import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../core/session/session.store';
import { momentInText, timeOfDayIn } from '../../shared/text/dates';
import { MinuteClock } from '../../shared/time/minute-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { OnlineStore } from '../presence';
import { PeopleRequests, type Profile } from './data/people-requests';
import { PersonCardRef } from './person-card-ref';
import { statusNow } from './status';

/** Who somebody is. What is known of them stands there at once; the rest is asked for when the card is opened. */
@Component({
  imports: [Avatar, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'dialog', '[attr.aria-label]': 'name()', tabindex: '-1' },
  templateUrl: './person-card.html',
  styleUrl: './person-card.scss',
})
export class PersonCard {
  protected readonly card = inject(PersonCardRef);
  private readonly requests = inject(PeopleRequests);
  private readonly online = inject(OnlineStore);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(MinuteClock);

  protected readonly profile = signal<Profile | null>(null);
  protected readonly isKnown = signal(false);
  protected readonly person = computed(() => this.profile() ?? this.card.person);
  protected readonly name = computed(() => this.person().displayName);
  protected readonly isViewer = computed(() => this.person().id === this.session.userId());
  protected readonly isOnline = computed(() => this.online.isOnline(this.person().id));
  protected readonly status = computed(() => statusNow(this.profile()?.status ?? null, this.clock.now()));
  protected readonly until = computed(() => {
    const until = this.status()?.until;
    return until ? momentInText(until, this.clock.now()) : null;
  });
  protected readonly time = computed(() => timeOfDayIn(this.profile()?.timeZone ?? null, this.clock.now()));
  protected readonly kind = computed(() => ({ PERSON: null, GUEST: 'guest', BOT: 'bot' })[this.person().kind]);

  constructor() {
    inject(DestroyRef).onDestroy(this.online.watch(this.card.person.id));
    this.clock.look();
    void this.load();
  }

  private async load(): Promise<void> {
    const outcome = await this.requests.profile(this.card.person.username);
    if (outcome.ok) this.profile.set(outcome.value);
    this.isKnown.set(outcome.ok);
    this.card.grow();
  }
}
