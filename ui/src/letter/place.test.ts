import { describe, expect, it } from "vitest";

import type { PaperView } from "../bindings";
import { lastBefore, PaperMap, parsePlace, shortPlace } from "./place";

const line = (text: string, top: number) => ({
  text,
  area: [50, top, 300, top + 10] as [number, number, number, number],
});
const pdf: PaperView = {
  pages: [
    {
      page: 1,
      turn: 0,
      width: 595,
      height: 842,
      lines: [line("24", 10), line("Phần I. Mục tiêu", 40), line("cụ thể năm 2026", 55), line("Số hóa", 105)],
      rows: [[50, 100, 500, 140]],
    },
  ],
  blocks: [],
  tabs: [],
};
const look = { bold: false, italic: false, set: "left" as const, indent: 0 };
const cell = (at: string) => ({ at, text: "x", looks: [], columns: 1, rows: 1 });
const docx: PaperView = {
  pages: [],
  blocks: [
    { block: "line", at: "đoạn 1", text: "a", look, gap: false },
    { block: "table", bare: false, widths: [], rows: [[cell("ô A1"), cell("ô B1")], [cell("ô A2")]] },
    { block: "page_break" },
    { block: "line", at: "đoạn 4", text: "b", look, gap: false },
    { block: "table", bare: true, widths: [], rows: [[cell("đoạn 9, hàng 1, cột 1"), cell("đoạn 9, hàng 1, cột 2")]] },
  ],
  tabs: [],
};

describe("places", () => {
  it("are taken apart as readings write them", () => {
    expect(parsePlace("trang 3, dòng 12")).toEqual({ page: 3, line: 12 });
    expect(parsePlace("đoạn 14")).toEqual({ paragraph: 14 });
    expect(parsePlace("dòng 4, cột 2")).toEqual({ line: 4, rest: "cột 2" });
    expect(parsePlace("trang tính “A”, ô B12")).toEqual({ rest: "trang tính “A”, ô B12" });
    expect(parsePlace("")).toEqual({});
  });

  it("are short in a margin", () => {
    expect(["đoạn 1, hàng 1, cột 2", "bảng 2, hàng 7, cột 3"].map(shortPlace)).toEqual(["đoạn 1", "hàng 7"]);
    expect(["trang 3, dòng 12", "đoạn 14", "trang tính “A”, ô B12", "dòng 4", "văn bản"].map(shortPlace)).toEqual([
      "tr. 3",
      "đoạn 14",
      "ô B12",
      "dòng 4",
      "văn bản",
    ]);
  });

  it("are found on a page: the lines of what stands there, or the whole row of a table", () => {
    const map = new PaperMap(pdf);
    expect(map.find("trang 1, dòng 2", "Mục tiêu cụ thể năm 2026")).toEqual({
      kind: "page",
      page: 1,
      areas: [[50, 40, 300, 65]],
    });
    expect(map.find("trang 1, dòng 4")).toEqual({ kind: "page", page: 1, areas: [[50, 100, 500, 140]] });
    expect(map.find("trang 1")).toEqual({ kind: "page", page: 1, areas: [] });
    expect(map.find("trang 9, dòng 1")).toBeNull();
    expect(map.find("văn bản")).toBeNull();
  });

  it("are found among blocks, a note at its paragraph", () => {
    const map = new PaperMap(docx);
    expect(map.find("ô A2")).toEqual({ kind: "block", block: 1, row: 1, cell: null });
    expect(map.find("đoạn 5")).toEqual({ kind: "block", block: 3, row: null, cell: null });
    expect(map.find("đoạn 9, hàng 1, cột 2")).toEqual({ kind: "block", block: 4, row: 0, cell: 1 });
    expect([map.tabOf(1), map.tabOf(3)]).toEqual([0, 1]);
    expect(map.find("đoạn 40")).toBeNull();
  });

  it("lead back from the paper to what was understood of it", () => {
    const map = new PaperMap(pdf);
    const things = [{ at: "trang 1, dòng 2" }, { at: "trang 1, dòng 4" }, { at: "văn bản" }];
    const at = (y: number) => lastBefore(map, things, map.orderOnPage(1, 100, y) ?? 0)?.at;
    expect([at(12), at(60), at(130)]).toEqual([undefined, "trang 1, dòng 2", "trang 1, dòng 4"]);
    const blocks = new PaperMap(docx);
    expect(lastBefore(blocks, [{ at: "đoạn 1" }, { at: "ô A2" }], blocks.order("đoạn 4") ?? 0)?.at).toBe("ô A2");
  });
});
