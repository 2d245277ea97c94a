import { describe, expect, it } from "vitest";

import { line, printed, recipient, understood } from "./authority";

describe("authority and post", () => {
  it("prints each authority on lines of its own", () => {
    expect(printed({ authority: "KT.", whose: "Giám đốc", post: "Phó  Giám đốc" })).toEqual([
      "KT. GIÁM ĐỐC",
      "PHÓ GIÁM ĐỐC",
    ]);
    expect(printed({ authority: "own", whose: "x", post: "Chánh Văn phòng" })).toEqual(["CHÁNH VĂN PHÒNG"]);
    expect(printed({ authority: "Q.", whose: "", post: "Cục trưởng" })).toEqual(["Q. CỤC TRƯỞNG"]);
    expect(printed({ authority: "TL.", whose: "Bộ trưởng", post: "" })).toEqual(["TL. BỘ TRƯỞNG"]);
  });
  it("understands what it prints", () => {
    for (const lines of [
      ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"],
      ["GIÁM ĐỐC"],
      ["Q. GIÁM ĐỐC"],
      ["TUQ. BỘ TRƯỞNG", "VỤ TRƯỞNG"],
    ]) {
      expect(printed(understood(lines))).toEqual(lines);
    }
  });
  it("parts a recipient from what it gets the paper for", () => {
    expect(recipient("Bộ trưởng (để b/c)")).toEqual({ name: "Bộ trưởng", note: "để b/c" });
    expect(recipient("Lưu: VT, KHTC")).toEqual({ name: "Lưu: VT, KHTC", note: "" });
    expect(line("Như trên", "")).toBe("Như trên");
    expect(line("Bộ trưởng", "để b/c")).toBe("Bộ trưởng (để b/c)");
  });
});
