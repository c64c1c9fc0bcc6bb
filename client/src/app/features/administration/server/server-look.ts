import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  contrastOfAccent,
  DEFAULT_ACCENT,
  isColor,
  isReadableAccent,
  MAX_SERVER_NAME_LENGTH,
  MIN_CONTRAST,
  type Surroundings,
} from '#rules';
import { faultOf } from '../../../core/graphql/fault-of';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../../shared/ui/field/focus-first-error';
import { TextField } from '../../../shared/ui/field/text-field';
import { AdministrationPage } from '../administration-page';
import { ColorField } from './color-field';
import { ServerLookStore } from './server-look.store';

/** Gives the server a name and a color. */
@Component({
  imports: [AdministrationPage, ColorField, DoneNote, FocusFirstError, FormError, MatButton, TextField],
  providers: [ServerLookStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './server-look.html',
  styleUrl: './server-look.scss',
})
export class ServerLook {
  protected readonly store = inject(ServerLookStore);
  protected readonly maxName = MAX_SERVER_NAME_LENGTH;
  protected readonly done = signal('');
  protected readonly fault = computed(() => faultOf(this.store.problem(), ['name', 'light', 'dark']));
  protected readonly hints = computed(() => {
    const { light, dark } = this.store.accent();
    return { light: contrastWords(light, 'light'), dark: contrastWords(dark, 'dark') };
  });
  protected readonly verb = computed(() => (this.store.busy() ? $localize`Saving …` : $localize`Save`));

  constructor() {
    void this.store.load();
  }

  protected pick(surroundings: Surroundings, color: string): void {
    this.store.accent.update((accent) => ({ ...accent, [surroundings]: color }));
  }

  protected back(): void {
    this.store.accent.set(DEFAULT_ACCENT);
  }

  protected async save(): Promise<void> {
    this.done.set('');
    if (await this.store.save()) this.done.set($localize`Saved. Everybody sees it when they next open the server.`);
  }
}

/** What the server will say to it. */
function contrastWords(color: string, surroundings: Surroundings): string {
  if (!isColor(color)) return $localize`Six digits behind a #, such as #1c5c46.`;
  // Rounded down: what falls short must not read as if it were enough.
  const contrast = (Math.floor(contrastOfAccent(color, surroundings) * 10) / 10).toFixed(1);
  return isReadableAccent(color, surroundings)
    ? $localize`Contrast ${contrast}:contrast:: easy to read.`
    : $localize`Contrast ${contrast}:contrast:: too low, ${String(MIN_CONTRAST)}:needed: is needed.`;
}
