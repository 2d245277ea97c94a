/** The grid's rows in order: lists, groups and tasks as the annex prints them, folded groups without their tasks. */

import type { Role, ShownPlan, ShownTask } from "../bindings";
import { groups, total } from "./tasks";

export interface ListRow {
  kind: "list";
  key: string;
  label: string;
  title: string;
}

export interface GroupRow {
  kind: "group";
  key: string;
  label: string;
  title: string;
  group: number;
  /** The list it stands in. */
  list: Role;
  count: number;
  sum: number;
  folded: boolean;
}

export interface TaskRow {
  kind: "task";
  key: string;
  task: ShownTask;
}

export type Row = ListRow | GroupRow | TaskRow;

const LIST_TITLE: Partial<Record<Role, string>> = {
  lead: "Nhiệm vụ chủ trì",
  coordinating: "Nhiệm vụ phối hợp",
  all_units: "Nhiệm vụ chung của các đơn vị thuộc Bộ",
};

export const taskKey = (id: number): string => `task/${id}`;

/**
 * Rows of the tasks given. `folded` holds keys of groups; `several`: heads for the lists; `empty`: groups that have no
 * task at all are shown too, so that tasks can be put into them.
 */
export function rows(
  plan: ShownPlan,
  tasks: ShownTask[],
  folded: ReadonlySet<string>,
  show: { several: boolean; empty: boolean },
): Row[] {
  const out: Row[] = [];
  let list: Role | null = null;
  for (const group of groups(tasks)) {
    const first = group.tasks[0];
    if (!first) continue;
    if (show.several && group.role !== list) {
      out.push({ kind: "list", key: `list/${group.role}`, label: first.list, title: LIST_TITLE[group.role] ?? "" });
    }
    list = group.role;
    const key = `group/${group.key}`;
    out.push({
      kind: "group",
      key,
      label: group.label,
      title: group.title,
      group: first.group_id,
      list: group.role,
      count: group.tasks.length,
      sum: total(group.tasks),
      folded: folded.has(key),
    });
    if (folded.has(key)) continue;
    for (const task of group.tasks) out.push({ kind: "task", key: taskKey(task.id), task });
  }
  if (show.empty) {
    const used = new Set(plan.tasks.map((task) => task.group_id));
    for (const group of plan.groups) {
      if (used.has(group.id)) continue;
      out.push({
        kind: "group",
        key: `group/lead/${group.id}`,
        label: "",
        title: group.title,
        group: group.id,
        list: "lead",
        count: 0,
        sum: 0,
        folded: false,
      });
    }
  }
  return out;
}

/** Where a row stands, as one names it: "III.1", "B.I.2"; a group by its numeral. */
export function place(row: Row, lists: boolean): string {
  if (row.kind === "list") return row.label;
  if (row.kind === "group") return row.label === "" ? "Nhóm" : `Nhóm ${row.label}`;
  const { list, group, no } = row.task;
  return lists ? `${list}.${group}.${no}` : `${group}.${no}`;
}

/** The stretch of rows that differs, when one order of rows becomes another: what is left alone need not be redrawn. */
export function difference(before: string[], after: string[]): { from: number; removed: number; added: number } {
  let from = 0;
  while (from < before.length && from < after.length && before[from] === after[from]) from += 1;
  let [old, fresh] = [before.length, after.length];
  while (old > from && fresh > from && before[old - 1] === after[fresh - 1]) [old, fresh] = [old - 1, fresh - 1];
  return { from, removed: old - from, added: fresh - from };
}
