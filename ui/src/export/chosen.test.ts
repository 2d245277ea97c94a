import { describe, expect, it } from "vitest";

import { FIRST, read, verb } from "./chosen";

describe("what is remembered of exporting", () => {
  it("comes back, and what is not understood is as at first", () => {
    const chosen = { folder: "D:\\Kế hoạch", formats: { ...FIRST.formats, archive: true }, papers: FIRST.papers };
    expect(read(JSON.stringify(chosen))).toEqual(chosen);
    expect(read(null)).toEqual(FIRST);
    expect(read("{")).toEqual(FIRST);
    expect(read('{"folder": 3, "formats": {"pdf": "x", "docx": false}, "papers": null}')).toEqual({
      ...FIRST,
      formats: { ...FIRST.formats, docx: false },
    });
  });
  it("the button says what it does", () => {
    expect(verb(3, 0)).toBe("Xuất 3 tệp");
    expect(verb(3, 2)).toBe("Xuất 3 tệp, thay 2 tệp cũ");
  });
});
