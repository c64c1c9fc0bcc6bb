import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { AnnouncementsStore } from '../../../core/announcements/announcements.store';
import { Notes } from '../../../shared/ui/feedback/notes';
import { Icon } from '../../../shared/ui/icon/icon';
import { SoundChoice } from '../sound/sound-choice';
import { USUAL_SOUND } from '../sound/sound-shapes';
import { DO_NOT_DISTURB_ENDS, type DoNotDisturbEnd } from './do-not-disturb-end';
import { DoNotDisturb } from './do-not-disturb.store';

/** How long nothing is to call the viewer, and what else they may want to change at once, for a menu that leads here. */
@Component({
  selector: 'app-do-not-disturb-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-menu aria-label="Do not disturb">
      <ng-template matMenuContent>
        @if (doNotDisturb.isOn()) {
          <button mat-menu-item type="button" (click)="end()"><app-icon name="bell" />End it now</button>
          <hr />
        }
        @for (choice of ends; track choice.end) {
          <button mat-menu-item type="button" (click)="begin(choice.end)">{{ choice.words }}</button>
        }
        <hr />
        <button mat-menu-item type="button" (click)="toggleSound()">
          {{ sounds.sound() === null ? 'Turn on the sound' : 'Turn off the sound' }}
        </button>
        <a mat-menu-item routerLink="/account/notifications">Notification settings</a>
      </ng-template>
    </mat-menu>
  `,
})
export class DoNotDisturbMenu {
  readonly menu = viewChild.required(MatMenu);

  protected readonly doNotDisturb = inject(DoNotDisturb);
  protected readonly ends = DO_NOT_DISTURB_ENDS;
  protected readonly sounds = inject(SoundChoice);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly notes = inject(Notes);

  protected async begin(end: DoNotDisturbEnd): Promise<void> {
    const outcome = await this.doNotDisturb.begin(end);
    if (outcome.ok) this.announcements.say(`Do not disturb, ${this.doNotDisturb.words() ?? ''}.`);
    else this.notes.open(outcome.problem.message, 'Close');
  }

  protected toggleSound(): void {
    const isOff = this.sounds.sound() === null;
    this.sounds.choose(isOff ? USUAL_SOUND : null);
    this.announcements.say(isOff ? 'The sound is on.' : 'The sound is off.');
  }

  protected async end(): Promise<void> {
    const outcome = await this.doNotDisturb.end();
    if (outcome.ok) this.announcements.say('You can be notified again.');
    else this.notes.open(outcome.problem.message, 'Close');
  }
}
