import { Injectable } from '@nestjs/common';
import { PreviewPictures, type StoredPreviewPicture } from '../files/index.js';
import { NotAsked } from '../outgoing/index.js';
import { type Found, NothingThere, Web } from './asking/index.js';
import { factsOf, type PageFacts } from './page-facts.js';
import { textOf } from './page-text.js';

export interface MadePreview extends Omit<PageFacts, 'picture'> {
  /** Stored, and nobody's yet. */
  readonly picture: StoredPreviewPicture | null;
}

/** Asks a page what it says of itself. */
@Injectable()
export class PageReader {
  constructor(
    private readonly web: Web,
    private readonly pictures: PreviewPictures,
  ) {}

  /** Null where there is nothing to show, or where the guard lets nobody ask. Fails where it may be otherwise a moment later. */
  async read(url: string, stopping: AbortSignal): Promise<MadePreview | null> {
    try {
      const found = await this.web.get(url, 'page', stopping);
      return found.mediaType.startsWith('image/') ? await this.ofPicture(found) : await this.ofPage(found, stopping);
    } catch (error) {
      if (error instanceof NotAsked || error instanceof NothingThere) return null;
      throw error;
    }
  }

  private async ofPicture(found: Found): Promise<MadePreview | null> {
    const picture = await this.drawn(found);
    return picture && { title: null, description: null, siteName: null, picture };
  }

  private async ofPage(found: Found, stopping: AbortSignal): Promise<MadePreview | null> {
    const { picture: address, ...words } = await factsOf(textOf(found));
    const picture = address === null ? null : await this.pictureAt(address, found.url, stopping);
    return words.title === null && words.description === null && picture === null ? null : { ...words, picture };
  }

  /** A page whose picture cannot be had is shown without. */
  private async pictureAt(address: string, page: URL, stopping: AbortSignal): Promise<StoredPreviewPicture | null> {
    const url = URL.parse(address, page.href);
    const found = url && (await this.web.get(url.href, 'picture', stopping).catch(() => null));
    return found && this.drawn(found);
  }

  private async drawn({ bytes, isWhole }: Found): Promise<StoredPreviewPicture | null> {
    return isWhole ? this.pictures.draw(bytes) : null;
  }
}
