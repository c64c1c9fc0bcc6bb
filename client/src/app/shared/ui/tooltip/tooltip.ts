/** From the edges of the window, and from what it belongs to, in pixels. */
const MARGIN = 8;

/** The one tooltip of the page. It is hidden from screen readers, who have read the same name with the button. */
export class Tooltip {
  private readonly element = document.createElement('div');
  /** What it says may change while one reads it, as where names are asked for. */
  private readonly renamed = new MutationObserver(() => {
    this.update();
  });
  private origin: Element | null = null;

  constructor() {
    this.element.className = 'tooltip';
    this.element.ariaHidden = 'true';
    this.element.dir = 'auto';
    this.element.setAttribute('popover', 'manual');
  }

  get isShown(): boolean {
    return this.origin !== null;
  }

  isOf(origin: Element): boolean {
    return this.origin === origin;
  }

  holds(target: EventTarget | null): boolean {
    return target instanceof Node && this.element.contains(target);
  }

  show(origin: Element): void {
    this.hide();
    if (!origin.isConnected) return;
    this.origin = origin;
    this.renamed.observe(origin, { attributeFilter: ['aria-label'] });
    document.body.append(this.element);
    // Above dialogs too, in browsers that have such a layer.
    if (typeof this.element.showPopover === 'function') this.element.showPopover();
    this.update();
  }

  hide(): void {
    this.origin = null;
    this.renamed.disconnect();
    this.element.remove();
  }

  /** Below its button where there is room, otherwise above it, and always inside of the window. */
  private update(): void {
    if (!this.origin) return;
    this.element.textContent = this.origin.ariaLabel;
    const { left, width, top, bottom } = this.origin.getBoundingClientRect();
    const own = this.element.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const x = left + width / 2 - own.width / 2;
    const isRoomBelow = bottom + MARGIN + own.height + MARGIN <= clientHeight;
    this.element.style.left = `${String(Math.max(MARGIN, Math.min(x, clientWidth - own.width - MARGIN)))}px`;
    this.element.style.top = `${String(isRoomBelow ? bottom + MARGIN : Math.max(MARGIN, top - own.height - MARGIN))}px`;
  }
}
