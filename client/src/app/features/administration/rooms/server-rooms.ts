import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_QUERY_LENGTH } from '#rules';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { TextField } from '../../../shared/ui/field/text-field';
import { AdministrationPage } from '../administration-page';
import { RoomLines } from './room-lines';
import { ServerRoomsStore } from './server-rooms.store';
import { formatMessage } from '../../../shared/language/format-message';

/** All rooms by name and size. */
@Component({
  imports: [AdministrationPage, FormError, MatButton, RoomLines, TextField],
  providers: [ServerRoomsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-administration-page
      heading="Rooms"
      i18n-heading
      lead="All rooms, private and archived ones too, by name and size. What is said in a private room only its members see."
      i18n-lead
      [isLoaded]="store.list.isLoaded()"
      [problem]="store.list.problem()"
      (retry)="store.read()"
    >
      <form ahead class="tools single" role="search" (submit)="$event.preventDefault(); store.read()">
        <app-text-field
          label="Find a room by name"
          i18n-label
          name="find-room"
          type="search"
          [maxlength]="maxQuery"
          [value]="store.query()"
          (valueChange)="store.typed($event)"
        />
      </form>
      @if (store.list.problem(); as problem) {
        <app-form-error>{{ problem.message }}</app-form-error>
      }
      <p class="count" role="status">
        {{ count() }}
      </p>
      <app-room-lines [lines]="store.lines()" />
      @if (store.list.hasMore()) {
        <button
          matButton="outlined"
          type="button"
          class="more"
          disabledInteractive
          [disabled]="store.list.busy()"
          (click)="more()"
          i18n
        >
          Show more
        </button>
      }
    </app-administration-page>
  `,
  styleUrl: '../list.scss',
})
export class ServerRooms {
  protected readonly store = inject(ServerRoomsStore);
  protected readonly count = computed(() =>
    formatMessage($localize`{count, plural, =1 {1 room} other {# rooms}}`, { count: this.store.list.total() }),
  );
  protected readonly maxQuery = MAX_QUERY_LENGTH;
  private readonly page = viewChild.required(AdministrationPage);

  constructor() {
    void this.store.read();
  }

  protected async more(): Promise<void> {
    await this.store.list.more();
    if (!this.store.list.hasMore()) this.page().focusHeading();
  }
}
