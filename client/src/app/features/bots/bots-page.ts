import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { PageFrame } from '../../shared/ui/page/page-frame';
import { PageSection } from '../../shared/ui/page/page-section';
import { BotCard } from './bot-card';
import { BotForm } from './bot-form';
import { BotsStore } from './bots.store';
import { WebhookForm } from './webhook-form';

/** The bots that the viewer looks after, and how to make another one. */
@Component({
  imports: [BotCard, BotForm, EmptyState, FormError, MatButton, PageFrame, PageSection, Skeleton, WebhookForm],
  providers: [BotsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-frame heading="Bots" i18n-heading back="/account" backWords="Your account" i18n-backWords>
      @if (store.bots(); as bots) {
        <app-page-section heading="Your bots" i18n-heading>
          @if (store.problem(); as problem) {
            <app-form-error>{{ problem.message }}</app-form-error>
          }
          <ul role="list">
            @for (bot of bots; track bot.id) {
              <li><app-bot-card [bot]="bot" /></li>
            } @empty {
              <li class="detail" i18n>You have no bots yet.</li>
            }
          </ul>
          @if (store.hasMore()) {
            <button
              matButton="outlined"
              type="button"
              class="submit"
              disabledInteractive
              [disabled]="store.busy()"
              (click)="store.more()"
              i18n
            >
              Show more bots
            </button>
          }
        </app-page-section>
        <app-bot-form />
        <app-webhook-form />
      } @else if (store.problem(); as problem) {
        <app-empty-state heading="Something went wrong" i18n-heading [text]="problem.message">
          <button matButton="filled" type="button" (click)="store.load()" i18n>Try again</button>
        </app-empty-state>
      } @else {
        <div role="status">
          <span class="visually-hidden" i18n>Loading …</span>
          <app-skeleton [count]="6" />
        </div>
      }
    </app-page-frame>
  `,
  styleUrl: './bots-page.scss',
})
export class BotsPage {
  protected readonly store = inject(BotsStore);

  constructor() {
    void this.store.load();
  }
}
