/** Drawing a PDF's pages. */

import type { PDFDocumentProxy, PDFWorker, RenderTask } from "pdfjs-dist";

export type Pdf = PDFDocumentProxy;

interface Library {
  pdfjs: typeof import("pdfjs-dist");
  /** One for all documents: to start one anew takes as long as to draw a page. */
  worker: PDFWorker;
}

let library: Promise<Library> | undefined;

/** Fetched when pages are first looked at: the window need not wait for it to come up. */
function fetched(): Promise<Library> {
  library ??= (async () => {
    const [pdfjs, worker] = await Promise.all([
      import("pdfjs-dist"),
      import("pdfjs-dist/build/pdf.worker.min.mjs?url"),
    ]);
    pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
    return { pdfjs, worker: new pdfjs.PDFWorker() };
  })();
  return library;
}

/** Opens the bytes of a PDF. */
export async function open(bytes: ArrayBuffer): Promise<Pdf> {
  const { pdfjs, worker } = await fetched();
  return pdfjs.getDocument({ data: new Uint8Array(bytes), worker }).promise;
}

/** A drawing under way. */
export interface Drawing {
  /** Once it is on the canvas; `false` if it was given up. */
  done: Promise<boolean>;
  stop: () => void;
}

/**
 * Draws a page, counted from 1, as wide as asked for in CSS pixels: off screen first, then onto the canvas in one step, so
 * that what it showed stays until the new page is whole.
 */
export function draw(pdf: Pdf, number: number, canvas: HTMLCanvasElement, width: number): Drawing {
  let stopped = false;
  let task: RenderTask | undefined;
  async function run(): Promise<boolean> {
    const page = await pdf.getPage(number);
    if (stopped) return false;
    const sharp = window.devicePixelRatio || 1;
    const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * sharp });
    const sheet = document.createElement("canvas");
    sheet.width = Math.round(viewport.width);
    sheet.height = Math.round(viewport.height);
    task = page.render({ canvas: sheet, viewport });
    await task.promise;
    if (stopped) return false;
    canvas.width = sheet.width;
    canvas.height = sheet.height;
    canvas.getContext("2d")?.drawImage(sheet, 0, 0);
    return true;
  }
  return {
    // A document that was put away meanwhile, or a drawing given up, is no failure: a newer one follows.
    done: run().catch(() => false),
    stop: () => {
      stopped = true;
      task?.cancel();
    },
  };
}
