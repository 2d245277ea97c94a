/** Where a pasted range goes among the rows that are shown. */

import type { ShownTask } from "../bindings";
import { folded } from "../shared/words";
import type { Cells } from "./clipboard";
import type { Column, Field } from "./columns";
import type { CellChange } from "./edits";
import type { Row } from "./rows";
import type { Box } from "./selection";

export interface Pasted {
  cells: CellChange[];
  /** How many rows of the range found a task. */
  rows: number;
  /** Rows that found none, by column: they can become tasks. */
  left: Map<Field, string>[];
  /** The last task pasted into, or the one above where pasting began. */
  last: ShownTask | null;
}

/**
 * Lays the range over the tasks from the top left of `into` on; `oneGroup`: not beyond the group it begins in. A range
 * that is a part of the selection is repeated over it, as Excel does. A first row of column titles is left out.
 */
export function pasteInto(rows: Row[], columns: Column[], into: Box, cells: Cells, oneGroup: boolean): Pasted {
  const range = withoutTitles(cells, columns.slice(into.left));
  const wide = range[0]?.length ?? 0;
  const [high, across] = [into.bottom - into.top + 1, into.right - into.left + 1];
  const repeats = high % range.length === 0 && across % wide === 0;
  const width = repeats ? across : wide;
  const fields = columns.slice(into.left, into.left + width);
  const line = (at: number): Map<Field, string> => {
    const texts = range[at % range.length] ?? [];
    return new Map(fields.map((column, x) => [column.field, texts[x % wide] ?? ""]));
  };

  const targets: ShownTask[] = [];
  const wanted = repeats ? rows.slice(into.top, into.bottom + 1).filter((row) => row.kind === "task").length : 0;
  const need = Math.max(range.length, wanted);
  const first = rows.slice(into.top).find((row) => row.kind === "task");
  for (const row of rows.slice(into.top)) {
    if (targets.length === need) break;
    if (row.kind !== "task") continue;
    if (
      oneGroup &&
      first?.kind === "task" &&
      (row.task.group_id !== first.task.group_id || row.task.list !== first.task.list)
    ) {
      break;
    }
    targets.push(row.task);
  }
  const out: CellChange[] = [];
  targets.forEach((task, at) => {
    for (const [field, text] of line(at)) out.push({ id: task.id, field, text });
  });
  const left: Map<Field, string>[] = [];
  for (let at = targets.length; at < range.length; at += 1) left.push(line(at));
  const above = rows
    .slice(0, into.top + 1)
    .reverse()
    .find((row) => row.kind === "task");
  const last = targets.at(-1) ?? (above?.kind === "task" ? above.task : null);
  return { cells: out, rows: targets.length, left, last };
}

function withoutTitles(cells: Cells, columns: Column[]): Cells {
  const first = cells[0];
  if (!first || cells.length < 2) return cells;
  const titles = first.every((text, at) => text !== "" && folded(text) === folded(columns[at]?.title ?? ""));
  return titles ? cells.slice(1) : cells;
}
