import { describe, expect, it } from "vitest";

import type { Finding, ShownSection } from "../bindings";
import { doubtsIn, filtered, findingsOf, paragraphs, progress, rows, seen, title } from "./outline";

function section(id: number, path: string, more: Partial<ShownSection> = {}): ShownSection {
  return {
    id,
    path,
    label: path.split("/").at(-1) ?? "",
    heading: `Mục ${id}`,
    mandatory: false,
    status: "empty",
    holds: "text",
    source: null,
    text_source: null,
    guidance: "",
    text: [],
    spans: [],
    paragraph_sources: [],
    indicators: [],
    comments: [],
    children: [],
    ...more,
  };
}

const plan = [
  section(1, "Phần I", { children: [section(2, "Phần I/I", { status: "done" }), section(3, "Phần I/II")] }),
  section(4, "Phần II", { text: ["Mở đầu."], status: "edited" }),
];

describe("đề mục", () => {
  it("trải ra theo thứ tự, cha trước con", () => {
    expect(rows(plan).map((row) => [row.section.id, row.level])).toEqual([
      [1, 0],
      [2, 1],
      [3, 1],
      [4, 0],
    ]);
  });

  it("gập một mục thì ẩn các mục dưới nó", () => {
    expect(seen(rows(plan), new Set([1])).map((row) => row.section.id)).toEqual([1, 4]);
  });

  it("tính tiến độ trên các mục có viết", () => {
    expect(progress(rows(plan))).toEqual({ done: 1, of: 3 });
  });

  it("ghi nhãn như bản in", () => {
    expect(title(section(1, "Phần II"))).toBe("Phần II. Mục 1");
    expect(title(section(1, "Phần II/III/đ"))).toBe("đ) Mục 1");
    expect(title(section(1, "", { label: "" }))).toBe("Mục 1");
  });

  it("tìm phát hiện của đúng mục đó", () => {
    const finding = (place: string): Finding => ({ severity: "warning", place, message: "", hint: "" });
    const all = [finding("Phần I/I"), finding("mục Phần I/I, đoạn 2"), finding("Phần I/II"), finding("Phần I")];
    expect(findingsOf(section(2, "Phần I/I"), all)).toEqual([all[0], all[1]]);
  });

  it("tách đoạn theo dòng, bỏ dòng trống", () => {
    expect(paragraphs(" a) Một \n\n- Hai\n")).toEqual(["a) Một", "- Hai"]);
  });

  it("are filtered with those above them", () => {
    const done = section(3, "I/1", { status: "done" });
    const doubtful = section(4, "I/2", { status: "done", text: ["Đạt ....... % hồ sơ."] });
    const all = rows([section(1, "I", { children: [done, doubtful] }), section(2, "II")]);
    const finding = {
      severity: "warning" as const,
      place: "đề mục I/2",
      message: "còn chỗ trống: “Đạt .......”",
      hint: "",
    };
    const ids = (filter: "open" | "doubtful") => filtered(all, [finding], filter).map((row) => row.section.id);
    expect(ids("open")).toEqual([2]);
    expect(ids("doubtful")).toEqual([1, 4]);
    expect(doubtsIn(doubtful, [finding])).toEqual(["Đạt ......."]);
    expect(doubtsIn(done, [finding])).toEqual([]);
  });
});
