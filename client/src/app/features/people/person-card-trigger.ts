import { Directive, ElementRef, inject, input, type OnDestroy } from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { after } from '../../shared/time/timer';
import { PersonCards } from './person-cards';

/** Who rests there wants to know; who only crosses it does not. */
const RESTING_MILLISECONDS = 450;

/** On a name or a face: shows the card of whom it is, to those who press it and to those whose pointer rests there. */
@Directive({
  selector: '[appPersonCard]',
  host: { '(click)': 'pressed()', '(pointerenter)': 'comes($event)', '(pointerleave)': 'goes()' },
})
export class PersonCardTrigger implements OnDestroy {
  readonly appPersonCard = input.required<Person>();

  private readonly cards = inject(PersonCards);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private cancel = (): void => undefined;

  ngOnDestroy(): void {
    this.cancel();
    this.cards.leave(this.element);
  }

  protected pressed(): void {
    this.cancel();
    void this.cards.open(this.element, this.appPersonCard());
  }

  protected comes({ pointerType, buttons }: PointerEvent): void {
    if (pointerType !== 'mouse' || buttons !== 0) return;
    this.cancel();
    // What came to lie under a pointer that nobody moved was not pointed at. Listened to past Angular: a move changes nothing that is shown.
    const begin = (): void => {
      this.cancel = after(RESTING_MILLISECONDS, () => {
        void this.cards.peek(this.element, this.appPersonCard());
      });
    };
    this.element.addEventListener('pointermove', begin, { once: true });
    this.cancel = () => {
      this.element.removeEventListener('pointermove', begin);
    };
  }

  protected goes(): void {
    this.cancel();
    this.cards.leave(this.element);
  }
}
