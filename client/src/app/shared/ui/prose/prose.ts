import {
  afterRenderEffect,
  DestroyRef,
  Directive,
  ElementRef,
  inject,
  input,
  untracked,
  ViewContainerRef,
} from '@angular/core';
import { CodeBlock, type Resize } from './code-block';
import { RichTextDrawing } from './rich-text-drawing';
import { WideParts } from './wide-parts';

/** Shows a text that was rendered from Markdown, and adds what no message brings along: buttons, colours, a way by keyboard. */
@Directive({
  selector: '[appProse]',
  hostDirectives: [{ directive: RichTextDrawing, inputs: ['appRichText: appProse'] }],
})
export class Prose {
  /** Is handed every change that makes the text taller or lower. */
  readonly resize = input<Resize>((change) => {
    change();
  });
  /** Scrolls what is around the text by so many pixels. */
  readonly goOn = input<(distance: number) => void>(() => undefined);

  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly views = inject(ViewContainerRef);
  private blocks: CodeBlock[] = [];

  constructor() {
    const drawing = inject(RichTextDrawing);
    const wide = new WideParts();
    afterRenderEffect(() => {
      drawing.drawn();
      untracked(() => {
        this.stopBlocks();
        this.blocks = [...this.element.querySelectorAll<HTMLElement>('.code-block')].map(
          (block) =>
            new CodeBlock(
              block,
              this.views,
              (change) => {
                this.resize()(change);
              },
              (distance) => {
                this.goOn()(distance);
              },
            ),
        );
        wide.watch(this.element);
      });
    });
    inject(DestroyRef).onDestroy(() => {
      this.stopBlocks();
      wide.stop();
    });
  }

  private stopBlocks(): void {
    for (const block of this.blocks) block.stop();
    this.blocks = [];
  }
}
