import { ChangeDetectionStrategy, Component, model } from '@angular/core';

@Component({
  selector: 'app-password-choice',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend class="visually-hidden" i18n>Password</legend>
      <label>
        <input type="radio" name="password-choice" [checked]="own()" (change)="own.set(true)" />
        <span i18n>Choose my own password</span>
      </label>
      <label>
        <input type="radio" name="password-choice" [checked]="!own()" (change)="own.set(false)" />
        <span i18n>Generate a strong password <small>It’s shown once, so save it.</small></span>
      </label>
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: var(--s1);
      margin: 0;
      padding: 0;
      border: 0;
    }
    label {
      display: flex;
      gap: var(--s3);
      align-items: flex-start;
      padding: var(--s2) 0;
      cursor: pointer;
    }
    input {
      flex: none;
      width: 1.15rem;
      height: 1.15rem;
      margin: 0.15rem 0 0;
      accent-color: var(--accent);
    }
    small {
      display: block;
      color: var(--ink-soft);
      font-size: var(--text-s);
    }
  `,
})
export class PasswordChoice {
  readonly own = model.required<boolean>();
}
