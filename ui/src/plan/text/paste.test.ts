import { describe, expect, it } from "vitest";

import { pasted, unwrapped } from "./paste";
import { paragraphsOf, type Line } from "./runs";

const said = (lines: Line[]) => paragraphsOf(lines).map((runs) => runs.map((run) => run.text).join(""));
const item = (label: string, text: string, level = 1) =>
  `<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${label}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>${text}<o:p></o:p></p>`;

describe("paste", () => {
  it("Word: lists with typed labels, smart tags, nbsp, looks; nothing of its styles", () => {
    const html = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body lang=VI>
      <!--StartFragment--><p class=MsoNormal style='text-align:justify'><b>Phát triển</b>&nbsp; dữ liệu&nbsp;<i style='mso-bidi-font-style:normal'>mở</i>
      của <st1:place w:st="on">Hà Nội</st1:place>:<o:p></o:p></p>
      ${item("a)", "Kết nối nền tảng;")}${item("b)", "Chia sẻ <span style='font-weight:bold'>dữ liệu</span>;")}${item("·", "Một", 1)}${item("o", "Hai", 2)}
      <p class=MsoNormal><o:p>&nbsp;</o:p></p><!--EndFragment--></body></html>`;
    const lines = pasted(html, "");
    expect(said(lines)).toEqual([
      "Phát triển dữ liệu mở của Hà Nội:",
      "a) Kết nối nền tảng;",
      "b) Chia sẻ dữ liệu;",
      "- Một",
      "+ Hai",
    ]);
    expect(lines[0]?.runs.map((run) => [run.text, run.bold, run.italic])).toEqual([
      ["Phát triển", true, false],
      [" dữ liệu ", false, false],
      ["mở", false, true],
      [" của Hà Nội:", false, false],
    ]);
    expect(lines[2]?.runs.map((run) => run.bold)).toEqual([false, true, false]);
  });

  it("Excel: a row a paragraph", () => {
    const html = `<table><col width=64><tr><td class=xl65>Số hóa hồ sơ</td><td>80<br>%</td></tr><tr><td>Kho dữ liệu</td><td></td></tr></table>`;
    expect(said(pasted(html, ""))).toEqual(["Số hóa hồ sơ; 80 %", "Kho dữ liệu"]);
  });

  it("web and LibreOffice: lists", () => {
    const html = `<ol><li>Một</li><li><p>Hai</p><ul><li>Ba</li></ul></li></ol><ol type="a"><li>Bốn</li></ol>`;
    expect(said(pasted(html, ""))).toEqual(["1. Một", "2. Hai", "+ Ba", "a) Bốn"]);
  });

  it("PDF: printed lines become paragraphs again", () => {
    const text =
      "Quản lý, duy trì và khai thác hiệu quả các cơ sở dữ liệu đang đặt tại Trung\ntâm dữ liệu của Bộ theo Nghị định số 47/2020/NĐ-CP.\na) Kết nối Nền tảng tích hợp, chia sẻ dữ liệu của Bộ với các hệ thống thông\ntin trong nội bộ Bộ;\nb) Mở dữ liệu.\n\nTổ chức thực hiện";
    expect(unwrapped(text)).toEqual([
      "Quản lý, duy trì và khai thác hiệu quả các cơ sở dữ liệu đang đặt tại Trung tâm dữ liệu của Bộ theo Nghị định số 47/2020/NĐ-CP.",
      "a) Kết nối Nền tảng tích hợp, chia sẻ dữ liệu của Bộ với các hệ thống thông tin trong nội bộ Bộ;",
      "b) Mở dữ liệu.",
      "Tổ chức thực hiện",
    ]);
    expect(unwrapped("Một\nHai\nBa")).toEqual(["Một", "Hai", "Ba"]);
  });

  it("decomposed letters and invisible signs are cleaned", () => {
    expect(said(pasted("", "Ke\u0302\u0301 hoa\u0323ch\u200b\u00a0 số"))).toEqual(["Kế hoạch số"]);
  });
});
