import { Directive, effect, ElementRef, inject, input } from '@angular/core';
import type { RichElement, RichText } from '../../text/rich-text';

/** Where a link may lead. Whoever reads a message has made sure of it already; here nothing else can become a link. */
const ADDRESS = /^(?:https?|mailto):/i;

/** Draws what somebody wrote, without going through HTML. */
@Directive({ selector: '[appRichText]', host: { class: 'prose' } })
export class RichTextDrawing {
  readonly text = input.required<RichText>({ alias: 'appRichText' });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      element.replaceChildren(drawn(this.text()));
    });
  }
}

function drawn(text: RichText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of text) fragment.append(typeof node === 'string' ? node : drawnElement(node));
  return fragment;
}

function drawnElement({ tag, attributes, children }: RichElement): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'href' || ADDRESS.test(value)) element.setAttribute(name, value);
  element.append(drawn(children));
  return element;
}
