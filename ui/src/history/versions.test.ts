import { describe, expect, it } from "vitest";

import type { Piece, Version } from "../bindings";
import { called, shortened, when } from "./versions";

describe("lịch sử", () => {
  it("gọi phiên bản theo tên, hoặc theo lý do được giữ", () => {
    const version: Version = { id: 1, at: "2025-12-06T14:32:05", kind: "exported", name: "", changes: "" };
    expect(called(version)).toBe("Khi xuất văn bản");
    expect(called({ ...version, kind: "named", name: "Trình lần 1" })).toBe("Trình lần 1");
    expect(when(version.at)).toBe("14:32, 06/12/2025");
  });

  it("lược đoạn dài không đổi, giữ nguyên chữ đã đổi", () => {
    const long = "chữ ".repeat(200);
    const pieces: Piece[] = [
      { kept: "same", text: long },
      { kept: "removed", text: long },
      { kept: "same", text: "ngắn" },
      { kept: "added", text: "mới" },
      { kept: "same", text: long },
    ];
    const short = shortened(pieces);
    expect(short[0]?.text.length).toBeLessThan(80);
    expect(short[0]?.text.startsWith(" … ")).toBe(true);
    expect(short[1]).toBe(pieces[1]);
    expect(short[2]).toBe(pieces[2]);
    expect(short[4]?.text.endsWith(" … ")).toBe(true);
  });
});
