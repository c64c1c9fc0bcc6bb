import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { RouterLink } from '@angular/router';
import { AuthFrame } from './auth-frame';
import { AuthStore } from './auth.store';
import { OtherDoors } from './other-doors';

/** What stands at a way in that this server has closed: somebody may have its link. */
@Component({
  selector: 'app-closed-door',
  imports: [AuthFrame, Button, OtherDoors, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-auth-frame [heading]="heading()">
      <div class="stack">
        <p class="lead">{{ text() }}</p>
        <a appButton="filled" class="submit" routerLink="/login" [queryParams]="auth.linkParams()" i18n>Sign in</a>
      </div>
      <app-other-doors here="login" />
    </app-auth-frame>
  `,
  styleUrl: './auth-form.scss',
})
export class ClosedDoor {
  readonly heading = input.required<string>();
  readonly text = input.required<string>();

  protected readonly auth = inject(AuthStore);
}
