import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { BrowserNotice } from '../../core/browser/browser-notice';
import { PageTitle } from '../../core/server-info/page-title';
import { LanguageSwitch } from '../../shared/language/language-switch';
import { Brand } from '../../shared/ui/brand/brand';
import { TableScene } from '../../shared/ui/brand/table-scene';
import { Wordmark } from '../../shared/ui/brand/wordmark';
import { focusHeadingIfLost, readAgain } from '../../shared/ui/focus/page-heading';
import { ThemeSwitch } from '../../shared/ui/theme/theme-switch';

/** The front of the house: the panelling with the name on one side, a form on paper on the other. */
@Component({
  selector: 'app-auth-frame',
  imports: [BrowserNotice, LanguageSwitch, RouterLink, TableScene, ThemeSwitch, Wordmark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './auth-frame.html',
  styleUrl: './auth-frame.scss',
})
export class AuthFrame {
  readonly heading = input.required<string>();

  protected readonly brand = inject(Brand);
  protected readonly home = computed(() => $localize`${this.brand.name()}:server:, front page`);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  constructor() {
    const pageTitle = inject(PageTitle);
    effect(() => {
      pageTitle.show(this.heading());
    });
    afterRenderEffect(() => {
      this.heading();
      readAgain(this.title().nativeElement);
      focusHeadingIfLost();
    });
  }
}
