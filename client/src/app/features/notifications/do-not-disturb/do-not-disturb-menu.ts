import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { AnnouncementsStore } from '../../../core/announcements/announcements.store';
import { Notes } from '../../../shared/ui/feedback/notes';
import { Icon } from '../../../shared/ui/icon/icon';
import { SoundChoice } from '../sound/sound-choice';
import { USUAL_SOUND } from '../sound/sound-shapes';
import { type DoNotDisturbEnd, doNotDisturbEnds } from './do-not-disturb-end';
import { DoNotDisturb } from './do-not-disturb.store';

/** How long nothing is to call the viewer, and what else they may want to change at once, for a menu that leads here. */
@Component({
  selector: 'app-do-not-disturb-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <mat-menu aria-label="Do not disturb" i18n-aria-label>
      <ng-template matMenuContent>
        @if (doNotDisturb.isOn()) {
          <button mat-menu-item type="button" (click)="end()">
            <app-icon name="bell" /><ng-container i18n>End it now</ng-container>
          </button>
          <hr />
        }
        @for (choice of ends; track choice.end) {
          <button mat-menu-item type="button" (click)="begin(choice.end)">{{ choice.words }}</button>
        }
        <hr />
        <button mat-menu-item type="button" (click)="toggleSound()">
          {{ soundVerb() }}
        </button>
        <a mat-menu-item routerLink="/account/notifications" i18n>Notification settings</a>
      </ng-template>
    </mat-menu>
  `,
})
export class DoNotDisturbMenu {
  readonly menu = viewChild.required(MatMenu);

  protected readonly doNotDisturb = inject(DoNotDisturb);
  protected readonly ends = doNotDisturbEnds();
  protected readonly sounds = inject(SoundChoice);
  protected readonly soundVerb = computed(() =>
    this.sounds.sound() === null ? $localize`Turn on the sound` : $localize`Turn off the sound`,
  );
  private readonly announcements = inject(AnnouncementsStore);
  private readonly notes = inject(Notes);

  protected async begin(end: DoNotDisturbEnd): Promise<void> {
    const outcome = await this.doNotDisturb.begin(end);
    if (outcome.ok) this.announcements.say($localize`Do not disturb, ${this.doNotDisturb.words() ?? ''}:until:.`);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }

  protected toggleSound(): void {
    const isOff = this.sounds.sound() === null;
    this.sounds.choose(isOff ? USUAL_SOUND : null);
    this.announcements.say(isOff ? $localize`The sound is on.` : $localize`The sound is off.`);
  }

  protected async end(): Promise<void> {
    const outcome = await this.doNotDisturb.end();
    if (outcome.ok) this.announcements.say($localize`You can be notified again.`);
    else this.notes.open(outcome.problem.message, $localize`Close`);
  }
}
