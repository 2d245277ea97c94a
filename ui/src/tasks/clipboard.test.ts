import { describe, expect, it } from "vitest";

import { fromClipboard, fromHtml, fromTsv, toHtml, toTsv } from "./clipboard";

const RANGE = [
  ["Nền tảng\nchia sẻ dữ liệu", 'Dự án "Số hóa"', ""],
  ["a\tb", "2.400", "- Một\n- Hai;"],
];

/** As Excel for Windows puts two rows on the clipboard. */
const EXCEL = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td{mso-number-format:"\\@"}</style></head>
<body><table border=0 cellpadding=0><col width=64>
<!--StartFragment-->
 <tr height=40>
  <td height=40 class=xl65 width=64>Thuê hạ tầng<br>
    kỹ thuật</td>
  <td align=right>2.400</td>
 </tr>
 <tr>
  <td>Cục&nbsp;B &amp; C</td><td></td>
 </tr>
<!--EndFragment-->
</table></body></html>`;

describe("bảng nhớ tạm", () => {
  it("ghi và đọc lại vùng ô nguyên vẹn, cả xuống dòng và dấu nháy", () => {
    expect(fromTsv(toTsv(RANGE))).toEqual([
      ["Nền tảng\nchia sẻ dữ liệu", 'Dự án "Số hóa"', ""],
      ["a\tb", "2.400", "- Một\n- Hai;"],
    ]);
    expect(fromHtml(toHtml([["x<y", "a\nb"]]))).toEqual([["x<y", "a\nb"]]);
  });

  it("đọc TSV của Excel: ô nhiều dòng nằm trong nháy kép", () => {
    const tsv = '"Dòng 1\nDòng 2"\t"Nói ""rõ"""\r\nĐơn\t\r\n';
    expect(fromTsv(tsv)).toEqual([
      ["Dòng 1\nDòng 2", 'Nói "rõ"'],
      ["Đơn", ""],
    ]);
  });

  it("dấu nháy không đóng là chữ thường, không nuốt các dòng sau", () => {
    expect(fromTsv('"Số hóa\tA\nB\tC')).toEqual([
      ['"Số hóa', "A"],
      ["B", "C"],
    ]);
  });

  it("đọc bảng HTML của Excel, ưu tiên hơn chữ", () => {
    expect(fromClipboard(EXCEL, "khác")).toEqual([
      ["Thuê hạ tầng\nkỹ thuật", "2.400"],
      ["Cục B & C", ""],
    ]);
  });

  it("ô gộp đứng ở chỗ đầu, các chỗ còn lại để trống", () => {
    const merged =
      "<table><tr><td rowspan=2>I</td><td colspan=2>x</td></tr><tr><td>y</td><td><p>z</p><p>t</p></td></tr></table>";
    expect(fromClipboard(merged, "")).toEqual([
      ["I", "x", ""],
      ["", "y", "z\nt"],
    ]);
  });

  it("chữ không có bảng là một cột", () => {
    expect(fromClipboard("<p>Một</p>", "Một\nHai")).toEqual([["Một"], ["Hai"]]);
    expect(fromClipboard("", "")).toEqual([]);
  });
});
