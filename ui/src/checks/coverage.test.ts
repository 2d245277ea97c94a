import { describe, expect, it } from "vitest";

import type { ShownCoverage, ShownPlan } from "../bindings";
import { shownTask } from "../tasks/sample";
import { covers, offered, phrases, search, stateOf } from "./coverage";

const section = {
  id: 2,
  path: "Phần II/III",
  heading: "Dữ liệu số",
  label: "III",
  holds: "text",
  text: [],
  children: [],
};
const plan = {
  sections: [section],
  tasks: [shownTask(7, { name: "Bồi dưỡng kỹ năng số" })],
} as unknown as ShownPlan;
const one = (more: Partial<ShownCoverage>): ShownCoverage => ({
  task: 1,
  text: "",
  covered_by: [],
  linked: [],
  refused: [],
  ...more,
});

describe("đối chiếu", () => {
  const known = covers(plan);

  it("mục và nhiệm vụ có chỗ và tên, mục trống được nhận ra", () => {
    expect([...known.values()].map((cover) => [cover.place, cover.blank])).toEqual([
      ["Phần II, III", true],
      ["Nhiệm vụ A.I.7", false],
    ]);
    expect(stateOf(one({}))).toBe("open");
    expect(stateOf(one({ linked: [{ section: 2 }] }))).toBe("blank");
    expect(stateOf(one({ linked: [{ task: 7 }], covered_by: ["task:I/7"] }))).toBe("covered");
  });

  it("đề xuất đã nhận hoặc đã bỏ, hoặc không còn trong kế hoạch thì không đưa ra nữa", () => {
    const all = [
      { task: 1, covered_by: { task: 7 }, words: ["kỹ năng"] },
      { task: 1, covered_by: { section: 2 }, words: ["dữ liệu"] },
      { task: 1, covered_by: { task: 99 }, words: [] },
      { task: 2, covered_by: { task: 7 }, words: [] },
    ];
    const keys = (of: ShownCoverage) => offered(of, all, known).map((offer) => offer.cover.key);
    expect(keys(one({}))).toEqual(["task/7", "section/2"]);
    expect(keys(one({ linked: [{ task: 7 }], refused: [{ section: 2 }] }))).toEqual([]);
  });

  it("từ hai tiếng nối nhau thành cụm từ như trong công văn", () => {
    const pairs = ["tích dữ", "dữ liệu", "phân tích", "bồi dưỡng"];
    expect(phrases("Bồi dưỡng về phân tích dữ liệu.", pairs)).toEqual(["bồi dưỡng", "phân tích dữ liệu"]);
    expect(phrases("CNTT", ["công nghệ"])).toEqual(["công nghệ"]);
  });

  it("tìm không cần dấu, không đưa ra cái đã liên kết", () => {
    expect(search(known, [], "ky nang boi").map((cover) => cover.key)).toEqual(["task/7"]);
    expect(search(known, [{ task: 7 }], "ky nang")).toEqual([]);
    expect(search(known, [], "").length).toBe(2);
  });
});
