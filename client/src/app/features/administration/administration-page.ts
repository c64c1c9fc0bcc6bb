import { afterRenderEffect, ChangeDetectionStrategy, Component, input, output, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Problem } from '../../core/graphql/problem';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { isFocusLost } from '../../shared/ui/focus/page-heading';
import { PageSection } from '../../shared/ui/page/page-section';

/** One subject of the administration: waits for what is read, and says what stands in the way. What is read is its content. */
@Component({
  selector: 'app-administration-page',
  imports: [EmptyState, MatButton, PageSection, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (isLoaded() || !problem()) {
      <app-page-section [heading]="heading()" [lead]="lead()">
        <ng-content select="[ahead]" />
        @if (isLoaded()) {
          <ng-content />
        } @else {
          <div role="status">
            <span class="visually-hidden" i18n>Loading …</span>
            <app-skeleton [count]="6" />
          </div>
        }
      </app-page-section>
    } @else if (problem(); as fault) {
      @if (fault.code === 'FORBIDDEN') {
        <app-empty-state heading="Administrators only" i18n-heading [text]="fault.message" />
      } @else {
        <app-empty-state heading="Something went wrong" i18n-heading [text]="fault.message">
          <button matButton="filled" type="button" (click)="retry.emit()" i18n>Try again</button>
        </app-empty-state>
      }
    }
  `,
})
export class AdministrationPage {
  readonly heading = input.required<string>();
  readonly lead = input<string>();
  readonly isLoaded = input.required<boolean>();
  readonly problem = input.required<Problem | null>();
  readonly retry = output();

  private readonly section = viewChild(PageSection);

  constructor() {
    // What led here has perhaps gone with the page before.
    afterRenderEffect(() => {
      if (this.isLoaded() && isFocusLost()) this.focusHeading();
    });
  }

  /** For whoever's button has just gone with what it was for. */
  focusHeading(): void {
    this.section()?.focusHeading();
  }
}
