import { ChangeDetectionStrategy, Component, computed, DestroyRef, inject, signal } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { RouterLink } from '@angular/router';
import type { Outcome } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { momentInText, timeOfDayIn } from '../../shared/text/dates';
import { MinuteClock } from '../../shared/time/minute-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { Notes } from '../../shared/ui/feedback/notes';
import { OnlineStore } from '../presence';
import { Blocking } from './blocking.store';
import { DirectRooms } from './direct-rooms.store';
import { PeopleRequests, type Profile } from './data/people-requests';
import { PersonCardRef } from './person-card-ref';
import { statusNow } from './status';

/** Who somebody is. What is known of them stands there at once; the rest is asked for when the card is opened. */
@Component({
  imports: [Avatar, Icon, Button, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'dialog', '[attr.aria-label]': 'name()', tabindex: '-1' },
  templateUrl: './person-card.html',
  styleUrl: './person-card.scss',
})
export class PersonCard {
  protected readonly card = inject(PersonCardRef);
  private readonly requests = inject(PeopleRequests);
  private readonly online = inject(OnlineStore);
  private readonly blocking = inject(Blocking);
  private readonly directRooms = inject(DirectRooms);
  private readonly notes = inject(Notes);
  private readonly session = inject(SessionStore);
  private readonly clock = inject(MinuteClock);

  protected readonly profile = signal<Profile | null>(null);
  /** Their account was deleted, or their visit is over: nobody can write to them any more. */
  protected readonly isGone = signal(false);
  protected readonly person = computed(() => this.profile() ?? this.card.person);
  protected readonly name = computed(() => this.person().displayName);
  protected readonly isViewer = computed(() => this.person().id === this.session.userId());
  protected readonly isOnline = computed(() => this.online.isOnline(this.person().id));
  protected readonly presence = computed(() => {
    if (this.isGone()) return $localize`Not here any more`;
    return this.isOnline() ? $localize`Online` : $localize`Offline`;
  });
  protected readonly status = computed(() => statusNow(this.profile()?.status ?? null, this.clock.now()));
  protected readonly until = computed(() => {
    const until = this.status()?.until;
    return until ? momentInText(until, this.clock.now()) : null;
  });
  protected readonly time = computed(() => {
    const time = timeOfDayIn(this.profile()?.timeZone ?? null, this.clock.now());
    if (time === null) return null;
    return this.isViewer() ? $localize`${time}:time: for you` : $localize`${time}:time: for ${this.name()}:name:`;
  });
  protected readonly kind = computed(
    () => ({ PERSON: null, GUEST: $localize`guest`, BOT: $localize`bot` })[this.person().kind],
  );
  /** Whose bot it is. */
  protected readonly owner = computed(() => this.profile()?.bot?.owner ?? null);

  protected readonly isBlocked = computed(() => this.blocking.isBlocked(this.person().id));
  /** Only its owner can talk with a bot alone. */
  protected readonly canMessage = computed(() => {
    const isOthersBot = this.person().kind === 'BOT' && this.owner()?.id !== this.session.userId();
    return !isOthersBot && !this.isGone() && this.directRooms.canOpen(this.company());
  });
  protected readonly busy = signal(false);
  /** With whom a conversation would be: about oneself it is one's own notes. */
  private readonly company = computed(() => (this.isViewer() ? [] : [this.person().id]));
  protected readonly verb = computed(() => (this.isViewer() ? $localize`Your notes` : $localize`Message`));

  constructor() {
    inject(DestroyRef).onDestroy(this.online.watch(this.card.person.id));
    this.clock.look();
    void this.load();
  }

  protected async message(): Promise<void> {
    if (await this.attempt(() => this.directRooms.open(this.company()))) this.card.close();
  }

  protected async block(): Promise<void> {
    const person = this.person();
    // Above the question the card would be in the way.
    this.card.close();
    await this.attempt(() => this.blocking.block(person));
  }

  protected async unblock(): Promise<void> {
    await this.attempt(() => this.blocking.unblock(this.person().id));
  }

  private async attempt(work: () => Promise<Outcome<unknown> | null>): Promise<boolean> {
    if (this.busy()) return false;
    this.busy.set(true);
    const outcome = await work();
    this.busy.set(false);
    if (outcome && !outcome.ok) this.notes.open(outcome.problem.message, $localize`Close`);
    return outcome?.ok ?? false;
  }

  private async load(): Promise<void> {
    const outcome = await this.requests.profile(this.card.person.username);
    if (outcome.ok) this.profile.set(outcome.value);
    this.isGone.set(outcome.ok && outcome.value === null);
    this.card.grow();
  }
}
