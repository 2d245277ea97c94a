import { describe, expect, it } from "vitest";

import { items, labels, letter, LETTERS, shifted, split, type Item, type Level } from "./items";

describe("items", () => {
  it("count in the Vietnamese alphabet", () => {
    expect([1, 4, 5, 6, 7, 23, 24, 25].map(letter)).toEqual(["a", "d", "đ", "e", "g", "y", "aa", "ab"]);
    expect(LETTERS).toHaveLength(23);
  });

  it("know a typed label from a word", () => {
    expect(split("đ) Rà soát")).toEqual({ level: "letter", no: 5, length: 3 });
    expect(split("12. Tổ chức")).toEqual({ level: "no", no: 12, length: 4 });
    expect(split("– Một").level).toBe("dash");
    expect(split("+ Một").level).toBe("plus");
    for (const text of ["1.1. Mục", "I. Mục", "f) Mục", "2025 là năm", "-5 độ", "a)b", "Mục a) một"])
      expect(split(text).level, text).toBe("");
  });

  it("renumber themselves; text between two rows closes the first", () => {
    const item = (level: Level, start: number | null = 1): Item => ({ level, start });
    expect(labels([item("letter"), item("letter"), item("dash"), item("letter"), item(""), item("letter")])).toEqual([
      "a)",
      "b)",
      "-",
      "c)",
      "",
      "a)",
    ]);
    expect(labels([item("no"), item("letter"), item("no"), item("letter"), item("", 1), item("no", null)])).toEqual([
      "1.",
      "a)",
      "2.",
      "a)",
      "",
      "3.",
    ]);
  });

  it("keep what a consistent text says", () => {
    const texts = [
      ["a)", "b)", "", "a)", "b)"],
      ["a)", "b)", "", "c)", "d)", "đ)"],
      ["1.", "a)", "-", "+", "b)", "2.", "a)", "", "3."],
      ["3.", "4.", "-", "", "7."],
    ];
    for (const text of texts) expect(labels(items(text.map((one) => split(`${one} x`.trimStart()))))).toEqual(text);
  });

  it("the rest of a row counts on when its first item goes", () => {
    const row = items(["", "c)", "d)", "", "a)", "b)"].map((one) => split(`${one} x`.trimStart())));
    expect(labels(row.filter((_, at) => at !== 4)).slice(4)).toEqual(["a)"]);
  });

  it("change level between running text and plus", () => {
    expect(shifted("", 1, "letter")).toBe("letter");
    expect(shifted("letter", 1, "no")).toBe("dash");
    expect(shifted("plus", 1, "no")).toBe("plus");
    expect(shifted("no", -1, "no")).toBe("");
  });
});
