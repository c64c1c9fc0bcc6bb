import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { droppedFiles } from './dropped-files';
import { UploadsStore } from './uploads.store';

/** Around a room: files that are dropped anywhere in it go to its composer. */
@Component({
  selector: 'app-drop-area',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(dragenter)': 'entered($event)',
    '(dragover)': 'over($event)',
    '(dragleave)': 'left($event)',
    '(drop)': 'dropped($event)',
  },
  template: `
    <ng-content />
    @if (inside()) {
      <div class="overlay">
        <p>
          <app-icon name="upload" [size]="28" /><ng-container i18n
            >Drop files to share them in {{ roomName() }}</ng-container
          >
        </p>
      </div>
    }
  `,
  styleUrl: './drop-area.scss',
})
export class DropArea {
  readonly roomName = input.required<string>();
  /** Whether one may not share anything there. */
  readonly isClosed = input(false);

  protected readonly inside = signal(false);
  private readonly uploads = inject(UploadsStore);

  protected entered(event: DragEvent): void {
    if (carriesFiles(event) && !this.isClosed()) this.inside.set(true);
  }

  // Without this the browser would open the file and leave the chat.
  protected over(event: DragEvent): void {
    if (carriesFiles(event)) event.preventDefault();
  }

  protected left(event: DragEvent): void {
    const { currentTarget, relatedTarget } = event;
    const stillInside =
      currentTarget instanceof Node && relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    if (!stillInside) this.inside.set(false);
  }

  protected dropped(event: DragEvent): void {
    this.inside.set(false);
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer && !this.isClosed()) this.uploads.addDropped(droppedFiles(event.dataTransfer));
  }
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
