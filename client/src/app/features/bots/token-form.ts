import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { BotScope } from '../../core/graphql/generated/types';
import { faultOf } from '../../core/graphql/fault-of';
import { problem as problemOf, type Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { ServerClock } from '../../shared/time/server-clock';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { SelectField } from '../../shared/ui/field/select-field';
import { TextField } from '../../shared/ui/field/text-field';
import { BotsStore, type OwnBot } from './bots.store';
import { SCOPES } from './scopes';
import { SecretNote } from './secret-note';

const DAY = 24 * 60 * 60 * 1000;
const MAX_NAME_LENGTH = 64;
const ENDS = [
  { value: '90', words: '90 days' },
  { value: '30', words: '30 days' },
  { value: '365', words: 'A year' },
  { value: '', words: 'Until it’s revoked' },
];

/** Makes a token for one bot, and shows it this once. */
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
        name="token-name"
        hint="Where you’ll use it, for example."
        [maxlength]="maxName"
        [(value)]="name"
        [error]="fault().at('name')"
      />
      <fieldset>
        <legend>What it may do</legend>
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
        <legend>Where</legend>
        <label class="check">
          <input
            type="checkbox"
            name="all-rooms"
            [checked]="roomIds() === null"
            (change)="roomIds.set(roomIds() === null ? empty : null)"
          />
          In every room that the bot is in
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
      <app-select-field label="Valid for" name="token-end" [choices]="ends" [(value)]="days" />
      <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
        {{ busy() ? 'Creating …' : 'Create token' }}
      </button>
    </form>
    @if (secret(); as text) {
      <app-secret-note lead="Copy this token now. You won’t see it again." label="Copy token" [text]="text" />
    }
  `,
  styleUrl: './bots-page.scss',
})
export class TokenForm {
  readonly bot = input.required<OwnBot>();
  protected readonly store = inject(BotsStore);
  private readonly clock = inject(ServerClock);

  protected readonly scopeChoices = SCOPES;
  protected readonly ends = ENDS;
  protected readonly maxName = MAX_NAME_LENGTH;
  protected readonly empty: ReadonlySet<string> = new Set<string>();
  protected readonly name = signal('');
  protected readonly scopes = signal<ReadonlySet<BotScope>>(
    new Set(['EVENTS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE']),
  );
  /** Null for all rooms of the bot. */
  protected readonly roomIds = signal<ReadonlySet<string> | null>(null);
  protected readonly days = signal('90');
  protected readonly busy = signal(false);
  protected readonly secret = signal<string | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['name']));

  protected toggle(scope: BotScope): void {
    this.scopes.update((scopes) => toggled(scopes, scope));
  }

  protected toggleRoom(roomId: string): void {
    this.roomIds.update((roomIds) => toggled(roomIds ?? this.empty, roomId));
  }

  protected async create(): Promise<void> {
    if (this.busy()) return;
    this.secret.set(null);
    const name = this.name().trim();
    const roomIds = this.roomIds();
    this.problem.set(firstEmpty([{ field: 'name', value: name, sentence: 'Enter a name.' }]) ?? this.missing());
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
    if (this.scopes().size === 0) return problemOf('BAD_USER_INPUT', 'Choose what the token may do.');
    return this.roomIds()?.size === 0 ? problemOf('BAD_USER_INPUT', 'Choose at least one room.') : null;
  }

  private end(): string | null {
    const days = this.days();
    return days === '' ? null : new Date(this.clock.now().getTime() + Number(days) * DAY).toISOString();
  }
}

function toggled<T>(chosen: ReadonlySet<T>, one: T): ReadonlySet<T> {
  return chosen.has(one) ? new Set([...chosen].filter((other) => other !== one)) : new Set([...chosen, one]);
}
