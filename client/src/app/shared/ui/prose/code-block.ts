import type { ComponentRef, ViewContainerRef } from '@angular/core';
import { CodeColours } from '../../text/code/code-colours';
import { isLongCode, lengthShownFolded, linesOfCode } from '../../text/code/code-length';
import { languageOf } from '../../text/code/languages';
import { CodeTools } from './code-tools';

/** How far from the window code is coloured, in pixels: before anybody sees it. */
const NEAR = 600;

/** Makes a change that lets the text be taller or lower, so that the reader keeps their place. */
export type Resize = (change: () => void) => void;

/** A block of code of a rendered text: its colours while it is near, its buttons, and its fold. */
export class CodeBlock {
  private readonly pre: HTMLElement;
  private readonly tools: ComponentRef<CodeTools>;
  private readonly near: IntersectionObserver;
  private readonly scrolled = (): void => {
    this.reached();
  };
  private colours: CodeColours | null = null;

  constructor(
    private readonly block: HTMLElement,
    views: ViewContainerRef,
    private readonly resize: Resize,
    private readonly goOn: (distance: number) => void,
  ) {
    this.pre = block.querySelector('pre') ?? block;
    this.tools = this.addTools(views);
    this.setFolded(isLongCode(this.code));
    this.pre.addEventListener('scroll', this.scrolled);
    this.near = new IntersectionObserver(
      (entries) => {
        this.colour(entries.at(-1)?.isIntersecting ?? false);
      },
      { rootMargin: `${String(NEAR)}px` },
    );
    this.near.observe(block);
  }

  stop(): void {
    this.near.disconnect();
    this.colour(false);
    this.pre.removeEventListener('scroll', this.scrolled);
    this.tools.destroy();
  }

  /** Long code is laid out in parts, each of which ends with a line. */
  private get code(): string {
    return this.pre.textContent.replace(/\n$/, '');
  }

  private get isFolded(): boolean {
    return this.block.classList.contains('folded');
  }

  /** The place in the code up to which it is seen. */
  private get shownUntil(): number {
    return this.isFolded ? lengthShownFolded(this.code) : Infinity;
  }

  private addTools(views: ViewContainerRef): ComponentRef<CodeTools> {
    const tools = views.createComponent(CodeTools);
    const { code } = this;
    tools.setInput('code', code);
    tools.setInput('language', languageOf(this.block.classList)?.name ?? null);
    tools.setInput('lines', isLongCode(code) ? linesOfCode(code) : 0);
    tools.instance.unfolded.subscribe(() => {
      this.resize(() => {
        this.setFolded(false);
      });
    });
    tools.instance.foldedAgain.subscribe(() => {
      this.resize(() => {
        this.setFolded(true);
      });
      // Its button would else be somewhere above what is in view.
      this.block.scrollIntoView({ block: 'nearest' });
    });
    this.block.append(tools.location.nativeElement as HTMLElement);
    return tools;
  }

  private setFolded(folded: boolean): void {
    this.block.classList.toggle('folded', folded);
    this.tools.setInput('folded', folded);
    this.tools.changeDetectorRef.detectChanges();
    void this.colours?.show(this.shownUntil);
  }

  /** The browser has scrolled within the folded code, to what was searched for: open it, and go there. */
  private reached(): void {
    const distance = this.pre.scrollTop;
    if (!this.isFolded || distance === 0) return;
    this.pre.scrollTop = 0;
    this.resize(() => {
      this.setFolded(false);
    });
    this.goOn(distance);
  }

  private colour(isNear: boolean): void {
    const grammar = languageOf(this.block.classList)?.grammar;
    if (isNear && !this.colours && grammar) {
      this.colours = new CodeColours(this.pre, grammar);
      void this.colours.show(this.shownUntil);
    } else if (!isNear) {
      this.colours?.stop();
      this.colours = null;
    }
  }
}
