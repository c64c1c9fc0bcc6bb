import { afterRenderEffect, Directive, ElementRef, inject, input, untracked } from '@angular/core';

/** From so many characters on a box is as tall as its style lets it be: to measure all of them for each key would take longer each time. */
const MAX_MEASURED = 2_000;

/** Where the browser does it by itself, nothing is measured: that would lay out the whole page at once. */
const GROWS_BY_ITSELF = CSS.supports('field-sizing', 'content');

/** Makes a box as tall as its text, up to the `max-height` of its style. */
@Directive({
  selector: 'textarea[appAutoGrow]',
  host: { rows: '1', '(input)': 'fit()', '(window:resize)': 'fit()' },
})
export class AutoGrow {
  /** What stands in the box. */
  readonly text = input.required<string>({ alias: 'appAutoGrow' });

  private readonly box = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      this.text();
      untracked(() => {
        this.fit();
      });
    });
    if (GROWS_BY_ITSELF) this.box.style.setProperty('field-sizing', 'content');
    else
      void document.fonts.ready.then(() => {
        this.fit();
      });
  }

  protected fit(): void {
    const { box } = this;
    if (box.value.length > MAX_MEASURED) {
      box.style.height = '100dvh';
      return;
    }
    if (GROWS_BY_ITSELF) {
      box.style.height = '';
      return;
    }
    const { scrollTop } = box;
    box.style.height = 'auto';
    // In full pixels: half of one would make a box scroll that need not.
    box.style.height = `${String(box.scrollHeight + box.offsetHeight - box.clientHeight)}px`;
    box.scrollTop = scrollTop;
  }
}
