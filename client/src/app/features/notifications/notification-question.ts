import { afterNextRender, ChangeDetectionStrategy, Component, inject, Injector } from '@angular/core';
import { focusHeadingIfLost } from '../../shared/ui/focus/page-heading';
import { Icon } from '../../shared/ui/icon/icon';
import { NotificationQuestion } from './notification-question.store';

/** A quiet line over the chat, in our own words. The browser's question comes only after a yes to this one. */
@Component({
  selector: 'app-notification-question',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (question.isRefused()) {
      <div>
        <p>
          <app-icon name="bell-off" [size]="16" /><ng-container i18n
            >This browser doesn’t let Tertulia notify you. You can change that in the browser’s settings for this
            site.</ng-container
          >
        </p>
        <span class="answers"><button type="button" (click)="putOff()" i18n>Got it</button></span>
      </div>
    } @else if (question.words(); as words) {
      <div>
        <p>
          <app-icon name="bell" [size]="16" /><span i18n
            ><bdi>{{ words }}</bdi> Do you want to be notified of such messages when you’re not looking at this
            page?</span
          >
        </p>
        <span class="answers">
          <button type="button" (click)="turnOn()" i18n>Turn on</button>
          <button type="button" (click)="putOff()" i18n>Not now</button>
        </span>
      </div>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s3);
      align-items: center;
      justify-content: center;
      padding: var(--s1) var(--s4);
      background: var(--accent-soft);
      color: var(--on-accent-soft);
      font-size: var(--text-s);
      animation: come var(--calm);
    }
    p {
      display: flex;
      gap: var(--s2);
      align-items: center;
      margin: 0;
      padding-block: var(--s1);
      overflow-wrap: anywhere;
    }
    app-icon {
      flex: none;
    }
    .answers {
      display: flex;
    }
    button {
      flex: none;
      min-height: var(--target);
      padding: 0 var(--s3);
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      font-weight: 600;
      text-decoration: underline;
      cursor: pointer;
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
  `,
})
export class NotificationQuestionLine {
  protected readonly question = inject(NotificationQuestion);
  private readonly injector = inject(Injector);

  protected async turnOn(): Promise<void> {
    await this.question.turnOn();
    this.keepFocus();
  }

  protected putOff(): void {
    this.question.putOff();
    this.keepFocus();
  }

  /** The button goes with the question. */
  private keepFocus(): void {
    afterNextRender({ read: focusHeadingIfLost }, { injector: this.injector });
  }
}
