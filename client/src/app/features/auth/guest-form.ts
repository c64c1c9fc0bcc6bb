import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { MAX_NICKNAME_LENGTH, MAX_ROOM_NAME_LENGTH } from '#rules';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { AuthStore } from './auth.store';
import { faultOf } from '../../core/graphql/fault-of';

@Component({
  selector: 'app-guest-form',
  imports: [FocusFirstError, FormError, Button, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form [appFocusFirstError]="auth.problem()" (submit)="$event.preventDefault(); enter()" novalidate>
      @if (fault().form; as sentence) {
        <app-form-error>{{ sentence }}</app-form-error>
      }
      @if (auth.guestWithoutRoom(); as guest) {
        <p class="lead" i18n>
          You’re signed in as <strong>{{ guest.displayName }}</strong>. Now choose a room.
        </p>
      } @else {
        <app-text-field
          label="Your nickname"
          i18n-label
          name="nickname"
          autocomplete="nickname"
          [maxlength]="maxNickname"
          [(value)]="nickname"
          [error]="fault().at('nickname')"
        />
      }
      @if (auth.leadsToRoom()) {
        <p class="lead" i18n>You’ll go to the room whose link you opened.</p>
      } @else {
        <app-text-field
          label="Room"
          i18n-label
          name="room"
          [optional]="true"
          [maxlength]="maxRoomName"
          hint="The name of a public room. If there isn’t one yet, it will be created."
          i18n-hint
          [(value)]="roomName"
          [error]="fault().at('roomName')"
        />
      }
      <button appButton="filled" class="submit" type="submit" [disabled]="auth.busy()">
        {{ verb() }}
      </button>
    </form>
  `,
  styleUrl: './auth-form.scss',
})
export class GuestForm {
  readonly room = input('');

  protected readonly auth = inject(AuthStore);
  protected readonly maxNickname = MAX_NICKNAME_LENGTH;
  protected readonly maxRoomName = MAX_ROOM_NAME_LENGTH;
  protected readonly fault = computed(() => faultOf(this.auth.problem(), ['nickname', 'roomName']));
  protected readonly verb = computed(() => {
    if (this.auth.busy()) return $localize`Joining …`;
    return this.auth.guestWithoutRoom() ? $localize`Go on` : $localize`Join as a guest`;
  });
  protected readonly nickname = signal('');
  protected readonly roomName = linkedSignal(() => this.room());

  protected async enter(): Promise<void> {
    const roomName = this.auth.leadsToRoom() ? null : this.roomName().trim() || null;
    await this.auth.enterAsGuest({ nickname: this.nickname().trim(), roomName });
  }
}
