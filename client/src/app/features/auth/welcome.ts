import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { AuthFrame } from './auth-frame';
import { GuestForm } from './guest-form';
import { Login } from './login';
import { OtherDoors } from './other-doors';

/** The front page: the way in for anybody, with the regulars' door beside it. Where guests are not let in, it is the regulars' door. */
@Component({
  imports: [AuthFrame, GuestForm, Login, OtherDoors],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (server.info().guests) {
      <app-auth-frame heading="Join the conversation" i18n-heading>
        <app-guest-form />
        <app-other-doors here="guest" />
      </app-auth-frame>
    } @else {
      <app-login />
    }
  `,
  styleUrl: './auth-form.scss',
})
export class Welcome {
  protected readonly server = inject(ServerInfoStore);
}
