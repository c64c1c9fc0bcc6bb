import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AuthFrame } from './auth-frame';
import { GuestForm } from './guest-form';
import { OtherDoors } from './other-doors';

/** The front page: the way in for anybody, with the regulars' door beside it. */
@Component({
  imports: [AuthFrame, GuestForm, OtherDoors],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame heading="Join the conversation">
      <app-guest-form />
      <app-other-doors />
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class Welcome {}
