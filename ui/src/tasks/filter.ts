/** Which tasks are shown. */

import type { ShownTask } from "../bindings";
import { folded } from "../shared/words";
import { inList, type List } from "./tasks";

export interface Filter {
  list: List;
  /** Only new or only continued tasks. */
  kind: "" | "new" | "continued" | "none";
  /** Folded name of a source of money; `null`: all, "": those that name none. */
  funding: string | null;
  noProduct: boolean;
  noTime: boolean;
  query: string;
}

export const EVERYTHING: Filter = { list: "lead", kind: "", funding: null, noProduct: false, noTime: false, query: "" };

/** The words one searches, folded once a task. */
const texts = new WeakMap<ShownTask, string>();

function searched(task: ShownTask): string {
  let text = texts.get(task);
  if (text === undefined) {
    const { name, lead, coordinating, time, product, funding, basis, goal, assigned_member, note, effect } = task;
    const all = [name, lead, coordinating, time, product, funding, basis, goal, assigned_member, note, effect];
    text = folded(all.join(" "));
    texts.set(task, text);
  }
  return text;
}

/** Names of sources folded once: thousands of tasks share a few. */
const names = new Map<string, string>();

function nameKey(text: string): string {
  let key = names.get(text);
  if (key === undefined) {
    key = folded(text);
    names.set(text, key);
  }
  return key;
}

/** Whether a task passes all but the list it stands in. */
export function passes(task: ShownTask, filter: Filter, words: string[]): boolean {
  if (filter.kind !== "" && (task.kind ?? "none") !== filter.kind) return false;
  if (filter.funding !== null && nameKey(task.funding) !== filter.funding) return false;
  if (filter.noProduct && task.product.trim() !== "") return false;
  if (filter.noTime && task.time.trim() !== "") return false;
  return words.length === 0 || words.every((word) => searched(task).includes(word));
}

/** The words of a search, folded. */
export function wordsOf(query: string): string[] {
  return folded(query).split(" ").filter(Boolean);
}

export function filtered(tasks: ShownTask[], filter: Filter): ShownTask[] {
  const words = wordsOf(filter.query);
  return tasks.filter((task) => inList(task, filter.list) && passes(task, filter, words));
}

/** How many filters besides the list are set. */
export function narrowed(filter: Filter): boolean {
  return (
    filter.kind !== "" ||
    filter.funding !== null ||
    filter.noProduct ||
    filter.noTime ||
    wordsOf(filter.query).length > 0
  );
}

/** Sources of money, each as it is first written, with how many tasks name it; by Vietnamese collation, none last. */
export function fundings(tasks: ShownTask[]): { key: string; name: string; count: number }[] {
  const found = new Map<string, { key: string; name: string; count: number }>();
  for (const task of tasks) {
    const key = nameKey(task.funding);
    const one = found.get(key);
    if (one) one.count += 1;
    else found.set(key, { key, name: task.funding.replace(/\s+/g, " ").trim(), count: 1 });
  }
  const order = new Intl.Collator("vi");
  return [...found.values()].sort(
    (a, b) => Number(a.key === "") - Number(b.key === "") || order.compare(a.name, b.name),
  );
}

/** Budgets summed by source, the largest first; tasks without an amount count for nothing. */
export function sums(tasks: ShownTask[]): { name: string; sum: number }[] {
  const found = new Map<string, { name: string; sum: number }>();
  for (const task of tasks) {
    if (task.budget === null) continue;
    const key = nameKey(task.funding);
    const one = found.get(key);
    if (one) one.sum += task.budget;
    else found.set(key, { name: task.funding.replace(/\s+/g, " ").trim() || "Chưa ghi nguồn", sum: task.budget });
  }
  return [...found.values()].sort((a, b) => b.sum - a.sum);
}
