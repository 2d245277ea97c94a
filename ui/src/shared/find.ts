/** Search over the whole plan: where words stand, sections first, then căn cứ, then tasks. */

import type { ShownPlan, ShownSection, Spot } from "../bindings";
import { folded, sentence } from "./words";

export interface Found {
  key: string;
  title: string;
  /** The words around the first hit; empty where the title has it. */
  line: string;
  spot: Spot;
}

const MOST = 60;

/** The text around the first of the words, about eighty letters. */
function around(text: string, word: string): string {
  const at = folded(text).indexOf(word);
  const begin = Math.max(0, text.lastIndexOf(" ", Math.max(0, at - 24)));
  return `${begin > 0 ? "…" : ""}${text.slice(begin, begin + 90).trim()}`;
}

function hit(title: string, texts: string[], words: string[]): string | undefined {
  const all = folded([title, ...texts].join("\n"));
  if (!words.every((word) => all.includes(word))) return undefined;
  const first = words[0] ?? "";
  const line = texts.find((text) => folded(text).includes(first));
  return line === undefined ? "" : around(line, first);
}

/** Everything that has all the words, at most sixty. */
export function found(plan: ShownPlan, query: string): Found[] {
  const words = folded(query).split(" ").filter(Boolean);
  if (words.length === 0) return [];
  const out: Found[] = [];
  const look = (sections: ShownSection[]): void => {
    for (const section of sections) {
      const labels = section.path.split("/").filter((label) => label !== "-");
      // Under a part its number says enough: "III.4".
      const number = (labels.length > 1 ? labels.filter((label) => !label.startsWith("Phần")) : labels).join(".");
      const title = [number, sentence(section.heading)].filter(Boolean).join(". ");
      const line = hit(section.heading, section.text, words);
      if (line !== undefined)
        out.push({ key: `s${section.id}`, title, line, spot: { type: "section", id: section.id } });
      look(section.children);
    }
  };
  look(plan.sections);
  plan.legal_bases.forEach((basis, index) => {
    if (hit(basis.in_full, [], words) !== undefined) {
      out.push({
        key: `b${index}`,
        title: `Căn cứ ${index + 1}`,
        line: basis.in_full,
        spot: { type: "legal_basis", index },
      });
    }
  });
  for (const task of plan.tasks) {
    if (out.length >= MOST) break;
    const line = hit(task.name, [task.lead, task.coordinating, task.product, task.time, task.goal], words);
    if (line !== undefined) {
      const title = `${task.group}.${task.no}. ${task.name.replaceAll("\n", " ")}`;
      out.push({ key: `t${task.id}`, title, line, spot: { type: "task", id: task.id } });
    }
  }
  return out.slice(0, MOST);
}
