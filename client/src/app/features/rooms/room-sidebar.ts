import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { MAX_QUERY_LENGTH } from '#rules';
import type { Person } from '../../core/graphql/model';
import type { Problem } from '../../core/graphql/problem';
import { SessionStore } from '../../core/session/session.store';
import { formatMessage } from '../../shared/language/format-message';
import { Brand } from '../../shared/ui/brand/brand';
import { Wordmark } from '../../shared/ui/brand/wordmark';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { focusWriting } from '../../shared/ui/focus/focus-writing';
import { KeepFocus } from '../../shared/ui/focus/keep-focus';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { Notes } from '../../shared/ui/feedback/notes';
import { DirectRooms } from '../people';
import { PersonLink } from './person-link';
import { OwnRooms } from './list/own-rooms';
import { openCreateRoom } from './room-dialogs';
import { RoomLink } from './room-link';
import { RoomSearch } from './room-search.store';
import { RoomsStore } from './rooms.store';

@Component({
  selector: 'app-room-sidebar',
  imports: [Icon, KeepFocus, OwnRooms, PersonLink, RoomLink, RouterLink, Skeleton, Wordmark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.arrowdown)': 'step($event, 1)', '(keydown.arrowup)': 'step($event, -1)' },
  templateUrl: './room-sidebar.html',
  styleUrl: './room-sidebar.scss',
})
export class RoomSidebar {
  readonly openRoomId = input<string | null>(null);
  readonly loading = input(false);
  /** Why the viewer's rooms are not known. */
  readonly failure = input<Problem | null>(null);
  readonly retried = output();

  protected readonly maxQuery = MAX_QUERY_LENGTH;
  private readonly brand = inject(Brand);
  protected readonly search = inject(RoomSearch);
  protected readonly searching = computed(() => this.search.query().trim() !== '');
  protected readonly nothingFound = computed(
    () =>
      this.searching() &&
      this.search.status() === 'done' &&
      this.search.mine().length === 0 &&
      this.search.others().length === 0 &&
      this.search.people().length === 0,
  );
  protected readonly canWrite = computed(() => !this.searching() && this.search.mayWrite());
  protected readonly homeLabel = computed(() => $localize`${this.brand.name()}:server:, all rooms`);
  protected readonly loadingMore = signal(false);
  protected readonly moreVerb = computed(() =>
    this.loadingMore() ? $localize`Loading …` : $localize`Show more rooms`,
  );
  protected readonly moreProblem = linkedSignal<string, string | null>({
    source: this.search.query,
    computation: () => null,
  });
  /** What a screen reader says of what was found; what stands in the list is not read by itself. */
  protected readonly announcement = computed(() => {
    if (this.loadedNow() > 0)
      return formatMessage($localize`{count, plural, =1 {1 more room} other {# more rooms}}`, {
        count: this.loadedNow(),
      });
    if (this.search.status() === 'failed') return $localize`Search isn’t working right now.`;
    if (this.search.status() !== 'done') return '';
    const rooms = this.search.mine().length + this.search.others().length;
    return foundInText(rooms, this.search.people().length, this.search.hasMore());
  });
  private readonly loadedNow = linkedSignal({ source: this.search.query, computation: () => 0 });
  private readonly dialogs = inject(Dialogs);
  private readonly directRooms = inject(DirectRooms);
  private readonly notes = inject(Notes);
  private readonly session = inject(SessionStore);
  private readonly searchBox = viewChild.required<ElementRef<HTMLInputElement>>('searchBox');
  private readonly rooms = inject(RoomsStore);
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  /** Enter was pressed, and what it opens has not been found yet. */
  private readonly entering = signal(false);
  private readonly ownOpenRoom = computed(() => this.rooms.rooms().find(({ open }) => open)?.id);

  constructor() {
    // Whoever has found their room is done searching; whoever looks at a room from its door may go on.
    effect(() => {
      if (this.ownOpenRoom())
        untracked(() => {
          this.clear();
        });
    });
    effect(() => {
      const isOver = this.search.status() !== 'searching';
      if (this.entering() && isOver) untracked(() => void this.openFirst());
    });
  }

  focusSearch(): void {
    this.searchBox().nativeElement.focus();
    this.searchBox().nativeElement.select();
  }

  protected find(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search.setQuery(event.target.value);
    this.entering.set(false);
  }

  /** Opens the first match, the viewer's own before others, once it is known which that is. */
  protected enter(event: Event): void {
    if (isComposing(event)) return;
    this.entering.set(this.searching());
  }

  /** First it empties the box, and then it leads back to what one was at. */
  protected escape(event: Event): void {
    if (isComposing(event)) return;
    if (this.search.query() === '') focusWriting();
    else this.clear();
  }

  /** From the box into the list, through it, and back. */
  protected step(event: Event, by: 1 | -1): void {
    if (isComposing(event)) return;
    const box = this.searchBox().nativeElement;
    const places = [box, ...this.element.querySelectorAll<HTMLElement>('nav a, nav button')].filter(isPlaceOfArrows);
    const place = places.findIndex((each) => each === document.activeElement);
    if (place === -1) return;
    event.preventDefault();
    places[place + by]?.focus();
  }

  protected async more(): Promise<void> {
    if (this.loadingMore()) return;
    const before = new Set(this.shown());
    this.loadingMore.set(true);
    const outcome = await this.search.loadMore();
    this.loadingMore.set(false);
    this.moreProblem.set(outcome.ok ? null : outcome.problem.message);
    if (!outcome.ok) return;
    const added = this.shown().filter((id) => !before.has(id));
    this.loadedNow.set(added.length);
    afterNextRender(
      {
        read: () => {
          this.focusRoom(added[0]);
        },
      },
      { injector: this.injector },
    );
  }

  protected clear(): void {
    this.search.setQuery('');
    this.entering.set(false);
  }

  protected create(name = ''): void {
    openCreateRoom(this.dialogs, name);
  }

  /** A conversation with somebody; with oneself, one's own notes. */
  protected async write({ id }: Person): Promise<void> {
    const outcome = await this.directRooms.open(id === this.session.userId() ? [] : [id]);
    if (outcome.ok) focusWriting();
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }

  /** Those to join first: what is added comes at their end. */
  private shown(): string[] {
    return [...this.search.others(), ...this.search.mine()].map(({ id }) => id);
  }

  /** Whoever goes through the list by keyboard goes on where the new rooms begin, and not behind them. */
  private focusRoom(id: string | undefined): void {
    const first = id === undefined ? null : this.element.querySelector<HTMLElement>(`nav a[href$="/${id}"]`);
    (first ?? this.searchBox().nativeElement).focus();
  }

  private async openFirst(): Promise<void> {
    this.entering.set(false);
    if (this.search.status() !== 'done') return;
    const own = this.search.mine()[0];
    const room = own ?? this.search.others()[0];
    const person = this.search.people()[0];
    if (room) await this.router.navigate(['/chat', room.id]);
    else if (person) await this.write(person);
    else if (this.nothingFound()) this.create(this.search.query().trim());
    if (!own) return;
    this.clear();
    focusWriting();
  }
}

function foundInText(rooms: number, people: number, hasMore: boolean): string {
  if (rooms + people === 0) return $localize`No rooms found`;
  return formatMessage(foundWords(rooms, people, hasMore), { rooms, people });
}

function foundWords(rooms: number, people: number, hasMore: boolean): string {
  if (people === 0)
    return hasMore
      ? $localize`{rooms, plural, =1 {The first 1 room found} other {The first # rooms found}}`
      : $localize`{rooms, plural, =1 {1 room found} other {# rooms found}}`;
  if (rooms === 0)
    return hasMore
      ? $localize`{people, plural, =1 {The first 1 person found} other {The first # people found}}`
      : $localize`{people, plural, =1 {1 person found} other {# people found}}`;
  return hasMore
    ? $localize`The first {rooms, plural, =1 {1 room} other {# rooms}} and {people, plural, =1 {1 person} other {# people}} found`
    : $localize`{rooms, plural, =1 {1 room} other {# rooms}} and {people, plural, =1 {1 person} other {# people}} found`;
}

/** Arrows lead from room to room; what can be done with a section comes by Tab. */
function isPlaceOfArrows(place: HTMLElement): boolean {
  return place.closest('app-section-heading') === null;
}
