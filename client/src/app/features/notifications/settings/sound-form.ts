import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SelectField } from '../../../shared/ui/field/select-field';
import { PageSection } from '../../../shared/ui/page/page-section';
import { SoundChoice } from '../sound/sound-choice';
import { SoundPlayer } from '../sound/sound-player';
import { isSound, type Sound, SOUNDS } from '../sound/sound-shapes';

const OFF = 'off';

/** The sound of this browser. It is kept as soon as it is chosen, and heard. */
@Component({
  selector: 'app-sound-form',
  imports: [MatButton, PageSection, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section heading="Sound" i18n-heading lead="What this browser plays when something calls you." i18n-lead>
      <div class="choice">
        <app-select-field
          label="Sound"
          i18n-label
          name="sound"
          [choices]="choices"
          [value]="chosen()"
          (valueChange)="choose($event)"
        />
        @if (chosen() !== off) {
          <button matButton="outlined" type="button" (click)="play()" i18n>Play it</button>
        }
      </div>
    </app-page-section>
  `,
  styles: `
    .choice {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s3);
      align-items: end;
      max-width: 25rem;
    }
    app-select-field {
      flex: 1;
    }
  `,
})
export class SoundForm {
  protected readonly off = OFF;
  protected readonly choices = [
    ...Object.keys(SOUNDS)
      .filter(isSound)
      .map((sound) => ({ value: sound, words: nameOf(sound) })),
    { value: OFF, words: $localize`No sound` },
  ];
  private readonly choice = inject(SoundChoice);
  private readonly player = inject(SoundPlayer);
  protected readonly chosen = computed(() => this.choice.sound() ?? OFF);

  protected choose(name: string): void {
    this.choice.choose(isSound(name) ? name : null);
    this.play();
  }

  protected play(): void {
    const sound = this.choice.sound();
    if (sound !== null) void this.player.play(sound);
  }
}

function nameOf(sound: Sound): string {
  switch (sound) {
    case 'spoon':
      return $localize`A spoon on a glass`;
    case 'table':
      return $localize`A knock on the table`;
    case 'bell':
      return $localize`The bell over the door`;
  }
}
