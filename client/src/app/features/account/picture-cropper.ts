import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { areaOf, type Crop, MAX_ZOOM, moved, WHOLE, zoomed } from './crop-area';

/** What is sent: as large as the largest that the server keeps. */
const SENT_EDGE = 512;
/** On the screen, in dots: enough for a fine one. */
const DRAWN_EDGE = 512;
const KEY_STEP = 0.08;
const ZOOM_STEP = 0.25;

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle i18n>Choose what to show</h2>
    <mat-dialog-content>
      <canvas
        #canvas
        tabindex="0"
        role="application"
        aria-label="Your picture. The arrow keys move it, plus and minus enlarge it and make it smaller."
        i18n-aria-label
        [attr.width]="edge"
        [attr.height]="edge"
        [class.held]="held()"
        (pointerdown)="hold($event)"
        (pointermove)="drag($event)"
        (pointerup)="held.set(false)"
        (pointercancel)="held.set(false)"
        (wheel)="roll($event)"
        (keydown)="press($event)"
      ></canvas>
      <label>
        <ng-container i18n>Size</ng-container>
        <input type="range" min="1" step="0.05" [attr.max]="maxZoom" [value]="crop().zoom" (input)="zoomTo($event)" />
      </label>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" matDialogClose i18n>Cancel</button>
      <button matButton="filled" type="button" (click)="use()" i18n>Use this picture</button>
    </mat-dialog-actions>
  `,
  styles: `
    mat-dialog-content {
      display: grid;
      gap: var(--s4);
      justify-items: center;
      padding-top: var(--s1) !important;
    }
    canvas {
      width: min(16rem, 100%);
      border-radius: 50%;
      background: var(--hover);
      cursor: grab;
      touch-action: none;
      outline-offset: 3px;
    }
    canvas.held {
      cursor: grabbing;
    }
    label {
      display: flex;
      gap: var(--s3);
      align-items: center;
      font-weight: 600;
    }
    input {
      width: 12rem;
      height: var(--target);
      accent-color: var(--accent);
    }
  `,
})
export class PictureCropper {
  private readonly picture = inject<ImageBitmap>(MAT_DIALOG_DATA);
  private readonly dialog = inject<MatDialogRef<PictureCropper, Blob>>(MatDialogRef);
  private readonly canvas = viewChild.required<ElementRef<HTMLCanvasElement>>('canvas');
  protected readonly edge = DRAWN_EDGE;
  protected readonly maxZoom = MAX_ZOOM;
  protected readonly crop = signal<Crop>(WHOLE);
  protected readonly held = signal(false);

  constructor() {
    afterRenderEffect(() => {
      drawOn(this.canvas().nativeElement, this.picture, this.crop());
    });
  }

  protected hold(event: PointerEvent): void {
    this.canvas().nativeElement.setPointerCapture(event.pointerId);
    this.held.set(true);
  }

  protected drag({ movementX, movementY }: PointerEvent): void {
    if (!this.held()) return;
    const shown = this.canvas().nativeElement.clientWidth || 1;
    this.move(-movementX / shown, -movementY / shown);
  }

  protected roll(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(this.crop().zoom - Math.sign(event.deltaY) * 0.1);
  }

  protected zoomTo({ target }: Event): void {
    if (target instanceof HTMLInputElement) this.zoom(target.valueAsNumber);
  }

  protected press(event: KeyboardEvent): void {
    if (isComposing(event) || event.altKey || event.ctrlKey || event.metaKey) return;
    const step = STEPS[event.key];
    if (step) this.move(step.right * KEY_STEP, step.down * KEY_STEP);
    else if (event.key === '+' || event.key === '=') this.zoom(this.crop().zoom + ZOOM_STEP);
    else if (event.key === '-') this.zoom(this.crop().zoom - ZOOM_STEP);
    else return;
    event.preventDefault();
  }

  protected async use(): Promise<void> {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = SENT_EDGE;
    drawOn(canvas, this.picture, this.crop());
    const blob = await new Promise<Blob | null>((resolve) => {
      // A browser that does not know the format makes a PNG of it, which the server takes as well.
      canvas.toBlob(resolve, 'image/webp', 0.92);
    });
    if (blob) this.dialog.close(blob);
  }

  private move(right: number, down: number): void {
    this.crop.update((crop) => moved(crop, right, down, this.picture));
  }

  private zoom(zoom: number): void {
    this.crop.update((crop) => zoomed(crop, zoom, this.picture));
  }
}

/** The picture goes the way of the key, so what is shown of it goes the other way. */
const STEPS: Readonly<Partial<Record<string, { readonly right: number; readonly down: number }>>> = {
  ArrowLeft: { right: 1, down: 0 },
  ArrowRight: { right: -1, down: 0 },
  ArrowUp: { right: 0, down: 1 },
  ArrowDown: { right: 0, down: -1 },
};

function drawOn(canvas: HTMLCanvasElement, picture: ImageBitmap, crop: Crop): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const { left, top, edge } = areaOf(crop, picture);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, left, top, edge, edge, 0, 0, canvas.width, canvas.height);
}
