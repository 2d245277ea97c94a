/** What is typed, pasted and moved in the grid as changes of the plan; one gesture, one change. */

import type { Edit, Role, ShownPlan, ShownTask, Task } from "../bindings";
import type { MoneyUnit } from "../shared/words";
import { cellText, understand, type Field } from "./columns";
import { changed, own } from "./tasks";

/** A cell's new text. */
export interface CellChange {
  id: number;
  field: Field;
  text: string;
}

/** A text that its cell could not take. */
export interface Fault {
  text: string;
  message: string;
}

export const faultKey = (id: number, field: Field): string => `${id}/${field}`;

/** Several edits as one; `null` for none. */
export function joined(edits: Edit[]): Edit | null {
  if (edits.length === 0) return null;
  return edits.length === 1 && edits[0] ? edits[0] : { type: "several", edits };
}

/** The tasks as these cells make them, and the texts that were not understood. A cell that says what it said changes nothing. */
export function cellEdits(
  tasks: ReadonlyMap<number, ShownTask>,
  cells: CellChange[],
  unit: MoneyUnit,
): { tasks: Task[]; faults: Map<string, Fault>; cleared: string[] } {
  const out = new Map<number, Task>();
  const faults = new Map<string, Fault>();
  const cleared: string[] = [];
  for (const { id, field, text } of cells) {
    const task = tasks.get(id);
    if (!task) continue;
    const key = faultKey(id, field);
    // A figure shown in millions is not rounded by leaving its cell.
    if (text.trim() === cellText(task, field, unit).trim() && !out.has(id)) {
      cleared.push(key);
      continue;
    }
    const understood = understand(field, text, unit);
    if ("fault" in understood) {
      faults.set(key, { text, message: understood.fault });
      continue;
    }
    cleared.push(key);
    const before = out.get(id) ?? changed(task, {});
    out.set(id, { ...before, ...understood.change });
  }
  const now = [...out.values()].filter((task) => {
    const old = tasks.get(task.id);
    return old && JSON.stringify(changed(old, {})) !== JSON.stringify(task);
  });
  return { tasks: now, faults, cleared };
}

export const taskEdits = (tasks: Task[]): Edit[] => tasks.map((task) => ({ type: "task", task }));

const nextId = (plan: ShownPlan): number => plan.tasks.reduce((most, task) => Math.max(most, task.id), 0) + 1;
const nextGroup = (plan: ShownPlan): number => plan.groups.reduce((most, group) => Math.max(most, group.id), 0) + 1;

/** New tasks of the unit's own, behind `after` or at the end of the group; a first group where the plan has none. */
export function added(
  plan: ShownPlan,
  group: number | null,
  after: ShownTask | null,
  filled: Partial<Task>[],
): { edits: Edit[]; ids: number[] } {
  const edits: Edit[] = [];
  let into = group ?? plan.groups[0]?.id;
  if (into === undefined) {
    into = nextGroup(plan);
    edits.push({ type: "task_group", group: { id: into, title: "Nhiệm vụ của đơn vị" } });
  }
  const first = nextId(plan);
  const target = into;
  const tasks = filled.map((part, at) => ({ ...own(plan, target), name: "", ...part, id: first + at, group: target }));
  edits.push(...taskEdits(tasks));
  const ids = tasks.map((task) => task.id);
  const list: Role = tasks[0]?.role === "own" ? "lead" : (tasks[0]?.role ?? "lead");
  const before = after ? following(plan, after) : null;
  if (before !== null) edits.push({ type: "move_tasks", ids, group: target, list, before });
  return { edits, ids };
}

/** The task behind this one in its group and list; `null` at the end. */
export function following(plan: ShownPlan, task: ShownTask): number | null {
  const at = plan.tasks.findIndex((one) => one.id === task.id);
  const next = plan.tasks[at + 1];
  return next && next.group_id === task.group_id && next.list === task.list ? next.id : null;
}

/** Copies behind the last of the tasks given; a copy has no source: no paper says it twice. */
export function duplicated(plan: ShownPlan, tasks: ShownTask[]): { edits: Edit[]; ids: number[] } {
  const last = tasks.at(-1);
  if (!last) return { edits: [], ids: [] };
  const copies = tasks.map((task) => ({ ...changed(task, {}), source: null, role: last.role }));
  return added(plan, last.group_id, last, copies);
}

/** A new group, named by the planner afterwards. */
export function addedGroup(plan: ShownPlan): { edit: Edit; id: number } {
  const id = nextGroup(plan);
  return { edit: { type: "task_group", group: { id, title: "Nhóm nhiệm vụ mới" } }, id };
}
