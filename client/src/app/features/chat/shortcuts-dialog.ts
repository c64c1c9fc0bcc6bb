import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle i18n>Keyboard shortcuts</h2>
    <!-- Scrolls where the window is low, also by the keyboard. -->
    <mat-dialog-content tabindex="0" role="group" aria-label="All shortcuts" i18n-aria-label>
      <dl>
        @for (shortcut of shortcuts; track shortcut.does) {
          <div>
            <dt>{{ shortcut.does }}</dt>
            <dd>
              @for (key of shortcut.keys; track key) {
                <kbd>{{ key }}</kbd>
              }
            </dd>
          </div>
        }
      </dl>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" matDialogClose i18n>Done</button>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcuts-dialog.scss',
})
export class ShortcutsDialog {
  protected readonly shortcuts = [
    { does: $localize`Find a room`, keys: [$localize`Ctrl or ⌘`, 'K'] },
    { does: $localize`Search messages (again: find in the page)`, keys: [$localize`Ctrl or ⌘`, 'F'] },
    { does: $localize`Previous / next room with something unread`, keys: ['Alt', 'Shift', $localize`↑ or ↓`] },
    { does: $localize`Move a room of the list up / down (in your own order)`, keys: ['Alt', $localize`↑ or ↓`] },
    { does: $localize`Send message`, keys: ['Enter'] },
    { does: $localize`New line`, keys: ['Shift', 'Enter'] },
    { does: $localize`Bold, italic, code`, keys: [$localize`Ctrl or ⌘`, 'B, I, E'] },
    { does: $localize`Strikethrough, code block`, keys: [$localize`Ctrl or ⌘`, 'Shift', 'X, E'] },
    { does: $localize`Numbered list, list, quote`, keys: [$localize`Ctrl or ⌘`, 'Shift', '7, 8, 9'] },
    { does: $localize`Make a link of the selected words`, keys: [$localize`Ctrl or ⌘`, 'K'] },
    { does: $localize`Preview your message`, keys: [$localize`Ctrl or ⌘`, 'Alt', 'P'] },
    { does: $localize`Edit your last message (when the message box is empty)`, keys: ['↑'] },
    { does: $localize`Go from the message box to the messages (press twice)`, keys: ['Shift', 'Tab'] },
    { does: $localize`Go through the messages`, keys: ['↑', '↓', 'Home', 'End'] },
    { does: $localize`Message actions`, keys: ['Enter'] },
    { does: $localize`Reply to the message you are at`, keys: ['R'] },
    { does: $localize`Reply in a thread to the message you are at`, keys: ['T'] },
    { does: $localize`React to the message you are at`, keys: ['+'] },
    { does: $localize`Show who wrote the message you are at`, keys: ['P'] },
    { does: $localize`Return to the message box`, keys: ['Esc'] },
    { does: $localize`Mark the room as read (from the message box)`, keys: ['Esc'] },
    { does: $localize`Mark everything as read`, keys: ['Shift', 'Esc'] },
    { does: $localize`Close the editor (changes are kept), a panel or a picture`, keys: ['Esc'] },
    { does: $localize`Choose an emoji suggestion, as in :coff`, keys: ['↑', '↓', 'Tab'] },
    { does: $localize`Previous / next picture`, keys: ['←', '→'] },
  ];
}
