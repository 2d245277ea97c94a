/** A paper that was read, in words. */

import type { Correction, UnderstoodNode, UnderstoodPaper, UnderstoodTask } from "../bindings";
import { day, sentence } from "../shared/words";

/** How many headings an outline has; items that are sentences are none. */
export function count(outline: UnderstoodNode[]): number {
  return outline.reduce((sum, node) => sum + (node.heading ? 1 : 0) + count(node.children), 0);
}

/** All nodes, parents first. */
export function flat(outline: UnderstoodNode[]): UnderstoodNode[] {
  return outline.flatMap((node) => [node, ...flat(node.children)]);
}

/** "Phần II. Nội dung", "1. Nhận thức số". */
export function nodeTitle(node: UnderstoodNode): string {
  const heading = sentence(node.heading ?? node.text ?? "");
  if (node.label === "-" || node.label === "") return heading;
  return `${node.label}${/^\p{Ll}$/u.test(node.label) ? ")" : "."} ${heading}`;
}

export function cell(task: UnderstoodTask, field: string): string {
  return task.cells.find((one) => one.field === field)?.text ?? "";
}

/** "Quyết định số 3404/QĐ-BKHCN ngày 26/12/2024". */
export function paperName(paper: UnderstoodPaper): string {
  const parts = [
    paper.title ?? { official_letter: "Công văn", decision: "Quyết định", plan: "Kế hoạch" }[paper.kind],
    paper.number && !paper.number.startsWith("/") ? `số ${paper.number}` : "",
    paper.date ? `ngày ${day(paper.date)}` : "",
  ];
  return parts.filter(Boolean).join(" ");
}

/** A value of a paper's head or closing: what it says, and where. */
export interface HeadValue {
  item: string;
  at: string;
  /** As the paper has it, for finding it there. */
  text: string;
}

/** All values of the head and the closing that have a place. */
export function headValues(paper: UnderstoodPaper): HeadValue[] {
  const { at } = paper;
  const [year, month, date] = (paper.date ?? "").split("-");
  const values: [string, string | null, string][] = [
    ["issuer", at.issuer, paper.issuer.join(" ")],
    ["number", at.number, paper.number ?? ""],
    ["place", at.place, paper.date ? `${paper.place}, ngày ${date} tháng ${month} năm ${year}` : (paper.place ?? "")],
    ["date", at.date, paper.date ? `${paper.place}, ngày ${date} tháng ${month} năm ${year}` : ""],
    ["subject", at.subject, [paper.title, paper.subject].filter(Boolean).join(" ")],
    ["addressees", at.addressees, ["Kính gửi", ...paper.addressees].join(" ")],
    ["deadline", at.deadline, ""],
    ["recipients", at.recipients, ["Nơi nhận", ...paper.recipients].join(" ")],
    ["signatory", at.signatory, [...paper.authority, paper.signatory].filter(Boolean).join(" ")],
  ];
  return values.flatMap(([name, place, text]) => (place ? [{ item: `head:${name}`, at: place, text }] : []));
}

function quoted(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text;
  return `“${sentence(short)}”`;
}

/** What a correction did, in words. `paper` is as it is after it. */
export function correctionWords(correction: Correction, paper: UnderstoodPaper): string {
  const node = (id: number) => {
    const found = flat(paper.outline).find((one) => one.id === id);
    return found ? quoted(found.heading ?? found.text) : "đã bỏ";
  };
  const task = (id: number) => {
    const found = paper.groups.flatMap((group) => group.tasks).find((one) => one.id === id);
    return found ? quoted(cell(found, "name")) : `thứ ${id + 1}`;
  };
  switch (correction.what) {
    case "rename_heading":
      return `Đề mục đổi tên thành ${quoted(correction.heading)}`;
    case "heading_level":
      return `${correction.deeper ? "Xuống" : "Lên"} một cấp: ${node(correction.node)}`;
    case "mandatory":
      return `${correction.mandatory ? "Bắt buộc" : "Không bắt buộc"}: ${node(correction.node)}`;
    case "drop_heading":
      return "Bỏ một đề mục và các mục con";
    case "drop_task":
      return "Bỏ một hàng của bảng nhiệm vụ";
    case "merge_task":
      return "Nối một hàng vào nhiệm vụ phía trên";
    case "task_cell":
      return `Sửa ô của nhiệm vụ ${task(correction.task)}`;
    case "drop_basis":
      return "Bỏ một căn cứ";
    case "citation_date":
      return `Văn bản số ${correction.number}: ngày ${day(correction.date)}`;
    case "unit":
      return `“${correction.name}” là ${correction.unit}`;
    case "number":
      return correction.number ? `Số, ký hiệu: ${correction.number}` : "Văn bản không có số";
    case "date":
      return correction.date ? `Ngày ban hành: ${day(correction.date)}` : "Văn bản không ghi ngày";
    case "deadline":
      return correction.date ? `Hạn gửi kế hoạch: ${day(correction.date)}` : "Không có hạn gửi";
    case "subject":
      return `Trích yếu: ${quoted(correction.subject)}`;
    case "reviewed":
      return `Giữ như bản gốc: ${quoted(correction.message)}`;
  }
}

/** Corrections with one more; of two that set the same value the later counts. */
export function withCorrection(corrections: Correction[], added: Correction): Correction[] {
  const key = valueOf(added);
  return [...corrections.filter((one) => key === null || valueOf(one) !== key), added];
}

/** What a correction sets; `null` for one that is a step of its own. */
function valueOf(correction: Correction): string | null {
  switch (correction.what) {
    case "rename_heading":
    case "mandatory":
      return `${correction.what} ${correction.node}`;
    case "task_cell":
      return `cell ${correction.task} ${correction.field}`;
    case "citation_date":
      return `cited ${correction.number}`;
    case "unit":
      return `unit ${correction.name}`;
    case "number":
    case "date":
    case "deadline":
    case "subject":
      return correction.what;
    case "heading_level":
      return null;
    default:
      return JSON.stringify(correction);
  }
}

export function same(one: Correction, other: Correction): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
