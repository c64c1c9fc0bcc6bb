import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import type { LinkPreview } from '../../core/graphql/model';
import { Icon } from '../../shared/ui/icon/icon';
import { previewPicture } from './link-preview-picture';

/** What pages that a message links to say of themselves. All of it is theirs: plain text, in the direction of its own script, with the host beside it. */
@Component({
  selector: 'app-link-previews',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './link-previews.html',
  styleUrl: './link-previews.scss',
})
export class LinkPreviews {
  readonly previews = input.required<readonly LinkPreview[]>();

  protected readonly cards = computed(() =>
    this.previews().map((preview) => {
      const { host, hostname, pathname } = new URL(preview.url);
      return {
        ...preview,
        // With the letters of ASCII alone: whatever looks like a known name in another script does not look like it here.
        host: host.replace(/^www\./, ''),
        words: preview.title ?? (pathname === '/' ? hostname : nameIn(pathname)),
        picture: previewPicture(preview),
      };
    }),
  );
  /** Their frames stay, so that nothing moves. */
  private readonly broken = signal<ReadonlySet<string>>(new Set());

  protected isBroken(url: string): boolean {
    return this.broken().has(url);
  }

  protected broke(url: string): void {
    this.broken.update((urls) => new Set(urls).add(url));
  }
}

/** The last part of a path, as people write it. */
function nameIn(pathname: string): string {
  const last = pathname.split('/').findLast((part) => part !== '') ?? pathname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
