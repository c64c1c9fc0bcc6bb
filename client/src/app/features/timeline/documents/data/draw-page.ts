import { type PDFDocumentProxy, TextLayer } from './pdf';

/** Of a screen with finer pixels no more than this: a page of A4 has 8 million then, which are 32 MB. */
const MAX_FINENESS = 2;

/** Draws a page into an element as wide as that is, with its words over it: to be read aloud, selected and copied. */
export async function drawPage(
  document: PDFDocumentProxy,
  number: number,
  { element, signal }: { readonly element: HTMLElement; readonly signal: AbortSignal },
): Promise<void> {
  const page = await document.getPage(number);
  if (signal.aborted) return;
  const { width, height } = page.getViewport({ scale: 1 });
  element.style.aspectRatio = String(width / height);
  const scale = element.clientWidth / width;

  const canvas = element.ownerDocument.createElement('canvas');
  const drawn = page.getViewport({ scale: scale * Math.min(devicePixelRatio, MAX_FINENESS) });
  canvas.width = Math.floor(drawn.width);
  canvas.height = Math.floor(drawn.height);
  const words = element.ownerDocument.createElement('div');
  words.className = 'words';
  words.style.setProperty('--total-scale-factor', String(scale));
  element.replaceChildren(canvas, words);

  const drawing = page.render({ canvas, viewport: drawn });
  const layer = new TextLayer({
    textContentSource: page.streamTextContent(),
    container: words,
    viewport: page.getViewport({ scale }),
  });
  signal.addEventListener('abort', () => {
    drawing.cancel();
    layer.cancel();
  });
  await Promise.all([drawing.promise, layer.render()]);
}
