import { describe, expect, it } from "vitest";

import type { ShownPlan } from "../bindings";
import { found } from "./find";

const plan = {
  sections: [
    {
      id: 1,
      path: "Phần II",
      heading: "Nội dung kế hoạch",
      text: [],
      children: [
        {
          id: 2,
          path: "Phần II/III",
          heading: "Dữ liệu số",
          text: ["Kết nối nền tảng tích hợp, chia sẻ dữ liệu."],
          children: [],
        },
      ],
    },
  ],
  legal_bases: [{ in_full: "Quyết định số 749/QĐ-TTg" }],
  tasks: [
    {
      id: 7,
      group: "V",
      no: 4,
      name: "Xây dựng kho dữ liệu",
      lead: "Trung tâm",
      coordinating: "",
      product: "Báo cáo",
      time: "",
      goal: "",
    },
  ],
} as unknown as ShownPlan;

describe("tìm trong kế hoạch", () => {
  it("tìm không dấu, ở đề mục, căn cứ và nhiệm vụ", () => {
    expect(found(plan, "du lieu").map((one) => one.key)).toEqual(["s2", "t7"]);
    expect(found(plan, "du lieu")[0]?.title).toBe("III. Dữ liệu số");
    expect(found(plan, "749").map((one) => one.spot)).toEqual([{ type: "legal_basis", index: 0 }]);
    expect(found(plan, "nen tang chia se")[0]?.line).toContain("nền tảng");
    expect(found(plan, "trung tam")[0]?.title).toBe("V.4. Xây dựng kho dữ liệu");
    expect(found(plan, "  ")).toEqual([]);
    expect(found(plan, "không hề có")).toEqual([]);
  });
});
