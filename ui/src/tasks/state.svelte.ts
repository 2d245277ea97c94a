/** What the screen of tasks remembers: over leaving the tab, and of columns over closing the window. */

import type { ShownTask } from "../bindings";
import type { MoneyUnit } from "../shared/words";
import { COLUMNS, type Column, type Field } from "./columns";
import type { Fault } from "./edits";
import { EVERYTHING, type Filter } from "./filter";
import { at, type Selection } from "./selection";

const KEY = "tasks.columns";

interface Kept {
  widths: Partial<Record<Field, number>>;
  hidden: Field[];
  unit: MoneyUnit;
}

function kept(): Kept {
  const none: Kept = { widths: {}, hidden: [], unit: "triệu đồng" };
  try {
    const read = JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Kept>;
    const known = (field: Field) => COLUMNS.some((column) => column.field === field);
    return {
      widths: Object.fromEntries(
        Object.entries(read.widths ?? {}).filter(([field, width]) => known(field as Field) && Number.isFinite(width)),
      ),
      hidden: (read.hidden ?? []).filter((field) => known(field) && field !== "name"),
      unit: read.unit === "đồng" ? "đồng" : "triệu đồng",
    };
  } catch {
    return none;
  }
}

class TasksState {
  /** The plan it is about: another plan begins afresh. */
  plan = "";
  filter = $state<Filter>({ ...EVERYTHING });
  folded = $state.raw<ReadonlySet<string>>(new Set());
  selection = $state.raw<Selection>(at(0, 0));
  /** Texts that their cells could not take, by task and field. */
  faults = $state.raw<ReadonlyMap<string, Fault>>(new Map());
  widths = $state.raw(kept().widths);
  hidden = $state.raw(kept().hidden);
  unit = $state<MoneyUnit>(kept().unit);
  scroll = { top: 0, left: 0 };
  /** Leads from the search into the grid, while that shows. */
  toGrid: () => void = () => undefined;

  /** Shows this plan. */
  about(plan: string): void {
    if (this.plan === plan) return;
    this.plan = plan;
    this.filter = { ...EVERYTHING };
    this.folded = new Set();
    this.selection = at(0, 0);
    this.faults = new Map();
    this.scroll = { top: 0, left: 0 };
  }

  /** Lets this task be shown: its list, its group open, no other filter. */
  find(task: ShownTask): void {
    this.filter = { ...EVERYTHING, list: task.role === "own" ? "lead" : task.role };
    const folded = new Set(this.folded);
    folded.delete(`group/${this.filter.list}/${task.group_id}`);
    this.folded = folded;
  }

  width(column: Column): number {
    return this.widths[column.field] ?? column.width;
  }

  resize(field: Field, width: number): void {
    this.widths = { ...this.widths, [field]: Math.round(width) };
    this.#keep();
  }

  toggle(field: Field): void {
    this.hidden = this.hidden.includes(field) ? this.hidden.filter((one) => one !== field) : [...this.hidden, field];
    this.#keep();
  }

  measure(unit: MoneyUnit): void {
    this.unit = unit;
    this.#keep();
  }

  /** Columns as designed again. */
  reset(): void {
    [this.widths, this.hidden] = [{}, []];
    this.#keep();
  }

  fold(key: string): void {
    const folded = new Set(this.folded);
    if (!folded.delete(key)) folded.add(key);
    this.folded = folded;
  }

  #keep(): void {
    try {
      localStorage.setItem(KEY, JSON.stringify({ widths: this.widths, hidden: this.hidden, unit: this.unit }));
    } catch {
      // Columns are then as designed when the window opens next.
    }
  }
}

export const state = new TasksState();
