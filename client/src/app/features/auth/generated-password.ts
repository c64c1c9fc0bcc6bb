import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { CopyButton } from '../../shared/ui/feedback/copy-button';

/** Shown once: the server keeps only a hash, so nobody goes on before they say that they have it. */
@Component({
  selector: 'app-generated-password',
  imports: [CopyButton, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(window:beforeunload)': 'holdBack($event)' },
  templateUrl: './generated-password.html',
  styleUrl: './generated-password.scss',
})
export class GeneratedPassword {
  readonly username = input.required<string>();
  readonly password = input.required<string>();
  readonly saved = output();

  readonly haveIt = signal(false);
  private readonly lead = viewChild.required<ElementRef<HTMLElement>>('lead');

  constructor() {
    afterNextRender(() => {
      this.lead().nativeElement.focus();
    });
  }

  /** The browser then asks whether to leave. */
  protected holdBack(event: Event): void {
    if (!this.haveIt()) event.preventDefault();
  }
}
