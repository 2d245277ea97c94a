import { describe, expect, it } from "vitest";

import {
  clock,
  dateFault,
  day,
  folded,
  grouped,
  matches,
  parseDay,
  parseMoney,
  sentence,
  size,
  words,
  lately,
} from "./words";

describe("ngày và số", () => {
  it("viết ngày theo dd/mm/yyyy và đọc lại được", () => {
    expect(day("2025-01-06")).toBe("06/01/2025");
    expect(day(null)).toBe("");
    expect(clock("2025-01-06T14:32:05.123")).toBe("14:32");
    expect(parseDay("6/1/2025")).toBe("2025-01-06");
    expect(parseDay("06-01-2025")).toBe("2025-01-06");
    expect(parseDay("2025-01-06")).toBe("2025-01-06");
    for (const bad of ["", "31/02/2025", "1/13/2025", "2025", "ngày mai"]) expect(parseDay(bad), bad).toBeNull();
    expect(dateFault("31/02/2025", "chưa ký")).toBe("Ghi ngày như 06/01/2025; để trống nếu chưa ký");
    for (const right of ["", " ", "6/1/2025"]) expect(dateFault(right, "chưa ký"), right).toBeNull();
  });

  it("đọc số tiền như người lập kế hoạch gõ", () => {
    expect(grouped(1234567)).toBe("1.234.567");
    expect(grouped(12)).toBe("12");
    expect(parseMoney("1.234.567 đồng")).toBe(1234567);
    expect(parseMoney(" 500000")).toBe(500000);
    expect(parseMoney("")).toBeNull();
    for (const bad of ["1,5", "12.34.567", "một triệu", "-3"]) expect(parseMoney(bad), bad).toBeUndefined();
  });

  it("ghi cỡ tệp", () => {
    expect(size(421888)).toBe("412 KB");
    expect(size(10)).toBe("1 KB");
  });
});

describe("chữ in hoa", () => {
  it("hiện như câu thường, giữ chữ viết tắt", () => {
    expect(sentence("ĐÁNH GIÁ KẾT QUẢ ỨNG DỤNG CNTT NĂM 2025")).toBe("Đánh giá kết quả ứng dụng CNTT năm 2025");
    expect(sentence("Nhận thức số")).toBe("Nhận thức số");
    expect(sentence("2025")).toBe("2025");
  });
});

describe("tìm không cần dấu", () => {
  it("bỏ dấu và đ", () => {
    expect(folded("Chuyển  Đổi số")).toBe("chuyen doi so");
    expect(matches("Trung tâm Công nghệ thông tin TTCNTT", "cong nghe ttcntt")).toBe(true);
    expect(matches("Văn phòng Bộ", "vụ")).toBe(false);
  });

  it("đếm từ", () => {
    expect(words(["Một hai", " ba ", ""])).toBe(3);
  });

  it("nói thời điểm như người ta nói", () => {
    const now = new Date(2025, 11, 6, 9, 0);
    expect(lately("2025-12-06T08:32:05", now)).toBe("08:32 hôm nay");
    expect(lately("2025-12-05T23:59:59", now)).toBe("hôm qua");
    expect(lately("2025-11-30T08:00:00", now)).toBe("30/11/2025");
  });
});
