import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BotScope } from '../../core/graphql/generated/types';
import { faultOf } from '../../core/graphql/fault-of';
import { problem as problemOf, type Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { daysInText } from '../../shared/text/durations';
import { ServerClock } from '../../shared/time/server-clock';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { type Choice, SelectField } from '../../shared/ui/field/select-field';
import { TextField } from '../../shared/ui/field/text-field';
import { BotsStore, type OwnBot } from './bots.store';
import { scopeChoices } from './scopes';
import { SecretNote } from './secret-note';

const DAY = 24 * 60 * 60 * 1000;
const MAX_NAME_LENGTH = 64;

/** Makes a token for one bot, and shows it once. */
@Component({
  selector: 'app-token-form',
  imports: [FocusFirstError, FormError, MatButton, SecretNote, SelectField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); create()" novalidate>
      @if (fault().form; as sentence) {
        <app-form-error>{{ sentence }}</app-form-error>
      }
      <app-text-field
        label="Name of the token"
        i18n-label
        name="token-name"
        hint="Where you’ll use it, for example."
        i18n-hint
        [maxlength]="maxName"
        [(value)]="name"
        [error]="fault().at('name')"
      />
      <fieldset>
        <legend i18n>What it may do</legend>
        @for (choice of scopeChoices; track choice.scope) {
          <label class="check">
            <input
              type="checkbox"
              [name]="choice.scope"
              [checked]="scopes().has(choice.scope)"
              (change)="toggle(choice.scope)"
            />
            {{ choice.words }}
          </label>
        }
      </fieldset>
      <fieldset>
        <legend i18n>Where</legend>
        <label class="check">
          <input type="checkbox" name="all-rooms" [checked]="roomIds() === null" (change)="toggleAllRooms()" />
          <ng-container i18n>In every room that the bot is in</ng-container>
        </label>
        @if (roomIds(); as chosen) {
          @for (room of store.rooms(); track room.id) {
            <label class="check room">
              <input type="checkbox" [checked]="chosen.has(room.id)" (change)="toggleRoom(room.id)" />
              <bdi>{{ room.name }}</bdi>
            </label>
          }
        }
      </fieldset>
      <app-select-field label="Valid for" i18n-label name="token-end" [choices]="ends" [(value)]="days" />
      <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
        {{ verb() }}
      </button>
    </form>
    <app-secret-note
      lead="Copy this token now. You won’t see it again."
      i18n-lead
      label="Copy token"
      i18n-label
      [text]="secret()"
    />
  `,
  styleUrl: './bots-page.scss',
})
export class TokenForm {
  readonly bot = input.required<OwnBot>();
  protected readonly store = inject(BotsStore);
  private readonly clock = inject(ServerClock);

  protected readonly scopeChoices = scopeChoices();
  protected readonly ends = ends();
  protected readonly maxName = MAX_NAME_LENGTH;
  protected readonly name = signal('');
  protected readonly scopes = signal<ReadonlySet<BotScope>>(
    new Set(['EVENTS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE']),
  );
  /** Null for all rooms of the bot. */
  protected readonly roomIds = signal<ReadonlySet<string> | null>(null);
  protected readonly days = signal('90');
  protected readonly busy = signal(false);
  protected readonly verb = computed(() => (this.busy() ? $localize`Creating …` : $localize`Create token`));
  protected readonly secret = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['name']));

  protected toggle(scope: BotScope): void {
    this.scopes.update((scopes) => toggled(scopes, scope));
  }

  protected toggleAllRooms(): void {
    this.roomIds.update((roomIds) => (roomIds === null ? new Set() : null));
  }

  protected toggleRoom(roomId: string): void {
    this.roomIds.update((roomIds) => roomIds && toggled(roomIds, roomId));
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.secret.set(null);
    const name = this.name().trim();
    const roomIds = this.roomIds();
    this.problem.set(
      firstEmpty([{ field: 'name', value: name, sentence: $localize`Enter a name.` }]) ?? this.missing(),
    );
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.createToken(this.bot(), {
      name,
      scopes: [...this.scopes()],
      roomIds: roomIds === null ? null : [...roomIds],
      expiresAt: this.end(),
    });
    this.busy.set(false);
    if (!outcome.ok) {
      this.problem.set(outcome.problem);
      return;
    }
    this.secret.set(outcome.value);
    this.name.set('');
  }

  private missing(): Problem | null {
    if (this.scopes().size === 0) return problemOf('BAD_USER_INPUT', $localize`Choose what the token may do.`);
    return this.roomIds()?.size === 0 ? problemOf('BAD_USER_INPUT', $localize`Choose at least one room.`) : null;
  }

  private end(): string | null {
    const days = this.days();
    return days === '' ? null : new Date(this.clock.now().getTime() + Number(days) * DAY).toISOString();
  }
}

/** How long a token may last, in days. */
function ends(): readonly Choice[] {
  return [
    ...[90, 30, 365].map((days) => ({ value: String(days), words: daysInText(days) })),
    { value: '', words: $localize`Until it’s revoked` },
  ];
}

function toggled<T>(chosen: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return chosen.has(one) ? new Set([...chosen].filter((other) => other !== one)) : new Set([...chosen, one]);
}
