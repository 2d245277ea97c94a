import { describe, expect, it } from "vitest";

import type { Changed, Opened, PlanChecked } from "../bindings";
import { checked, patched, spliced } from "./session.svelte";

describe("kế hoạch đang mở", () => {
  it("ghép đoạn đã đổi, giữ nguyên những gì không đổi", () => {
    const list = [{ no: 1 }, { no: 2 }, { no: 3 }];
    const put = spliced(list, { at: 1, removed: 1, put: [{ no: 20 }, { no: 21 }] });
    expect(put.map((one) => one.no)).toEqual([1, 20, 21, 3]);
    expect(put[0]).toBe(list[0]);
    expect(put[3]).toBe(list[2]);
    expect(spliced(list, null)).toBe(list);
  });

  it("nhận phần đổi của kế hoạch, giữ đề mục cũ khi không đổi", () => {
    const sections = [{ id: 1 }];
    const opened = { plan: { subject: "Cũ", sections, tasks: [{ id: 1 }] }, findings: [], revision: 1, path: "a" };
    const changed = {
      plan: { subject: "Mới", sections: [], tasks: [] },
      sections: false,
      tasks: { at: 1, removed: 0, put: [{ id: 2 }] },
      revision: 2,
      undoes: "sửa trích yếu",
      redoes: null,
    };
    const after = patched(opened as unknown as Opened, changed as unknown as Changed);
    expect(after.plan.subject).toBe("Mới");
    expect(after.plan.sections).toBe(sections as unknown as typeof after.plan.sections);
    expect(after.plan.tasks.map((task) => task.id)).toEqual([1, 2]);
    expect([after.revision, after.undoes, after.path]).toEqual([2, "sửa trích yếu", "a"]);
  });

  it("nhận những gì soát được, đúng kế hoạch và đúng thứ tự", () => {
    const opened = { findings: ["a", "b"], opening: 2, checks: 4 } as unknown as Opened;
    const told = (opening: number, turn: number) =>
      checked(opened, { opening, turn, findings: { at: 1, removed: 1, put: ["c"] } } as unknown as PlanChecked);
    expect(told(2, 5)).toEqual({ findings: ["a", "c"], opening: 2, checks: 5 });
    expect(told(1, 5)).toBe(opened);
    expect(told(2, 4)).toBe(opened);
  });
});
