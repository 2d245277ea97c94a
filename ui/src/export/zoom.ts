/** How large pages are shown. 100 % is their true size: 96 pixels an inch. */

import type { PageShape } from "../bindings";

/** As wide as the desk, as high as the desk, or so many per cent. */
export type Zoom = "width" | "page" | number;

/** Steps of the buttons, in per cent. */
export const STEPS = [25, 33, 50, 67, 75, 88, 100, 125, 150, 200, 300];

/** Pixels of a tenth of a millimetre at 100 %. */
const PIXELS = 96 / 254;
/** Wider than this a page that fits the width would be hard to read across. */
const WIDEST = 900;

export interface Size {
  width: number;
  /** Height over width. */
  ratio: number;
  percent: number;
}

/** Each page's size. Upright pages share one scale, so do those that lie: they fill the width as far as there is room. */
export function fit(
  pages: PageShape[],
  zoom: Zoom,
  across: 1 | 2,
  desk: { width: number; height: number; gap: number },
): Size[] {
  const room = (desk.width - 32 - (across - 1) * desk.gap) / across;
  return pages.map((page) => {
    const natural = page.width * PIXELS;
    const ratio = page.height / page.width;
    const lying = ratio < 1;
    let width = typeof zoom === "number" ? (natural * zoom) / 100 : Math.min(room, lying ? WIDEST * 1.3 : WIDEST);
    if (zoom === "page") width = Math.min(width, (desk.height - 2 * desk.gap) / ratio);
    width = Math.max(80, Math.round(width));
    return { width, ratio, percent: Math.round((width / natural) * 100) };
  });
}

/** The next step up or down. */
export function step(percent: number, by: 1 | -1): number {
  const next = by > 0 ? STEPS.find((one) => one > percent) : STEPS.findLast((one) => one < percent);
  return next ?? percent;
}
