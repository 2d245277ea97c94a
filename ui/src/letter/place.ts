/** Where things stand in a paper: places as readings write them, found on the pages or among the blocks that are shown. */

import type { PaperView, ViewBlock, ViewCell } from "../bindings";
import { folded } from "../shared/words";

/** A place taken apart; what it does not say is absent. */
export interface Place {
  page?: number;
  line?: number;
  paragraph?: number;
  /** The rest, as written: "ô B12", "hàng 3, cột 2". */
  rest?: string;
}

/** "trang 3, dòng 12" → page 3, line 12; "đoạn 14"; "trang tính “A”, ô B12" is a cell and no page. */
export function parsePlace(at: string): Place {
  const place: Place = {};
  const rest: string[] = [];
  for (const part of at.split(", ")) {
    const match = /^(trang|đoạn|dòng) (\d+)$/u.exec(part.trim());
    if (match?.[1] === "trang") place.page = Number(match[2]);
    else if (match?.[1] === "đoạn") place.paragraph = Number(match[2]);
    else if (match?.[1] === "dòng") place.line = Number(match[2]);
    else if (part.trim() !== "") rest.push(part.trim());
  }
  if (rest.length > 0) place.rest = rest.join(", ");
  return place;
}

/** A place for the margin of a list: "tr. 24", "đoạn 14", "ô B12". */
export function shortPlace(at: string): string {
  const place = parsePlace(at);
  if (place.page) return `tr. ${place.page}`;
  // a half of a letterhead: its paragraph says more than its column
  if (place.paragraph) return `đoạn ${place.paragraph}`;
  const parts = place.rest?.split(", ") ?? [];
  if (parts.length > 0) return parts.find((part) => part.startsWith("hàng ")) ?? parts.at(-1) ?? "";
  return place.line ? `dòng ${place.line}` : "";
}

/** Left, top, right, bottom in points. */
export type Area = [number, number, number, number];

/** What to tint: areas of a page, or a block and a row of it. */
export type Target =
  | { kind: "page"; page: number; areas: Area[] }
  | { kind: "block"; block: number; row: number | null; cell: number | null };

/** Blocks and pages of one paper by their places. */
export class PaperMap {
  readonly view: PaperView;
  #blocks = new Map<string, { block: number; row: number | null; cell: number | null }>();

  constructor(view: PaperView) {
    this.view = view;
    const note = (at: string, block: number, row: number | null, cell: number | null) => {
      if (at !== "" && !this.#blocks.has(at)) this.#blocks.set(at, { block, row, cell });
    };
    view.blocks.forEach((block: ViewBlock, number) => {
      if (block.block === "line") note(block.at, number, null, null);
      else if (block.block === "table")
        // a row of a table of tasks is one thing; of a letterhead each half is
        block.rows.forEach((row: ViewCell[], at: number) =>
          row.forEach((cell, column) => note(cell.at, number, at, block.bare ? column : null)),
        );
    });
  }

  /** Where a place is shown. `text`: what stands there, so that a paragraph's further lines are tinted too. */
  find(at: string, text = ""): Target | null {
    const place = parsePlace(at);
    if (this.view.pages.length > 0) return this.#onPage(place, text);
    const found = this.#blocks.get(at) ?? this.#nearest(place);
    return found ? { kind: "block", ...found } : null;
  }

  #onPage(place: Place, text: string): Target | null {
    const page = this.view.pages.find((one) => one.page === place.page);
    if (!page) return null;
    const line = place.line ? page.lines[place.line - 1] : undefined;
    if (!line) return { kind: "page", page: page.page, areas: [] };
    const first = area(line.area);
    const middle = (first[1] + first[3]) / 2;
    const row = page.rows.map(area).find((one) => one[1] <= middle && middle < one[3]);
    if (row) return { kind: "page", page: page.page, areas: [row] };
    const whole = folded(text);
    const areas = [first];
    for (let at = place.line ?? 0; at < page.lines.length; at += 1) {
      const next = page.lines[at];
      const words = folded(next?.text ?? "");
      if (!next || words.length < 3 || !whole.includes(words)) break;
      areas.push(area(next.area));
    }
    return { kind: "page", page: page.page, areas: [around(areas)] };
  }

  /** A footnote's or a nested cell's place has no block of its own: the paragraph before it is near enough. */
  #nearest(place: Place): { block: number; row: number | null; cell: number | null } | undefined {
    let best: { block: number; row: number | null; cell: number | null } | undefined;
    let distance = 4;
    for (const [at, found] of this.#blocks) {
      const other = parsePlace(at);
      const own = place.paragraph ?? place.line;
      const theirs = place.paragraph ? other.paragraph : other.line;
      if (own === undefined || theirs === undefined || theirs > own || own - theirs >= distance) continue;
      [best, distance] = [found, own - theirs];
    }
    return best;
  }

  /** Which sheet of a workbook a block stands on, from 0. */
  tabOf(block: number): number {
    return this.view.blocks.slice(0, block).filter((one) => one.block === "page_break").length;
  }

  /** How far down in the paper a place is; `null` if it is not shown. */
  order(at: string): number | null {
    const place = parsePlace(at);
    if (this.view.pages.length > 0) return place.page ? place.page * 10_000 + (place.line ?? 0) : null;
    const found = this.#blocks.get(at);
    return found ? found.block * 10_000 + (found.row ?? 0) : null;
  }

  /** The order of a point on a page, in points from its top left: that of its table row or line. */
  orderOnPage(number: number, x: number, y: number): number | null {
    const page = this.view.pages.find((one) => one.page === number);
    if (!page) return null;
    const inside = page.rows.map(area).find((one) => one[0] <= x && x <= one[2] && one[1] <= y && y < one[3]);
    // the first line that stands in the row; else the last line that begins above the point
    const line = inside
      ? page.lines.findIndex((one) => {
          const box = area(one.area);
          const middle = (box[1] + box[3]) / 2;
          return inside[1] <= middle && middle < inside[3];
        })
      : page.lines.findLastIndex((one) => area(one.area)[1] <= y + 1);
    return line < 0 ? null : number * 10_000 + line + 1;
  }
}

/** Of things with places the last that stands at or above `order`. */
export function lastBefore<T extends { at: string }>(map: PaperMap, things: T[], order: number): T | null {
  let best: T | null = null;
  let highest = -1;
  for (const thing of things) {
    const own = map.order(thing.at);
    if (own !== null && own <= order && own >= highest) [best, highest] = [thing, own];
  }
  return best;
}

function area(of: (number | null)[]): Area {
  return [of[0] ?? 0, of[1] ?? 0, of[2] ?? 0, of[3] ?? 0];
}

function around(areas: Area[]): Area {
  return [
    Math.min(...areas.map((one) => one[0])),
    Math.min(...areas.map((one) => one[1])),
    Math.max(...areas.map((one) => one[2])),
    Math.max(...areas.map((one) => one[3])),
  ];
}
