/** Tasks as the window groups, filters and changes them. */

import type { Role, ShownPlan, ShownTask, Task } from "../bindings";

export type List = "lead" | "coordinating" | "all_units" | "own" | "all";

export const LISTS: { id: List; name: string }[] = [
  { id: "lead", name: "Chủ trì" },
  { id: "coordinating", name: "Phối hợp" },
  { id: "all_units", name: "Các đơn vị thuộc Bộ" },
  { id: "own", name: "Tự đề xuất" },
  { id: "all", name: "Tất cả" },
];

/** The lists of the annex in words. */
export const ROLE: Record<Role, string> = {
  lead: "chủ trì",
  coordinating: "phối hợp",
  all_units: "chung với các đơn vị",
  own: "tự đề xuất",
};

/** Tasks of a list; own tasks are printed with those the unit leads. */
export function inList(task: ShownTask, list: List): boolean {
  return list === "all" || task.role === list || (list === "lead" && task.role === "own");
}

export interface Group {
  key: string;
  label: string;
  title: string;
  role: Role;
  tasks: ShownTask[];
}

/** Tasks in the groups they are printed in, in the order of the annex. */
export function groups(tasks: ShownTask[]): Group[] {
  const out: Group[] = [];
  for (const task of tasks) {
    const role = task.role === "own" ? "lead" : task.role;
    const key = `${role}/${task.group_id}`;
    const last = out.at(-1);
    if (last?.key === key) last.tasks.push(task);
    else out.push({ key, label: task.group, title: task.group_title, role, tasks: [task] });
  }
  return out;
}

/** Sum of what has been budgeted. */
export function total(tasks: ShownTask[]): number {
  return tasks.reduce((sum, task) => sum + (task.budget ?? 0), 0);
}

/** The task to send back, with one or more cells changed. */
export function changed(task: ShownTask, change: Partial<Task>): Task {
  const { id, role, name, lead, coordinating, time, product, basis, kind, goal, budget, funding, source } = task;
  const { assigned_member, note, effect } = task;
  const same = { id, role, name, lead, coordinating, time, product, basis, kind, goal, budget, funding, source };
  return { ...same, assigned_member, note, effect, group: task.group_id, ...change };
}

/** A new task of the unit's own, in the group given. */
export function own(plan: ShownPlan, group: number): Task {
  const id = plan.tasks.reduce((most, task) => Math.max(most, task.id), 0) + 1;
  const empty = {
    coordinating: "",
    time: "",
    product: "",
    basis: "",
    goal: "",
    funding: "",
    assigned_member: "",
    note: "",
    effect: "",
  };
  const name = "";
  return { id, group, role: "own", name, lead: plan.unit.name, kind: "new", budget: null, source: null, ...empty };
}

/** Whether two tasks look the same in every cell. */
export function sameTask(one: ShownTask, other: ShownTask): boolean {
  if (one === other) return true;
  for (const key in other) if (one[key as keyof ShownTask] !== other[key as keyof ShownTask]) return false;
  return true;
}
