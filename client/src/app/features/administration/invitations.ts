import { ChangeDetectionStrategy, Component } from '@angular/core';
import { AllInvitations } from '../invitations/later';

/** The ways in that people have given others. */
@Component({
  imports: [AllInvitations],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: '<app-all-invitations />',
})
export class Invitations {}
