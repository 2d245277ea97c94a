import { describe, expect, it } from "vitest";

import type { LaidOut } from "../bindings";
import { pagesInWords, placeAt, placesOf } from "./places";

const laid: LaidOut = {
  pages: [],
  body: 2,
  took: 0,
  places: [
    { of: { kind: "letterhead" }, page: 1, top: 200, bottom: 500 },
    { of: { kind: "section", id: 1 }, page: 1, top: 600, bottom: 900 },
    { of: { kind: "section", id: 2 }, page: 1, top: 950, bottom: 2700 },
    { of: { kind: "section", id: 2 }, page: 2, top: 200, bottom: 400 },
    { of: { kind: "task", id: 1 }, page: 3, top: 500, bottom: 600 },
  ],
};

describe("places on pages", () => {
  it("finds what stands at a height, and in a gap the nearer thing", () => {
    expect(placeAt(laid, 1, 700)?.of).toEqual({ kind: "section", id: 1 });
    expect(placeAt(laid, 1, 910)?.of).toEqual({ kind: "section", id: 1 });
    expect(placeAt(laid, 1, 945)?.of).toEqual({ kind: "section", id: 2 });
    expect(placeAt(laid, 1, 0)?.of).toEqual({ kind: "letterhead" });
    expect(placeAt(laid, 9, 100)).toBeUndefined();
  });

  it("tells tasks from sections of the same number", () => {
    expect(placesOf(laid, { kind: "task", id: 1 }).map((place) => place.page)).toEqual([3]);
    expect(placesOf(laid, { kind: "section", id: 2 }).map((place) => place.page)).toEqual([1, 2]);
  });

  it("names pages in words", () => {
    expect(pagesInWords(placesOf(laid, { kind: "section", id: 1 }))).toBe("trang 1");
    expect(pagesInWords(placesOf(laid, { kind: "section", id: 2 }))).toBe("trang 1 và 2");
    expect(pagesInWords([])).toBe("");
  });
});
