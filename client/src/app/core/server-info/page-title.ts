import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Brand } from '../../shared/ui/brand/brand';

/** What stands on the tab: what is open, and behind it what the server is called. Routes say it by their title, pages that know more by themselves. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly opened = signal('');
  private readonly counted = signal(0);

  constructor() {
    super();
    const brand = inject(Brand);
    const title = inject(Title);
    effect(() => {
      const count = this.counted() === 0 ? '' : `(${String(this.counted())}) `;
      title.setTitle(`${count}${this.opened()}${brand.name()}`);
    });
  }

  /** What is open; the empty text for the server as a whole. */
  show(page: string): void {
    this.opened.set(page === '' ? '' : `${page} · `);
  }

  /** How much is unread: it stands ahead of everything, on each page. */
  count(unread: number): void {
    this.counted.set(unread);
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.show(this.buildTitle(snapshot) ?? '');
  }
}
