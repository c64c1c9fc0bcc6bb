import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';

export type { PDFDocumentProxy, PDFPageProxy };
export { TextLayer };

/** Fonts and tables of characters that a document may use without bringing them, loaded when one does. */
const PARTS = '/pdf/';

export interface OpenPdf {
  readonly document: Promise<PDFDocumentProxy>;
  close(): Promise<void>;
}

/** Reads a PDF in a worker. What would run in it is left alone: no scripts, no forms, no links. */
export function openPdf(url: string): OpenPdf {
  GlobalWorkerOptions.workerPort ??= new Worker(new URL('./pdf.worker', import.meta.url), { type: 'module' });
  const task = getDocument({
    url,
    cMapUrl: `${PARTS}cmaps/`,
    standardFontDataUrl: `${PARTS}fonts/`,
    wasmUrl: `${PARTS}decoders/`,
    // The page's own rules forbid it: nothing is compiled here that was not built with the client.
    useWasm: false,
    enableXfa: false,
  });
  return { document: task.promise, close: () => task.destroy() };
}
