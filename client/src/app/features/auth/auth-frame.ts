import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { BrowserNotice } from '../../core/browser/browser-notice';
import { TableScene } from '../../shared/ui/brand/table-scene';
import { Wordmark } from '../../shared/ui/brand/wordmark';
import { ThemeSwitch } from '../../shared/ui/theme/theme-switch';

/** The front of the house: the panelling with the name on one side, a form on paper on the other. */
@Component({
  selector: 'app-auth-frame',
  imports: [BrowserNotice, RouterLink, TableScene, ThemeSwitch, Wordmark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './auth-frame.html',
  styleUrl: './auth-frame.scss',
})
export class AuthFrame {
  readonly heading = input.required<string>();
}
