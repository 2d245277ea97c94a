/** The letter's priority tasks, what of the plan covers each, and what might. */

import type { CoveredBy, ShownCoverage, ShownPlan, ShownSection, ShownTask, Suggestion } from "../bindings";
import { rows, title } from "../plan/outline";
import { folded } from "../shared/words";

/** A section or task that can cover a priority task. */
export interface Cover {
  key: string;
  link: CoveredBy;
  /** "III.4", "A.II.1". */
  place: string;
  name: string;
  /** A section without text covers nothing yet. */
  blank: boolean;
  section: ShownSection | null;
  task: ShownTask | null;
}

export function keyOf(link: CoveredBy): string {
  return link.section !== undefined ? `section/${link.section}` : `task/${link.task}`;
}

/** Everything that can be linked, sections first, in the order of the plan. */
export function covers(plan: ShownPlan): Map<string, Cover> {
  const out = new Map<string, Cover>();
  for (const { section } of rows(plan.sections)) {
    const link: CoveredBy = { section: section.id };
    const key = keyOf(link);
    const place = section.path.replace(/\//g, ", ");
    out.set(key, { key, link, place, name: title(section), blank: blank(section), section, task: null });
  }
  for (const task of plan.tasks) {
    const link: CoveredBy = { task: task.id };
    const key = keyOf(link);
    const place = `Nhiệm vụ ${task.list}.${task.group}.${task.no}`;
    out.set(key, { key, link, place, name: task.name, blank: false, section: null, task });
  }
  return out;
}

/** Whether nothing stands in a section and those below it; what it holds of itself (căn cứ, tasks) is something. */
function blank(section: ShownSection): boolean {
  const held = section.holds === "legal_bases" || section.holds === "tasks";
  return section.text.length === 0 && !held && section.children.every(blank);
}

export type State = "covered" | "blank" | "open";

/** Covered; linked only to what is still blank; open. */
export function stateOf(one: ShownCoverage): State {
  if (one.covered_by.length > 0) return "covered";
  return one.linked.length > 0 ? "blank" : "open";
}

/** Words of two syllables joined where they run on in the text: "phân tích", "tích dữ", "dữ liệu" → "phân tích dữ liệu". */
export function phrases(text: string, pairs: string[]): string[] {
  const wanted = new Set(pairs);
  const syllables = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const out = new Set<string>();
  let run: string[] = [];
  syllables.forEach((syllable, at) => {
    const next = syllables[at + 1];
    if (run.length === 0) run = [syllable];
    if (next !== undefined && wanted.has(`${syllable} ${next}`)) run.push(next);
    else {
      if (run.length > 1) out.add(run.join(" "));
      run = [];
    }
  });
  // An abbreviation that was spelt out does not stand in the text so.
  return out.size > 0 ? [...out] : pairs;
}

/** Suggestions of one priority task that the plan still has and that were not answered since. */
export function offered(
  one: ShownCoverage,
  all: Suggestion[],
  known: Map<string, Cover>,
): { cover: Cover; words: string[] }[] {
  const answered = new Set([...one.linked, ...one.refused].map(keyOf));
  return all.flatMap((suggestion) => {
    const cover = known.get(keyOf(suggestion.covered_by));
    if (suggestion.task !== one.task || !cover || answered.has(cover.key)) return [];
    return [{ cover, words: phrases(one.text, suggestion.words) }];
  });
}

/** What one can link by hand: every word is in its place or name, accents aside. */
export function search(known: Map<string, Cover>, linked: CoveredBy[], query: string): Cover[] {
  const words = folded(query).split(" ").filter(Boolean);
  const there = new Set(linked.map(keyOf));
  const fits = (cover: Cover) => {
    const text = folded(`${cover.place} ${cover.name}`);
    return !there.has(cover.key) && words.every((word) => text.includes(word));
  };
  return [...known.values()].filter(fits);
}
