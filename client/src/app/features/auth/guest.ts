import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { AuthFrame } from './auth-frame';
import { ClosedDoor } from './closed-door';
import { GuestForm } from './guest-form';
import { OtherDoors } from './other-doors';

@Component({
  imports: [AuthFrame, ClosedDoor, GuestForm, OtherDoors],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (server.info().guests) {
      <app-auth-frame heading="Join as a guest" i18n-heading>
        <app-guest-form [room]="room" />
        <app-other-doors here="guest" />
      </app-auth-frame>
    } @else {
      <app-closed-door
        heading="Guests can’t join here"
        i18n-heading
        text="This server is for people who have an account."
        i18n-text
      />
    }
  `,
  styleUrl: './auth-form.scss',
})
export class Guest {
  protected readonly server = inject(ServerInfoStore);
  protected readonly room = inject(ActivatedRoute).snapshot.queryParamMap.get('room') ?? '';
}
