import { describe, expect, it } from "vitest";

import type { ShownPlan, ShownTask } from "../bindings";
import { money, parseMoney } from "../shared/words";
import { available, cellText, understand } from "./columns";
import { added, cellEdits, duplicated, following } from "./edits";
import { EVERYTHING, filtered, fundings, sums } from "./filter";
import { difference, place, rows } from "./rows";
import { shownTask } from "./sample";

const plan = (tasks: ShownTask[], groups = [{ id: 1, title: "Hạ tầng số" }]): ShownPlan =>
  ({ tasks, groups, unit: { name: "Văn phòng Bộ" } }) as ShownPlan;

describe("số tiền", () => {
  it("hiểu số tiền ghi tự do, số trần theo đơn vị của cột", () => {
    for (const [typed, unit, amount] of [
      ["1.250 triệu", "đồng", 1_250_000_000],
      ["1,2 tỷ", "đồng", 1_200_000_000],
      ["1.5 tỉ đồng", "đồng", 1_500_000_000],
      ["1250000000", "triệu đồng", 1_250_000_000],
      ["1.250.000.000 đồng", "triệu đồng", 1_250_000_000],
      ["2400", "triệu đồng", 2_400_000_000],
      ["2.400", "triệu đồng", 2_400_000_000],
      ["2.400", "đồng", 2_400],
      ["0,5", "triệu đồng", 500_000],
      ["300 nghìn", "triệu đồng", 300_000],
      ["1.234,5 tr", "đồng", 1_234_500_000],
      ["", "đồng", null],
    ] as const) {
      expect(parseMoney(typed, unit), typed).toBe(amount);
    }
    for (const wrong of ["khoảng 2 tỷ", "-5", "1,2", "12.34.567", "tỷ", "0,1234567 triệu", "2 tỷ 500"]) {
      expect(parseMoney(wrong, "đồng"), wrong).toBeUndefined();
    }
  });

  it("ghi theo đơn vị của cột, không làm tròn", () => {
    expect(money(2_400_000_000, "triệu đồng")).toBe("2.400");
    expect(money(1_234_500_000, "triệu đồng")).toBe("1.234,5");
    expect(money(500, "triệu đồng")).toBe("0,0005");
    expect(money(2_400_000_000, "đồng")).toBe("2.400.000.000");
    for (const amount of [0, 7, 999_999, 1_000_000, 37_930_120_000]) {
      expect(parseMoney(`${money(amount, "triệu đồng")} triệu`)).toBe(amount);
    }
  });
});

describe("lọc", () => {
  const all = [
    shownTask(1, { name: "Chuyển đổi số", kind: "new", funding: "Đầu tư công", budget: 300, product: "" }),
    shownTask(2, { name: "Dữ liệu", kind: "continued", funding: "đầu tư  công", budget: 50, product: "Kho", time: "" }),
    shownTask(3, { name: "Khác", funding: "", budget: 1, product: "x", role: "coordinating" }),
    shownTask(4, { name: "Đề xuất", funding: "Chi thường xuyên", product: "x", role: "own" }),
  ];
  const ids = (more: object) => filtered(all, { ...EVERYTHING, list: "all", ...more }).map((task) => task.id);

  it("theo danh mục, loại, nguồn vốn, ô trống, và tìm không cần dấu", () => {
    expect(ids({ list: "lead" })).toEqual([1, 2, 4]);
    expect(ids({ list: "own" })).toEqual([4]);
    expect(ids({ kind: "new" })).toEqual([1]);
    expect(ids({ kind: "none" })).toEqual([3, 4]);
    expect(ids({ funding: "dau tu cong" })).toEqual([1, 2]);
    expect(ids({ funding: "" })).toEqual([3]);
    expect(ids({ noProduct: true })).toEqual([1]);
    expect(ids({ noTime: true })).toEqual([2]);
    expect(ids({ query: "doi so chuyen" })).toEqual([1]);
    expect(ids({ query: "de xuat" })).toEqual([4]);
  });

  it("cộng kinh phí theo nguồn, kể nguồn một lần dù viết hoa hay thường", () => {
    expect(sums(all)).toEqual([
      { name: "Đầu tư công", sum: 350 },
      { name: "Chưa ghi nguồn", sum: 1 },
    ]);
    expect(fundings(all).map((one) => [one.name, one.count])).toEqual([
      ["Chi thường xuyên", 1],
      ["Đầu tư công", 2],
      ["", 1],
    ]);
  });
});

describe("dòng của bảng", () => {
  const tasks = [shownTask(1, { budget: 5 }), shownTask(2, { budget: 7 }), shownTask(3, { group_id: 2, group: "II" })];
  const groups = [1, 2, 3].map((id) => ({ id, title: `Nhóm ${id}` }));

  it("nhóm có số nhiệm vụ và tổng, nhóm gấp thì giấu nhiệm vụ, nhóm trống vẫn hiện", () => {
    const out = rows(plan(tasks, groups), tasks, new Set(["group/lead/1"]), { several: true, empty: true });
    expect(out.map((row) => row.key)).toEqual(["list/lead", "group/lead/1", "group/lead/2", "task/3", "group/lead/3"]);
    expect(out[1]).toMatchObject({ count: 2, sum: 12, folded: true });
    expect(out.map((row) => place(row, true))).toEqual(["A", "Nhóm I", "Nhóm II", "A.II.3", "Nhóm"]);
  });

  it("chỉ đoạn khác nhau được vẽ lại", () => {
    expect(difference(["a", "b", "c"], ["a", "x", "c"])).toEqual({ from: 1, removed: 1, added: 1 });
    expect(difference(["a", "b"], ["a", "b", "c"])).toEqual({ from: 2, removed: 0, added: 1 });
    expect(difference(["a", "a"], ["a"])).toEqual({ from: 1, removed: 1, added: 0 });
    expect(difference(["a"], ["a"])).toEqual({ from: 1, removed: 0, added: 0 });
  });
});

describe("sửa ô", () => {
  const task = shownTask(1, { budget: 1_500_000, kind: "new" });
  const tasks = new Map([[1, task]]);

  it("nhiều ô của một nhiệm vụ là một thay đổi; ô không hiểu được giữ lại chữ đã gõ", () => {
    const cells = [
      { id: 1, field: "product" as const, text: "Một\r\nhai" },
      { id: 1, field: "budget" as const, text: "hai tỷ" },
      { id: 1, field: "kind" as const, text: "chuyen tiep" },
      { id: 9, field: "name" as const, text: "không có" },
    ];
    const { tasks: out, faults } = cellEdits(tasks, cells, "triệu đồng");
    expect(out).toHaveLength(1);
    expect(out[0]).toMatchObject({ product: "Một\nhai", kind: "continued", budget: 1_500_000 });
    expect([...faults.keys()]).toEqual(["1/budget"]);
    expect(faults.get("1/budget")?.text).toBe("hai tỷ");
  });

  it("chữ như cũ không đổi gì", () => {
    expect(cellText(task, "budget", "triệu đồng")).toBe("1,5");
    expect(cellEdits(tasks, [{ id: 1, field: "budget", text: "1,5" }], "triệu đồng").tasks).toEqual([]);
    expect(cellEdits(tasks, [{ id: 1, field: "budget", text: "1,5 triệu" }], "triệu đồng").tasks).toEqual([]);
    expect(understand("kind", "", "đồng")).toEqual({ change: { kind: null } });
    expect(understand("kind", "đang làm", "đồng")).toHaveProperty("fault");
  });

  it("cột phân công, hiệu quả, ghi chú chỉ có khi phụ lục có", () => {
    const fields = (annex: string[]) => available(annex.map((field) => ({ field, title: "" }))).map((one) => one.field);
    expect(fields([])).not.toContain("note");
    expect(fields(["note"])).toContain("note");
  });
});

describe("thêm nhiệm vụ", () => {
  it("vào sau nhiệm vụ đang chọn, trong nhóm mới nếu chưa có nhóm nào", () => {
    const [one, two] = [shownTask(1), shownTask(2)];
    const { edits, ids } = added(plan([one, two]), 1, one, [{}, { name: "Hai" }]);
    expect(ids).toEqual([3, 4]);
    expect(edits.map((edit) => edit.type)).toEqual(["task", "task", "move_tasks"]);
    expect(edits[2]).toMatchObject({ ids: [3, 4], group: 1, list: "lead", before: 2 });
    expect(following(plan([one, two]), two)).toBeNull();
    const first = added(plan([], []), null, null, [{}]);
    expect(first.edits.map((edit) => edit.type)).toEqual(["task_group", "task"]);
  });

  it("bản sao không mang nguồn của bản gốc", () => {
    const { edits } = duplicated(plan([shownTask(1)]), [shownTask(1)]);
    expect(edits[0]).toMatchObject({ type: "task", task: { id: 2, source: null, name: "Nhiệm vụ 1", role: "lead" } });
  });
});
