import { DOCUMENT, inject, Injectable } from '@angular/core';

const SIZE = 64;
const MAX_SHOWN = 99;
const BRASS = '#e3b867';

/** What waits for the viewer, as far as an icon can say it. */
export interface Waiting {
  readonly unread: number;
  /** Of these, what is meant for the viewer. */
  readonly mentions: number;
}

const NOTHING: Waiting = { unread: 0, mentions: 0 };

/** The page's icon in the browser's tab: with a number while something is meant for the viewer, with a dot while something else is unread. */
@Injectable({ providedIn: 'root' })
export class TabIcon {
  private readonly document = inject(DOCUMENT);
  private readonly link = this.document.querySelector<HTMLLinkElement>('link[rel="icon"]');
  private readonly plain = this.link?.getAttribute('href') ?? '';
  private picture: Promise<HTMLImageElement> | null = null;
  private shown = NOTHING;

  show(waiting: Waiting): void {
    this.shown = waiting;
    if (waiting.unread + waiting.mentions === 0) this.link?.setAttribute('href', this.plain);
    else void this.draw(waiting);
  }

  private async draw(waiting: Waiting): Promise<void> {
    const picture = await (this.picture ??= this.load()).catch(() => null);
    // It may have changed while the picture was on its way.
    if (picture === null || this.shown !== waiting) return;
    const canvas = this.document.createElement('canvas');
    canvas.width = SIZE;
    canvas.height = SIZE;
    const context = canvas.getContext('2d');
    if (!context) return;
    context.drawImage(picture, 0, 0, SIZE, SIZE);
    const { mentions } = waiting;
    if (mentions === 0) drawDot(context);
    else drawNumber(context, mentions > MAX_SHOWN ? `${String(MAX_SHOWN)}+` : String(mentions));
    this.link?.setAttribute('href', canvas.toDataURL('image/png'));
  }

  private async load(): Promise<HTMLImageElement> {
    const picture = new Image();
    picture.src = this.plain;
    await picture.decode();
    return picture;
  }
}

function drawDot(context: CanvasRenderingContext2D): void {
  const radius = 13;
  context.beginPath();
  context.arc(SIZE - radius - 1, SIZE - radius - 1, radius, 0, 2 * Math.PI);
  context.fillStyle = BRASS;
  context.fill();
}

function drawNumber(context: CanvasRenderingContext2D, text: string): void {
  context.font = `700 ${text.length > 2 ? '28' : '36'}px system-ui, sans-serif`;
  const height = 42;
  const width = Math.max(height, context.measureText(text).width + 14);
  context.beginPath();
  context.roundRect(SIZE - width, SIZE - height, width, height, height / 2);
  context.fillStyle = BRASS;
  context.fill();
  context.fillStyle = '#2b1f08';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, SIZE - width / 2, SIZE - height / 2 + 2);
}
