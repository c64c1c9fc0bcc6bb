import { DOCUMENT, inject, Injectable } from '@angular/core';

const SIZE = 64;
const MAX_SHOWN = 99;

/** The page's icon in the browser's tab: with a number, while something is unread. */
@Injectable({ providedIn: 'root' })
export class TabIcon {
  private readonly document = inject(DOCUMENT);
  private readonly link = this.document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  private readonly plain = this.link?.getAttribute('href') ?? '';
  private picture: Promise<HTMLImageElement> | null = null;
  private shown = 0;

  show(count: number): void {
    this.shown = count;
    if (count === 0) this.link?.setAttribute('href', this.plain);
    else void this.draw(count);
  }

  private async draw(count: number): Promise<void> {
    const picture = await (this.picture ??= this.load()).catch(() => null);
    // The number may have changed while the picture was on its way.
    if (picture === null || this.shown !== count) return;
    const canvas = this.document.createElement('canvas');
    canvas.width = SIZE;
    canvas.height = SIZE;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.drawImage(picture, 0, 0, SIZE, SIZE);
    drawNumber(context, count > MAX_SHOWN ? `${String(MAX_SHOWN)}+` : String(count));
    this.link?.setAttribute('href', canvas.toDataURL('image/png'));
  }

  private async load(): Promise<HTMLImageElement> {
    const picture = new Image();
    picture.src = this.plain;
    await picture.decode();
    return picture;
  }
}

function drawNumber(context: CanvasRenderingContext2D, text: string): void {
  context.font = `700 ${text.length > 2 ? '28' : '36'}px system-ui, sans-serif`;
  const height = 42;
  const width = Math.max(height, context.measureText(text).width + 14);
  context.beginPath();
  context.roundRect(SIZE - width, SIZE - height, width, height, height / 2);
  context.fillStyle = '#e3b867';
  context.fill();
  context.fillStyle = '#2b1f08';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, SIZE - width / 2, SIZE - height / 2 + 2);
}
