import { expect, it } from "vitest";

import { measure, parseMeasure } from "./numbers";

it("measures are typed with a comma", () => {
  expect([parseMeasure("12,7"), parseMeasure("12.7 mm"), parseMeasure(" 30 "), parseMeasure("ba")]).toEqual([
    12.7,
    12.7,
    30,
    null,
  ]);
  expect([measure(12.7), measure(0.4), measure(30)]).toEqual(["12,7", "0,4", "30"]);
});
