/** The outline as the window shows it: rows, progress, neighbours, findings by section. */

import type { Finding, ShownSection, Status } from "../bindings";
import { sentence } from "../shared/words";

export interface Row {
  section: ShownSection;
  level: number;
  /** Sections above it, top first. */
  above: ShownSection[];
}

/** Words for a state. */
export const STATUS: Record<Status, string> = {
  empty: "Trống",
  prefilled: "Điền sẵn",
  edited: "Đã sửa",
  done: "Xong",
};

/** All rows, parents before children. */
export function rows(sections: ShownSection[], above: ShownSection[] = []): Row[] {
  return sections.flatMap((section) => [
    { section, level: above.length, above },
    ...rows(section.children, [...above, section]),
  ]);
}

/** Rows that are seen when the sections in `folded` hide what is below them. */
export function seen(all: Row[], folded: ReadonlySet<number>): Row[] {
  return all.filter((row) => !row.above.some((section) => folded.has(section.id)));
}

export type Filter = "all" | "open" | "doubtful";

/** Rows a filter leaves, with the sections above them so that one sees where they stand. */
export function filtered(all: Row[], findings: Finding[], filter: Filter): Row[] {
  const fits = ({ section }: Row) =>
    filter === "all" ||
    (filter === "open" ? written(section) && section.status !== "done" : doubtsOf(section, findings).length > 0);
  const wanted = all.filter(fits);
  const above = new Set(wanted.flatMap((row) => row.above.map((section) => section.id)));
  return all.filter((row) => wanted.includes(row) || above.has(row.section.id));
}

/** A section one writes in: whatever is no mere heading over others. */
export function written(section: ShownSection): boolean {
  return section.children.length === 0 || section.text.length > 0 || section.holds !== "text";
}

/** How many of the sections one writes in are done. */
export function progress(all: Row[]): { done: number; of: number } {
  const sections = all.map((row) => row.section).filter(written);
  return { done: sections.filter((section) => section.status === "done").length, of: sections.length };
}

/** "Phần II. Nội dung", "III. Nhiệm vụ", "a) …". */
export function title(section: ShownSection): string {
  const heading = sentence(section.heading);
  if (section.label === "" || section.label === "-") return heading;
  const stop = /^\p{Ll}$/u.test(section.label) ? ")" : ".";
  return heading === "" ? `${section.label}${stop}` : `${section.label}${stop} ${heading}`;
}

/** As many characters of the letter's words as an empty editor quotes: two lines. */
const QUOTED = 100;

/** What an empty editor of a section says: that it is empty, and what the letter wants there. */
export function invitation(section: ShownSection): string {
  if (section.holds === "legal_bases") return "Lời dẫn trước các căn cứ, nếu cần.";
  if (section.holds === "tasks") return "Lời dẫn trước danh mục nhiệm vụ, nếu cần.";
  const empty = section.mandatory ? "Mục bắt buộc, chưa có nội dung." : "Mục này chưa có nội dung.";
  const wanted = paragraphs(section.guidance)[0];
  if (wanted === undefined || section.children.length > 0) return empty;
  const words = wanted.length <= QUOTED ? wanted : `${wanted.slice(0, wanted.lastIndexOf(" ", QUOTED))}…`;
  return `${empty} ${section.source?.startsWith("framework") ? "Công văn" : "Mẫu kế hoạch"} yêu cầu: ${words}`;
}

/** Whether a place such as "Phần II/III/1" or "mục Phần II/III/1, đoạn 2" names this section. */
export function names(place: string, section: ShownSection): boolean {
  const at = place
    .replace(/^(đề mục|mục)\s+/iu, "")
    .split(/[,;]/)[0]
    ?.trim();
  return at === section.path;
}

/** Findings of this section alone. */
export function findingsOf(section: ShownSection, findings: Finding[]): Finding[] {
  return findings.filter((finding) => names(finding.place, section));
}

/** Those of its findings that are still in doubt: what is only worth knowing, or kept as it is, is none. */
export function doubtsOf(section: ShownSection, findings: Finding[]): Finding[] {
  return findingsOf(section, findings).filter((finding) => finding.severity !== "info");
}

/** A text's lines that say something. */
export function paragraphs(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Words of the section's text that its findings name in quotes, to be underlined there. */
export function doubtsIn(section: ShownSection, findings: Finding[]): string[] {
  const quoted = doubtsOf(section, findings).flatMap((finding) =>
    [...finding.message.matchAll(/“([^”]{2,200})”/gu)].map((match) => match[1] ?? ""),
  );
  return [...new Set(quoted)].filter((words) => section.text.some((text) => text.includes(words)));
}
