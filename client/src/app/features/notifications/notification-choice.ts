import { computed, Injectable } from '@angular/core';
import { deviceChoice } from '../../shared/device/device-choice';

/** Whether this browser shows notifications, where it may. A permission cannot be given back by a page, so it can be left unused. */
@Injectable({ providedIn: 'root' })
export class NotificationChoice {
  private readonly choice = deviceChoice('tertulia.notifications', ['on', 'off']);
  readonly isOn = computed(() => this.choice.chosen() === 'on');

  turn(isOn: boolean): void {
    this.choice.choose(isOn ? 'on' : 'off');
  }
}
