/** What stands in the grid's cells, as HTML. */

import type { ShownTask } from "../bindings";
import { hits, money, type MoneyUnit } from "../shared/words";
import { escaped } from "./clipboard";
import { cellText, TIME_HINT, type Field } from "./columns";
import { faultKey, type Fault } from "./edits";
import type { Row } from "./rows";

/** What the cells' look depends on besides their rows. */
export interface Looks {
  unit: MoneyUnit;
  query: string;
  faults: ReadonlyMap<string, Fault>;
}

const icon = (path: string, size = 16): string =>
  `<svg viewBox="0 0 24 24" width="${size}" height="${size}" fill="none" stroke="currentColor" stroke-width="2" ` +
  `stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${path}</svg>`;

// Lucide's triangle-alert, octagon-alert, chevron-right, chevron-down, grip-vertical: cells are drawn as text, not components.
const WARN = icon(
  '<path d="m21.73 18-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3"/><path d="M12 9v4"/><path d="M12 17h.01"/>',
  15,
);
const ERROR = icon(
  '<path d="M12 16h.01"/><path d="M12 8v4"/><path d="M15.312 2a2 2 0 0 1 1.414.586l4.688 4.688A2 2 0 0 1 22 8.688v6.624a2 2 0 0 1-.586 1.414l-4.688 4.688a2 2 0 0 1-1.414.586H8.688a2 2 0 0 1-1.414-.586l-4.688-4.688A2 2 0 0 1 2 15.312V8.688a2 2 0 0 1 .586-1.414l4.688-4.688A2 2 0 0 1 8.688 2z"/>',
  15,
);
const RIGHT = icon('<path d="m9 18 6-6-6-6"/>');
const DOWN = icon('<path d="m6 9 6 6 6-6"/>');
const GRIP = icon(
  '<circle cx="9" cy="12" r="1"/><circle cx="9" cy="5" r="1"/><circle cx="9" cy="19" r="1"/><circle cx="15" cy="12" r="1"/><circle cx="15" cy="5" r="1"/><circle cx="15" cy="19" r="1"/>',
  14,
);

const MISSING: Partial<Record<Field, string>> = {
  name: "Chưa có tên nhiệm vụ",
  product: "Chưa có sản phẩm",
  time: "Chưa có thời hạn",
};

function marked(text: string, query: string): string {
  if (query === "") return escaped(text);
  return hits(text, query)
    .map((piece) => (piece.hit ? `<mark>${escaped(piece.text)}</mark>` : escaped(piece.text)))
    .join("");
}

const doubt = (text: string): string => `<span class="warn doubt">${WARN}${escaped(text)}</span>`;

/** A cell; `column` is a field, or "mark" or "no" of the two before them. */
export function cellHtml(row: Row, column: string, looks: Looks): string {
  if (row.kind === "task") return taskCell(row.task, column, looks);
  if (column === "no") return `<b>${escaped(row.label)}</b>`;
  if (row.kind === "list") return column === "name" ? `<b>${escaped(row.title)}</b>` : "";
  if (column === "mark") return `<span class="fold">${row.folded ? RIGHT : DOWN}</span>`;
  if (column === "name") {
    const count = row.count === 0 ? "chưa có nhiệm vụ" : `${row.count} nhiệm vụ`;
    return `<b>${escaped(row.title)}</b><span class="count">${count}</span>`;
  }
  return column === "budget" && row.sum > 0 ? `<b>${money(row.sum, looks.unit)}</b>` : "";
}

function taskCell(task: ShownTask, column: string, looks: Looks): string {
  if (column === "mark") {
    const from = task.source === null ? "own" : "given";
    return `<i class="bar ${from}"></i><span class="grip">${GRIP}</span>`;
  }
  if (column === "no") return String(task.no);
  const field = column as Field;
  const fault = looks.faults.get(faultKey(task.id, field));
  if (fault) {
    return `${escaped(fault.text)}<span class="error doubt below">${ERROR}${escaped(fault.message)}</span>`;
  }
  const text = cellText(task, field, looks.unit);
  if (text.trim() === "") return MISSING[field] ? doubt(MISSING[field]) : "";
  const shown = field === "budget" ? text : marked(text, looks.query);
  if (field === "time" && !task.time_understood) {
    return `${shown}<span class="warn doubt below" title="${escaped(TIME_HINT)}">${WARN}Chưa hiểu thời gian</span>`;
  }
  return shown;
}
