import { afterNextRender, Directive, ElementRef, inject, input } from '@angular/core';
import { MatMenuTrigger } from '@angular/material/menu';

/** On the button of a menu that was loaded because somebody pressed the button that stood in its place. */
@Directive({ selector: '[matMenuTriggerFor][appOpensAtOnce]' })
export class OpensAtOnce {
  /** Whether they did so with a pointer: then no item is marked as the one that has the keyboard. */
  readonly appOpensAtOnce = input.required<boolean>();

  constructor() {
    const trigger = inject(MatMenuTrigger);
    const button = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      if (this.appOpensAtOnce()) button.dispatchEvent(new MouseEvent('mousedown', { buttons: 1, detail: 1 }));
      trigger.openMenu();
    });
  }
}
