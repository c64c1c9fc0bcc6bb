import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Brand } from '../../shared/ui/brand/brand';

/** What stands on the tab: what is open, and behind it what the server is called. Routes say it by their title, pages that know more by themselves. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly opened = signal('');

  constructor() {
    super();
    const brand = inject(Brand);
    const title = inject(Title);
    effect(() => {
      title.setTitle(`${this.opened()}${brand.name()}`);
    });
  }

  /** What is open; the empty text for the server as a whole. `before` stands ahead of both. */
  show(page: string, before = ''): void {
    this.opened.set(`${before}${page === '' ? '' : `${page} · `}`);
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    this.show(this.buildTitle(snapshot) ?? '');
  }
}
