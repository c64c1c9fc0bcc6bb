import {
  ChangeDetectionStrategy,
  Component,
  computed,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Outcome, problem, type Problem, refused } from '../../core/graphql/problem';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { cropPicture } from './picture-crop';
import { ProfileStore } from './profile.store';

/** The face of whoever is signed in, to change or to take away. */
@Component({
  selector: 'app-profile-picture',
  imports: [Avatar, DoneNote, FormError, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (store.user(); as user) {
      <div class="picture">
        <app-avatar [name]="user.displayName" [key]="user.id" [picture]="user.avatarUrl" [size]="96" />
        <div class="buttons">
          <input
            #chooser
            class="visually-hidden"
            type="file"
            tabindex="-1"
            aria-hidden="true"
            accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
            (change)="chosen()"
          />
          <button matButton="outlined" type="button" disabledInteractive [disabled]="busy()" (click)="chooser.click()">
            {{ verb() }}
          </button>
          @if (user.avatarUrl && !busy()) {
            <button matButton type="button" (click)="remove()" i18n>Remove picture</button>
          }
        </div>
      </div>
    }
    @if (fault(); as shown) {
      <app-form-error>{{ shown.message }}</app-form-error>
    }
    <app-done-note [text]="done()" />
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--s3);
    }
    .picture {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s4);
      align-items: center;
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s2);
    }
  `,
})
export class ProfilePicture {
  protected readonly store = inject(ProfileStore);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly verb = computed(() => {
    if (this.busy()) return $localize`Saving …`;
    return this.store.user()?.avatarUrl ? $localize`Change picture` : $localize`Choose a picture`;
  });
  protected readonly fault = signal<Problem | null>(null);
  private readonly dialogs = inject(Dialogs);
  private readonly chooser = viewChild<ElementRef<HTMLInputElement>>('chooser');

  protected async chosen(): Promise<void> {
    const input = this.chooser()?.nativeElement;
    const file = input?.files?.[0];
    if (!input || !file) return;
    // The same file again is chosen again.
    input.value = '';
    await this.save($localize`Your picture was saved.`, async () => {
      const picture = await createImageBitmap(file).catch(() => null);
      if (!picture)
        return refused(problem('NOT_A_PICTURE', $localize`This file can’t be shown as a picture. Choose another one.`));
      const cropped = await cropPicture(this.dialogs, picture);
      picture.close();
      return cropped && this.store.sendPicture(cropped);
    });
  }

  protected async remove(): Promise<void> {
    await this.save($localize`Your picture was removed.`, () => this.store.update({ removeAvatar: true }));
  }

  private async save(words: string, work: () => Promise<Outcome<unknown> | null>): Promise<void> {
    this.done.set('');
    this.fault.set(null);
    this.busy.set(true);
    const outcome = await work();
    this.busy.set(false);
    if (outcome?.ok) this.done.set(words);
    else if (outcome) this.fault.set(outcome.problem);
  }
}
