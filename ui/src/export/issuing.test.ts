import { expect, test } from "vitest";

import { linesOf, numberOf } from "./issuing";

test("a number in the register is read with or without its leading zero", () => {
  expect(["05", " 12 ", "", "0", "5/KH", "-1", "1.5"].map(numberOf)).toEqual([5, 12, null, null, null, null, null]);
});

test("recipients pasted from a paper lose the dashes and signs that print adds", () => {
  expect(linesOf("- Lãnh đạo Bộ (để b/c);\n\n– Như trên;\nLưu: VT, TTCNTT.")).toEqual([
    "Lãnh đạo Bộ (để b/c)",
    "Như trên",
    "Lưu: VT, TTCNTT",
  ]);
});
