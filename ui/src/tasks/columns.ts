/** The columns of the grid: what each holds, how it is shown, typed and read back. */

import type { AnnexColumn, ShownTask, Task, TaskKind } from "../bindings";
import { folded, money, parseMoney, type MoneyUnit } from "../shared/words";

/** What a cell of a task can hold. */
export type Field =
  | "name"
  | "lead"
  | "coordinating"
  | "kind"
  | "time"
  | "product"
  | "budget"
  | "funding"
  | "basis"
  | "goal"
  | "assigned_member"
  | "note"
  | "effect";

export interface Column {
  field: Field;
  title: string;
  /** px at 100 % text. */
  width: number;
  /** Shown only if the plan's annex has it. */
  optional?: boolean;
}

/** In the order of the screen; widths as designed. */
export const COLUMNS: Column[] = [
  { field: "name", title: "Nhiệm vụ, dự án", width: 344 },
  { field: "lead", title: "Chủ trì", width: 116 },
  { field: "coordinating", title: "Phối hợp", width: 124 },
  { field: "kind", title: "Loại", width: 100 },
  { field: "time", title: "Thời gian", width: 108 },
  { field: "product", title: "Sản phẩm dự kiến", width: 224 },
  { field: "budget", title: "Kinh phí", width: 100 },
  { field: "funding", title: "Nguồn vốn", width: 124 },
  { field: "basis", title: "Căn cứ", width: 200 },
  { field: "goal", title: "Mục tiêu", width: 200 },
  { field: "assigned_member", title: "Phân công thành viên", width: 160, optional: true },
  { field: "effect", title: "Hiệu quả", width: 180, optional: true },
  { field: "note", title: "Ghi chú", width: 140, optional: true },
];

/** Columns that this plan can show: its own titles do not matter here, the screen's are shorter. */
export function available(annex: AnnexColumn[]): Column[] {
  return COLUMNS.filter((column) => !column.optional || annex.some((one) => one.field === column.field));
}

export const KIND: Record<TaskKind, string> = { new: "Mới", continued: "Chuyển tiếp" };

/** A cell as it is shown, copied and first stands in the editor. */
export function cellText(task: ShownTask, field: Field, unit: MoneyUnit): string {
  if (field === "kind") return task.kind ? KIND[task.kind] : "";
  if (field === "budget") return task.budget === null ? "" : money(task.budget, unit);
  return task[field];
}

/** What a typed or pasted text makes of a task, or what is wrong with it. */
export type Understood = { change: Partial<Task> } | { fault: string };

export function understand(field: Field, text: string, unit: MoneyUnit): Understood {
  if (field === "kind") {
    const said = folded(text);
    if (said === "") return { change: { kind: null } };
    if (["moi", "m", "nhiem vu moi", "mo moi", "new"].includes(said)) return { change: { kind: "new" } };
    if (["chuyen tiep", "ct", "nhiem vu chuyen tiep", "tiep tuc"].includes(said))
      return { change: { kind: "continued" } };
    return { fault: "Ghi “Mới” hoặc “Chuyển tiếp”" };
  }
  if (field === "budget") {
    const budget = parseMoney(text, unit);
    return budget === undefined ? { fault: "Ghi số tiền, ví dụ 1.250 triệu hoặc 1,2 tỷ" } : { change: { budget } };
  }
  return { change: { [field]: text.replace(/\r\n?/g, "\n") } };
}

/** What a text cell would have told about a time that is not understood. */
export const TIME_HINT = "Chưa hiểu thời gian này; ghi như Quý IV/2026, Tháng 12/2026, 31/12/2026, 2026-2027, Hằng năm";
