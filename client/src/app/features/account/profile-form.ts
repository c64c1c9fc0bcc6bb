import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_ABOUT_LENGTH, MAX_DISPLAY_NAME_LENGTH } from '#rules';
import { faultOf } from '../../core/graphql/fault-of';
import type { Problem } from '../../core/graphql/problem';
import { firstEmpty } from '../../core/graphql/required';
import { timeZoneChoices, timeZoneHere } from '../../shared/text/time-zones';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { SelectField } from '../../shared/ui/field/select-field';
import { TextArea } from '../../shared/ui/field/text-area';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { ProfilePicture } from './profile-picture';
import { ProfileStore } from './profile.store';

/** What others see of whoever is signed in. */
@Component({
  selector: 'app-profile-form',
  imports: [
    DoneNote,
    FocusFirstError,
    FormError,
    MatButton,
    PageSection,
    ProfilePicture,
    SelectField,
    TextArea,
    TextField,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section heading="Your profile" i18n-heading lead="What others see of you." i18n-lead>
      <app-profile-picture />
      <form [appFocusFirstError]="problem()" (submit)="$event.preventDefault(); save()" novalidate>
        @if (fault().form; as sentence) {
          <app-form-error>{{ sentence }}</app-form-error>
        }
        <app-text-field
          label="Display name"
          i18n-label
          name="display-name"
          autocomplete="name"
          [maxlength]="maxName"
          [(value)]="displayName"
          [error]="fault().at('displayName')"
        />
        <app-text-area
          label="About you"
          i18n-label
          name="about"
          [optional]="true"
          [maxlength]="maxAbout"
          [(value)]="about"
          [error]="fault().at('about')"
        />
        <app-select-field
          label="Time zone"
          i18n-label
          name="time-zone"
          [choices]="zones()"
          [(value)]="timeZone"
          [hint]="zoneHint()"
          [error]="fault().at('timeZone')"
        />
        <button matButton="filled" class="submit" type="submit" disabledInteractive [disabled]="busy()">
          {{ verb() }}
        </button>
      </form>
      <app-done-note [text]="done()" />
    </app-page-section>
  `,
  styleUrl: './account-form.scss',
})
export class ProfileForm {
  private readonly store = inject(ProfileStore);
  protected readonly maxName = MAX_DISPLAY_NAME_LENGTH;
  protected readonly maxAbout = MAX_ABOUT_LENGTH;
  protected readonly displayName = linkedSignal(() => this.store.user()?.displayName ?? '');
  protected readonly about = linkedSignal(() => this.store.user()?.about ?? '');
  /** Empty where it is nobody's business. */
  protected readonly timeZone = linkedSignal(() => this.store.user()?.timeZone ?? '');
  protected readonly zones = computed(() => [
    { value: '', words: $localize`Not shown` },
    ...timeZoneChoices(this.store.user()?.timeZone ?? null),
  ]);
  protected readonly zoneHint = computed(() =>
    this.timeZone() === ''
      ? $localize`Others can see what time it is for you.`
      : $localize`Others see what time it is for you.`,
  );
  protected readonly here = timeZoneHere();
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['displayName', 'about', 'timeZone']));
  protected readonly verb = computed(() => (this.busy() ? $localize`Saving …` : $localize`Save profile`));

  protected async save(): Promise<void> {
    if (this.busy()) return;
    this.done.set('');
    const displayName = this.displayName().trim();
    this.problem.set(firstEmpty([{ field: 'displayName', value: displayName, sentence: $localize`Enter a name.` }]));
    if (this.problem()) return;
    this.busy.set(true);
    const outcome = await this.store.update({
      displayName,
      about: this.about().trim() || null,
      timeZone: this.timeZone() || null,
    });
    this.busy.set(false);
    if (outcome.ok) this.done.set($localize`Your profile was saved.`);
    else this.problem.set(outcome.problem);
  }
}
