import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { ActivatedRoute } from '@angular/router';
import { AuthFrame } from './auth-frame';
import { GuestForm } from './guest-form';
import { OtherDoors } from './other-doors';

@Component({
  imports: [AuthFrame, GuestForm, OtherDoors],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame heading="Join as a guest">
      <app-guest-form [room]="room" />
      <app-other-doors />
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class Guest {
  protected readonly room = inject(ActivatedRoute).snapshot.queryParamMap.get('room') ?? '';
}
