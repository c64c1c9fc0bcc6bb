import { computed, Injectable, signal } from '@angular/core';

/** What a browser may lack, be it old, private, or told to keep nothing of this site. */
export type Lack = 'cookies' | 'drafts' | 'unsent' | 'tabs';

/** What does not work in this browser, in words for whoever uses it. Each part that meets something missing says so here. */
@Injectable({ providedIn: 'root' })
export class BrowserLimits {
  private readonly lacks = signal<ReadonlySet<Lack>>(lacksAtOnce());

  readonly keepsCookies = computed(() => !this.lacks().has('cookies'));
  readonly sentences = computed(() => sentencesFor(this.lacks()));

  lack(what: Lack): void {
    if (!this.lacks().has(what)) this.lacks.update((lacks) => new Set(lacks).add(what));
  }
}

/** What can be found out by trying, without waiting. */
function lacksAtOnce(): ReadonlySet<Lack> {
  const lacks = new Set<Lack>();
  if (!works(cookieSticks)) lacks.add('cookies');
  if (!works(storageKeeps)) lacks.add('drafts');
  return lacks;
}

function works(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch {
    return false;
  }
}

function cookieSticks(): boolean {
  document.cookie = 'tertulia-probe=1; path=/; samesite=strict';
  const sticks = document.cookie.includes('tertulia-probe=1');
  document.cookie = 'tertulia-probe=; path=/; samesite=strict; max-age=0';
  return sticks;
}

function storageKeeps(): boolean {
  const key = 'tertulia.probe';
  localStorage.setItem(key, '1');
  const keeps = localStorage.getItem(key) === '1';
  localStorage.removeItem(key);
  return keeps;
}

function sentencesFor(lacks: ReadonlySet<Lack>): readonly string[] {
  const sentences: string[] = [];
  if (lacks.has('cookies'))
    sentences.push(
      $localize`This browser does not keep cookies for this site. You stay signed in only until you reload or close this page, and pictures and files do not load.`,
    );
  if (lacks.has('drafts') && lacks.has('unsent'))
    sentences.push(
      $localize`This browser does not keep drafts or unsent messages: they are lost when you reload or close this page.`,
    );
  else if (lacks.has('drafts'))
    sentences.push($localize`This browser does not keep drafts: they are lost when you reload or close this page.`);
  else if (lacks.has('unsent'))
    sentences.push(
      $localize`This browser does not keep unsent messages: they are lost when you reload or close this page.`,
    );
  if (lacks.has('tabs')) sentences.push($localize`Signing in or out here does not reach your other tabs.`);
  return sentences;
}
