/** Drawing a PDF's pages. */

import * as pdfjs from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";

pdfjs.GlobalWorkerOptions.workerSrc = worker;

export type Pdf = pdfjs.PDFDocumentProxy;

/** Opens the bytes of a PDF. */
export function open(bytes: ArrayBuffer): Promise<Pdf> {
  return pdfjs.getDocument({ data: new Uint8Array(bytes) }).promise;
}

/** Draws a page, counted from 1, as wide as asked for in CSS pixels. */
export async function draw(pdf: Pdf, number: number, canvas: HTMLCanvasElement, width: number): Promise<void> {
  const page = await pdf.getPage(number);
  const sharp = window.devicePixelRatio || 1;
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * sharp });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${viewport.height / sharp}px`;
  await page.render({ canvas, viewport }).promise;
}
