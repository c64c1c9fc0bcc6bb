import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { TextRenderer } from '../../shared/text/text-renderer';
import { Prose } from '../../shared/ui/prose/prose';

/** What is being written, as others will see it. */
@Component({
  selector: 'app-message-preview',
  imports: [Prose],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'label()', tabindex: '0' },
  template: `
    <p class="title" aria-hidden="true" i18n>Preview</p>
    @if (shown().length > 0) {
      <div [appProse]="shown()"></div>
    } @else {
      <p class="nothing" i18n>What you write is shown here.</p>
    }
  `,
  styles: `
    :host {
      display: block;
      max-height: min(15rem, 22dvh);
      padding: var(--s2) var(--s4) var(--s3);
      overflow: auto;
      border-bottom: 1px solid var(--line);
      border-radius: var(--radius-m) var(--radius-m) 0 0;
      background: var(--sheet);
    }
    :host:focus-visible {
      outline-offset: -2px;
    }
    .title,
    .nothing {
      color: var(--ink-soft);
      font-size: var(--text-xs);
    }
    .title {
      margin-bottom: var(--s1);
    }
  `,
})
export class MessagePreview {
  readonly text = input.required<string>();
  readonly label = input($localize`Preview of your message`);

  protected readonly shown = computed(() => this.render()(this.text()).text);
  private readonly render = inject(TextRenderer).renderer;
}
