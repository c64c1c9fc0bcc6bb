import { afterNextRender, Directive, effect, ElementRef, inject, Injector, input } from '@angular/core';

/** On a form: when a fault arrives, focus goes to the first field that is marked with it. */
@Directive({ selector: 'form[appFocusFirstError]' })
export class FocusFirstError {
  readonly appFocusFirstError = input.required<unknown>();

  private readonly form = inject<ElementRef<HTMLFormElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  constructor() {
    effect(() => {
      if (this.appFocusFirstError())
        afterNextRender(
          {
            read: () => {
              this.focus();
            },
          },
          { injector: this.injector },
        );
    });
  }

  private focus(): void {
    this.form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }
}
