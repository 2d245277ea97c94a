/** A task for this folder's tests. */

import type { ShownTask } from "../bindings";

export function shownTask(id: number, more: Partial<ShownTask> = {}): ShownTask {
  return {
    id,
    list: "A",
    group: "I",
    group_id: 1,
    group_title: "Hạ tầng số",
    no: id,
    reference: `I/${id}`,
    name: `Nhiệm vụ ${id}`,
    role: "lead",
    lead: "",
    coordinating: "",
    time: "2026",
    time_understood: true,
    product: "",
    basis: "",
    kind: null,
    goal: "",
    budget: null,
    funding: "",
    assigned_member: "",
    note: "",
    effect: "",
    source: "ministry:I/1",
    ...more,
  };
}
