/** Where tasks and groups go that are dragged over the rows of the grid. */

import type { Edit, Role, ShownTask } from "../bindings";
import type { GroupRow, Row } from "./rows";

export interface TaskTarget {
  group: number;
  list: Role;
  before: number | null;
}

/** The group row a row stands under, itself if it is one. */
export function groupOf(rows: Row[], at: number): GroupRow | null {
  for (let up = at; up >= 0; up -= 1) {
    const row = rows[up];
    if (row?.kind === "group") return row;
    if (row?.kind === "list") return null;
  }
  return null;
}

/** Tasks let go over row `at`, in its upper or lower half: before it, behind it, or first in a group let go on its head. */
export function taskTarget(rows: Row[], at: number, upper: boolean): TaskTarget | null {
  const row = rows[at];
  const group = groupOf(rows, at);
  if (!row || !group) return null;
  const { group: id, list } = group;
  if (row.kind === "task" && upper) return { group: id, list, before: row.task.id };
  const next = rows[at + 1];
  const behind = next?.kind === "task" ? next.task.id : null;
  return { group: id, list, before: row.kind === "group" && group.folded ? null : behind };
}

/** A group let go over row `at`: the group it is to stand before, `null` at the end; `undefined` where it cannot go. */
export function groupTarget(rows: Row[], moving: GroupRow, at: number, upper: boolean): number | null | undefined {
  const over = groupOf(rows, at);
  if (!over || over.list !== moving.list) return undefined;
  if (rows[at]?.kind === "group" && upper) return over.group;
  const next = rows.slice(at + 1).find((row) => row.kind !== "task");
  return next?.kind === "group" && next.list === over.list ? next.group : null;
}

export function moveTasks(tasks: ShownTask[], target: TaskTarget): Edit {
  return { type: "move_tasks", ids: tasks.map((task) => task.id), ...target };
}

/** One place up or down by the keyboard, within the group; `null` at its edge. */
export function nudged(rows: Row[], first: number, last: number, step: 1 | -1): TaskTarget | null {
  const beyond = rows[step < 0 ? first - 1 : last + 1];
  if (beyond?.kind !== "task") return null;
  return taskTarget(rows, step < 0 ? first - 1 : last + 1, step < 0);
}
