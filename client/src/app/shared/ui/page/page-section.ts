import { ChangeDetectionStrategy, Component, type ElementRef, input, viewChild } from '@angular/core';

let count = 0;

/** One subject of a page, under its own heading. */
@Component({
  selector: 'app-page-section',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-labelledby]': 'id' },
  template: `
    <h2 #title [id]="id" tabindex="-1">{{ heading() }}</h2>
    @if (lead(); as words) {
      <p class="lead">{{ words }}</p>
    }
    <ng-content />
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: var(--s4);
      align-content: start;
      padding-top: var(--s5);
      border-top: 1px solid var(--line);
    }
    h2 {
      font-size: var(--title-m);
      outline-offset: 4px;
    }
    .lead {
      max-width: 38rem;
      margin-top: calc(var(--s2) * -1);
      color: var(--ink-soft);
      text-wrap: pretty;
    }
  `,
})
export class PageSection {
  readonly heading = input.required<string>();
  readonly lead = input<string>();

  protected readonly id = `section-${String((count += 1))}`;
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  /** For whoever's button has just gone with what it was for. */
  focusHeading(): void {
    this.title().nativeElement.focus({ preventScroll: true });
  }
}
