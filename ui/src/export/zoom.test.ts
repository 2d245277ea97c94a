import { describe, expect, it } from "vitest";

import { fit, step } from "./zoom";

const upright = { width: 2100, height: 2970, look: 1 };
const lying = { width: 2970, height: 2100, look: 1 };
const desk = { width: 832, height: 640, gap: 20 };

describe("zoom", () => {
  it("shows pages at their true size at 100 %", () => {
    expect(fit([upright], 100, 1, desk)[0]).toEqual({ width: 794, ratio: 2970 / 2100, percent: 100 });
  });
  it("fills the width, or the height", () => {
    expect(fit([upright, lying], "width", 1, desk).map((size) => size.width)).toEqual([800, 800]);
    const [page] = fit([upright], "page", 1, desk);
    expect(Math.round((page?.width ?? 0) * (page?.ratio ?? 0))).toBeLessThanOrEqual(601);
    expect(fit([upright], "width", 2, desk)[0]?.width).toBe(390);
  });
  it("goes in steps and stops at the ends", () => {
    expect([step(100, 1), step(101, -1), step(88, -1), step(300, 1), step(25, -1)]).toEqual([125, 100, 75, 300, 25]);
  });
});
