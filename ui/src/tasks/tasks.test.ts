import { describe, expect, it } from "vitest";

import type { ShownPlan } from "../bindings";
import { shownTask as task } from "./sample";
import { changed, groups, inList, own, total } from "./tasks";

describe("nhiệm vụ", () => {
  it("xếp theo danh mục rồi nhóm, nhiệm vụ tự đề xuất đứng với nhiệm vụ chủ trì", () => {
    const own = task(2, { role: "own" });
    const all = [task(1), own, task(3, { group_id: 2, group: "II" }), task(4, { role: "coordinating" })];
    expect(groups(all).map((group) => [group.key, group.tasks.length])).toEqual([
      ["lead/1", 2],
      ["lead/2", 1],
      ["coordinating/1", 1],
    ]);
    expect(all.filter((one) => inList(one, "lead")).length).toBe(3);
    expect(all.filter((one) => inList(one, "own")).length).toBe(1);
  });

  it("đổi một ô thì giữ nguyên các ô khác", () => {
    const { group, name, product, source } = changed(task(7, { group_id: 3, product: "Báo cáo" }), { name: "Khác" });
    expect([group, name, product, source]).toEqual([3, "Khác", "Báo cáo", "ministry:I/1"]);
  });

  it("thêm nhiệm vụ với số hiệu chưa dùng và cộng kinh phí", () => {
    const plan = { tasks: [task(4), task(9)], unit: { name: "Văn phòng Bộ" } } as ShownPlan;
    expect(own(plan, 1)).toMatchObject({ id: 10, role: "own", lead: "Văn phòng Bộ", source: null });
    expect(total([task(1, { budget: 5 }), task(2), task(3, { budget: 7 })])).toBe(12);
  });
});
