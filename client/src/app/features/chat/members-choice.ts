import { computed, Injectable } from '@angular/core';
import { deviceChoice } from '../../shared/device/device-choice';

/** Whether the members stand beside the conversation, where there is room for them: as they were left on this device. */
@Injectable({ providedIn: 'root' })
export class MembersChoice {
  private readonly choice = deviceChoice('tertulia.members', ['closed', 'open'], { openTabsFollow: false });
  readonly open = computed(() => this.choice.chosen() === 'open');

  set(open: boolean): void {
    this.choice.choose(open ? 'open' : 'closed');
  }
}
