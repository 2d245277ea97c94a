/** Where a pre-filled thing comes from, in words. */

import type { ShownSection, ShownSource } from "../bindings";
import { day } from "../shared/words";
import { split } from "./text/items";

const KIND: [RegExp, string][] = [
  [/^framework$/, "Công văn hướng dẫn"],
  [/^ministry(-\d+)?$/, "Kế hoạch của Bộ"],
  [/^previous$/, "Kế hoạch năm trước"],
  [/^form$/, "Mẫu kế hoạch"],
  [/^profile$/, "Thông tin đơn vị"],
];

/** "framework:Phần II/III/1" → "Công văn hướng dẫn số 5406/BTTTT-CĐSQG ngày 03/11/2022, Phần II/III/1", `short`: without number and date; `null` if there is none. */
export function provenance(source: string | null, sources: ShownSource[], short = false): string | null {
  if (!source) return null;
  const at = source.indexOf(":");
  const [id, place] = at < 0 ? [source, ""] : [source.slice(0, at), source.slice(at + 1)];
  const paper = short ? undefined : sources.find((one) => one.id === id);
  const kind = KIND.find(([pattern]) => pattern.test(id))?.[1] ?? id;
  const number = paper?.number ? ` số ${paper.number}` : "";
  const date = paper?.date ? ` ngày ${day(paper.date)}` : "";
  return `${kind}${number}${date}${place ? `, ${place}` : ""}`;
}

/** What the letter is and where in it a section is asked for: "Công văn hướng dẫn số …, Phần II/III/4"; `null` for the form's own words. */
export function guidanceSource(section: ShownSection, sources: ShownSource[]): string | null {
  return provenance(section.source, sources);
}

/** Where a section's paragraphs come from, those of one source together: "a, b, d" of the ministry's plan. */
export function paragraphSources(section: ShownSection, sources: ShownSource[]): { where: string; source: string }[] {
  const by = new Map<string | null, string[]>();
  section.text.forEach((text, at) => {
    const item = split(text);
    const name =
      item.level === "letter" || item.level === "no"
        ? text.slice(0, item.length).trim().replace(/[.)]$/, "")
        : `đoạn ${at + 1}`;
    const source = section.paragraph_sources[at] ?? null;
    by.set(source, [...(by.get(source) ?? []), name]);
  });
  const said = (source: string | null) => provenance(source, sources) ?? "Đơn vị soạn";
  if (by.size === 1) return [...by.keys()].map((source) => ({ where: "Nội dung", source: said(source) }));
  return [...by].map(([source, names]) => ({
    where: names.join(", ").replace(/, đoạn /g, ", "),
    source: said(source),
  }));
}
