import { computed, Injectable } from '@angular/core';
import { deviceChoice } from '../../shared/device/device-choice';

/** Whether this device may keep what its people have read. It is the device's own choice: whoever signs in next finds it as it was. */
@Injectable({ providedIn: 'root' })
export class SnapshotChoice {
  // Where the choice cannot be kept, nothing else is kept either: otherwise it could not be switched off for good.
  private readonly choice = deviceChoice('tertulia.snapshot', ['on', 'off'], { withoutStorage: 'off' });
  readonly isOn = computed(() => this.choice.chosen() === 'on');

  set(isOn: boolean): void {
    this.choice.choose(isOn ? 'on' : 'off');
  }
}
