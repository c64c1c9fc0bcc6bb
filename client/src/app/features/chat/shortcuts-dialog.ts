import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

@Component({
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 matDialogTitle>Keyboard shortcuts</h2>
    <!-- Scrolls where the window is low, also by the keyboard. -->
    <mat-dialog-content tabindex="0" role="group" aria-label="All shortcuts">
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
      <button matButton="filled" type="button" matDialogClose>Done</button>
    </mat-dialog-actions>
  `,
  styleUrl: './shortcuts-dialog.scss',
})
export class ShortcutsDialog {
  protected readonly shortcuts = [
    { does: 'Find a room', keys: ['Ctrl or ⌘', 'K'] },
    { does: 'Search messages (again: find in the page)', keys: ['Ctrl or ⌘', 'F'] },
    { does: 'Previous / next room with something unread', keys: ['Alt', 'Shift', '↑ or ↓'] },
    { does: 'Move a room of the list up / down (in your own order)', keys: ['Alt', '↑ or ↓'] },
    { does: 'Send message', keys: ['Enter'] },
    { does: 'New line', keys: ['Shift', 'Enter'] },
    { does: 'Bold, italic, code', keys: ['Ctrl or ⌘', 'B, I, E'] },
    { does: 'Strikethrough, code block', keys: ['Ctrl or ⌘', 'Shift', 'X, E'] },
    { does: 'Numbered list, list, quote', keys: ['Ctrl or ⌘', 'Shift', '7, 8, 9'] },
    { does: 'Make a link of the selected words', keys: ['Ctrl or ⌘', 'K'] },
    { does: 'Preview your message', keys: ['Ctrl or ⌘', 'Alt', 'P'] },
    { does: 'Edit your last message (when the message box is empty)', keys: ['↑'] },
    { does: 'Go from the message box to the messages (press twice)', keys: ['Shift', 'Tab'] },
    { does: 'Go through the messages', keys: ['↑', '↓', 'Home', 'End'] },
    { does: 'Message actions', keys: ['Enter'] },
    { does: 'Reply to the message you are at', keys: ['R'] },
    { does: 'Reply in a thread to the message you are at', keys: ['T'] },
    { does: 'React to the message you are at', keys: ['+'] },
    { does: 'Show who wrote the message you are at', keys: ['P'] },
    { does: 'Return to the message box', keys: ['Esc'] },
    { does: 'Mark the room as read (from the message box)', keys: ['Esc'] },
    { does: 'Mark everything as read', keys: ['Shift', 'Esc'] },
    { does: 'Close the editor (changes are kept), a panel or a picture', keys: ['Esc'] },
    { does: 'Choose an emoji suggestion, as in :coff', keys: ['↑', '↓', 'Tab'] },
    { does: 'Previous / next picture', keys: ['←', '→'] },
  ];
}
