import { describe, expect, it } from "vitest";

import { at, box, moved, type Extent } from "./selection";

const FILLED = ["xx.x", "x..x", "...x"];
const extent: Extent = {
  rows: 3,
  columns: 4,
  page: 2,
  filled: ({ row, column }) => FILLED[row]?.[column] === "x",
};
const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, shiftKey: false, ...more });

describe("chọn ô", () => {
  it("mũi tên, Tab, Home, End, trang dừng ở mép như trong Excel", () => {
    expect(moved(at(0, 0), key("ArrowUp"), extent)).toEqual(at(0, 0));
    expect(moved(at(0, 3), key("Tab"), extent)).toEqual(at(1, 0));
    expect(moved(at(1, 0), key("Tab", { shiftKey: true }), extent)).toEqual(at(0, 3));
    expect(moved(at(2, 3), key("Tab"), extent)).toEqual(at(2, 3));
    expect(moved(at(1, 2), key("Home"), extent)).toEqual(at(1, 0));
    expect(moved(at(1, 2), key("Home", { ctrlKey: true }), extent)).toEqual(at(0, 0));
    expect(moved(at(0, 0), key("End", { ctrlKey: true }), extent)).toEqual(at(2, 3));
    expect(moved(at(0, 1), key("PageDown"), extent)).toEqual(at(2, 1));
    expect(moved(at(0, 0), key("a"), extent)).toBeNull();
  });

  it("Shift mở rộng vùng, ô hiện hành đứng yên", () => {
    const wider = moved(at(1, 1), key("ArrowRight", { shiftKey: true }), extent);
    expect(wider).toEqual({ from: { row: 1, column: 1 }, to: { row: 1, column: 2 } });
    const taller = moved(wider ?? at(0, 0), key("ArrowUp", { shiftKey: true }), extent);
    expect(box(taller ?? at(0, 0))).toEqual({ top: 0, bottom: 1, left: 1, right: 2 });
  });

  it("Ctrl và mũi tên đến hết vùng có chữ hoặc ô có chữ kế tiếp", () => {
    expect(moved(at(0, 0), key("ArrowRight", { ctrlKey: true }), extent)).toEqual(at(0, 1));
    expect(moved(at(0, 1), key("ArrowRight", { ctrlKey: true }), extent)).toEqual(at(0, 3));
    expect(moved(at(0, 0), key("ArrowDown", { ctrlKey: true }), extent)).toEqual(at(1, 0));
    expect(moved(at(2, 0), key("ArrowUp", { ctrlKey: true }), extent)).toEqual(at(1, 0));
    expect(moved(at(1, 0), key("ArrowDown", { ctrlKey: true }), extent)).toEqual(at(2, 0));
  });
});
