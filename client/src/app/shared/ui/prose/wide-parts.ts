import { setTabStop } from '../focus/tab-stops';

const PARTS = 'pre, .table';

/**
 * What is wider than the message scrolls sideways: it must be reachable by keyboard, and say what it is. What is not has nothing to
 * scroll, and is no stop on the way.
 */
export class WideParts {
  private sizes: ResizeObserver | null = null;
  private parts: HTMLElement[] = [];

  watch(text: HTMLElement): void {
    this.sizes?.disconnect();
    this.parts = [...text.querySelectorAll<HTMLElement>(PARTS)];
    // Most messages have none.
    if (this.parts.length === 0) return;
    const sizes = (this.sizes ??= new ResizeObserver(() => {
      this.mark();
    }));
    for (const part of this.parts) {
      sizes.observe(part);
      // What is in it grows by itself: a font comes, and long code is laid out only where it is near.
      for (const content of part.querySelectorAll('table, .chunk')) sizes.observe(content);
    }
  }

  stop(): void {
    this.sizes?.disconnect();
  }

  private mark(): void {
    for (const part of this.parts) {
      // Widths are rounded: a pixel is nothing to scroll.
      const isWide = part.scrollWidth > part.clientWidth + 1;
      // What has the focus keeps it.
      if (isWide === (part.role === 'region') || (!isWide && part === document.activeElement)) continue;
      setTabStop(part, isWide);
      part.role = isWide ? 'region' : null;
      part.ariaLabel = isWide ? nameOf(part) : null;
    }
  }
}

function nameOf(part: HTMLElement): string {
  return part.matches('pre') ? $localize`Code` : $localize`Table`;
}
