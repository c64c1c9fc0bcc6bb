import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { SelectField } from '../../../shared/ui/field/select-field';
import { PageSection } from '../../../shared/ui/page/page-section';
import { SoundChoice } from '../sound/sound-choice';
import { SoundPlayer } from '../sound/sound-player';
import { isSound, SOUNDS } from '../sound/sound-shapes';

const OFF = 'off';

/** The sound of this browser. It is kept as soon as it is chosen, and heard. */
@Component({
  selector: 'app-sound-form',
  imports: [MatButton, PageSection, SelectField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section heading="Sound" lead="What this browser plays when something calls you.">
      <div class="choice">
        <app-select-field
          label="Sound"
          name="sound"
          [choices]="choices"
          [value]="chosen()"
          (valueChange)="choose($event)"
        />
        @if (chosen() !== off) {
          <button matButton="outlined" type="button" (click)="play()">Play it</button>
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
    ...Object.entries(SOUNDS).map(([value, { words }]) => ({ value, words })),
    { value: OFF, words: 'No sound' },
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
