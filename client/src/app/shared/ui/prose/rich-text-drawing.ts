import { computed, Directive, effect, ElementRef, inject, input } from '@angular/core';
import { isSameText, type RichElement, type RichText } from '../../text/rich-text';

/** Where a link may lead. The reader of Markdown has made sure of it already; here nothing else can become a link. */
const ADDRESS = /^(?:https?|mailto):/i;

/** Draws what somebody wrote, without going through HTML. */
@Directive({ selector: '[appRichText]', host: { class: 'prose' } })
export class RichTextDrawing {
  readonly text = input.required<RichText>({ alias: 'appRichText' });

  /** Changes only when something else is to be drawn. */
  readonly drawn = computed(() => this.text(), { equal: isSameText });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => {
      element.replaceChildren(fragmentOf(this.drawn()));
    });
  }
}

function fragmentOf(text: RichText): DocumentFragment {
  const fragment = document.createDocumentFragment();
  for (const node of text) fragment.append(typeof node === 'string' ? node : elementOf(node));
  return fragment;
}

function elementOf({ tag, attributes, children }: RichElement): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'href' || ADDRESS.test(value)) element.setAttribute(name, value);
  element.append(fragmentOf(children));
  return element;
}
