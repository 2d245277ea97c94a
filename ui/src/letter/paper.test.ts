import { describe, expect, it } from "vitest";

import type { Correction } from "../bindings";
import { withCorrection } from "./paper";

describe("corrections", () => {
  it("of the same value: the later counts, and steps add up", () => {
    const rename = (heading: string): Correction => ({ what: "rename_heading", node: 3, heading });
    const level: Correction = { what: "heading_level", node: 3, deeper: true };
    let all: Correction[] = [];
    for (const one of [rename("a"), level, level, rename("b"), { what: "drop_task", task: 1 } as Correction])
      all = withCorrection(all, one);
    expect(all).toEqual([level, level, rename("b"), { what: "drop_task", task: 1 }]);
    expect(withCorrection(all, { what: "drop_task", task: 1 })).toHaveLength(4);
  });
});
