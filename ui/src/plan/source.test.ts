import { expect, it } from "vitest";

import { provenance } from "./source";

it("nói nguồn bằng lời", () => {
  const letter = { id: "framework", number: "12/BTTTT", date: "2022-11-03", file: "cv.docx", sha256: "" };
  expect(provenance("framework:Phần II/III/1", [letter])).toBe(
    "Công văn hướng dẫn số 12/BTTTT ngày 03/11/2022, Phần II/III/1",
  );
  expect(provenance("ministry-2:II/3", [letter])).toBe("Kế hoạch của Bộ, II/3");
  expect(provenance("form", [])).toBe("Mẫu kế hoạch");
  expect(provenance(null, [])).toBeNull();
});
