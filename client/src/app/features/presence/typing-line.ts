import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { PresenceStore } from './presence.store';

/** Always takes its line, so that nothing moves when somebody begins to type. */
@Component({
  selector: 'app-typing-line',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (presence.typingText(); as text) {
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>{{ text }}
    }
  `,
  styles: `
    :host {
      display: flex;
      gap: var(--s2);
      align-items: center;
      width: 100%;
      max-width: 64rem;
      height: 1.625rem;
      margin-inline: auto;
      padding: 0 calc(var(--s5) + var(--s2));
      overflow: hidden;
      color: var(--ink-soft);
      font-size: var(--text-s);
      white-space: nowrap;
    }
    .dots {
      display: inline-flex;
      gap: 3px;
    }
    i {
      width: 5px;
      height: 5px;
      border-radius: 50%;
      background: var(--accent);
      animation: nod 1.1s ease-in-out infinite;
    }
    i:nth-child(2) {
      animation-delay: 0.15s;
    }
    i:nth-child(3) {
      animation-delay: 0.3s;
    }
    @keyframes nod {
      30% {
        opacity: 0.3;
        transform: translateY(-3px);
      }
      60% {
        transform: none;
      }
    }
  `,
})
export class TypingLine {
  protected readonly presence = inject(PresenceStore);
}
