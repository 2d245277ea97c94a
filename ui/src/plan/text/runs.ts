/** Between a section's paragraphs with their spans and the editor's document; both ways without loss. */

import type { ShownSection, Span, TextRun } from "../../bindings";
import { items, labels, split, type Item } from "./items";

/** A paragraph as it is typed: its item, its text without the label. */
export interface Line extends Item {
  runs: TextRun[];
}

/** The editor's document as JSON. */
export interface DocJson {
  type: "doc";
  content: ParagraphJson[];
}
interface ParagraphJson {
  type: "paragraph";
  attrs: Item;
  content?: InlineJson[];
}
type InlineJson =
  | { type: "text"; text: string; marks?: { type: string }[] }
  | { type: "task"; attrs: { id: number; words: string }; marks?: { type: string }[] };

export const plain = (text: string): TextRun => ({ text, bold: false, italic: false, citation: false, task: null });

const sameLook = (a: TextRun, b: TextRun) =>
  a.bold === b.bold && a.italic === b.italic && a.citation === b.citation && a.task === null && b.task === null;

/** Neighbours of one look joined, empty ones dropped. */
export function joined(runs: TextRun[]): TextRun[] {
  const out: TextRun[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    if (run.text === "") continue;
    if (last && sameLook(last, run)) last.text += run.text;
    else out.push({ ...run });
  }
  return out;
}

/** A paragraph as runs; spans count characters, not UTF-16 units. */
export function runsOf(text: string, paragraph: number, spans: Span[]): TextRun[] {
  const own = spans.filter((span) => span.paragraph === paragraph && span.from < span.to);
  // most paragraphs have one look
  if (own.length === 0) return joined([plain(text)]);
  const signs = [...text];
  const ends = own.flatMap((span) => [span.from, span.to]).filter((at) => at < signs.length);
  const cuts = [...new Set([0, signs.length, ...ends])].sort((a, b) => a - b);
  const runs = cuts.slice(1).map((to, at): TextRun => {
    const from = cuts[at] ?? 0;
    const over = (look: Span["look"]) =>
      own.find((one) => one.look === look && one.from <= from && to <= Math.min(one.to, signs.length));
    return {
      text: signs.slice(from, to).join(""),
      bold: !!over("bold"),
      italic: !!over("italic"),
      citation: !!over("citation"),
      task: over("task")?.task ?? null,
    };
  });
  return joined(runs);
}

/** Takes `length` UTF-16 units off the front. */
function cut(runs: TextRun[], length: number): TextRun[] {
  let left = length;
  return runs.flatMap((run) => {
    const gone = Math.min(left, run.text.length);
    left -= gone;
    return gone === run.text.length && gone > 0 ? [] : [{ ...run, text: run.text.slice(gone) }];
  });
}

/** A text that may open with typed labels, line by line. */
export function linesOf(paragraphs: TextRun[][]): Line[] {
  const typed = paragraphs.map((runs) => split(runs.map((run) => run.text).join("")));
  return items(typed).map((item, at) => ({ ...item, runs: cut(paragraphs[at] ?? [], typed[at]?.length ?? 0) }));
}

export function docOf(lines: Line[]): DocJson {
  const inline = (run: TextRun): InlineJson => {
    const looks = [run.bold ? "bold" : "", run.italic ? "italic" : "", run.citation ? "citation" : ""];
    const marks = looks.filter(Boolean).map((type) => ({ type }));
    const node: InlineJson =
      run.task === null ? { type: "text", text: run.text } : { type: "task", attrs: { id: run.task, words: run.text } };
    return marks.length > 0 ? { ...node, marks } : node;
  };
  const content = lines.map(({ level, start, runs }): ParagraphJson => {
    const inner = joined(runs).map(inline);
    return { type: "paragraph", attrs: { level, start }, ...(inner.length > 0 ? { content: inner } : {}) };
  });
  return {
    type: "doc",
    content: content.length > 0 ? content : [{ type: "paragraph", attrs: { level: "", start: 1 } }],
  };
}

/** What the editor's document says, line by line. */
export function linesOfDoc(doc: DocJson): Line[] {
  return doc.content.map(({ attrs, content }) => ({
    level: attrs.level,
    start: attrs.start,
    runs: joined(
      (content ?? []).map((node): TextRun => {
        const has = (type: string) => (node.marks ?? []).some((mark) => mark.type === type);
        const look = { bold: has("bold"), italic: has("italic"), citation: has("citation") };
        return node.type === "text"
          ? { text: node.text, ...look, task: null }
          : { text: node.attrs.words, ...look, task: node.attrs.id };
      }),
    ),
  }));
}

/** Paragraphs to be kept, labels written out; those without a word are left out. */
export function paragraphsOf(lines: Line[]): TextRun[][] {
  const said = lines.filter((line) => line.runs.some((run) => run.text.trim() !== ""));
  const signs = labels(said);
  return said.map((line, at) => {
    const sign = signs[at];
    return joined(sign ? [plain(`${sign} `), ...line.runs] : line.runs);
  });
}

export const sectionRuns = (section: Pick<ShownSection, "text" | "spans">): TextRun[][] =>
  section.text.map((text, at) => runsOf(text, at, section.spans));

/** Tells two texts apart as the plan keeps them: NFC, single-spaced, looks of spaces aside. */
export function key(paragraphs: TextRun[][]): string {
  const marked = (run: TextRun) =>
    `\u0001${run.bold ? "b" : ""}${run.italic ? "i" : ""}${run.citation ? "c" : ""}${run.task ?? ""}\u0002${run.text}`;
  const one = (runs: TextRun[]) => {
    const text = runs.map((run) => run.text).join("");
    // most of a long text is clean already
    if (text !== "" && !/^\s|\s$|\s\s|[^\S ]/.test(text) && text === text.normalize("NFC"))
      return joined(runs).map(marked).join("");
    let before = " ";
    const signs = joined(runs).flatMap((run, at) =>
      [...run.text.normalize("NFC").replace(/\s/g, " ")].flatMap((sign) => {
        if (sign === " " && before === " ") return [];
        before = sign;
        const look = `${run.bold ? "b" : ""}${run.italic ? "i" : ""}${run.citation ? "c" : ""}`;
        return [{ sign, look: run.task === null ? look : `${look}${run.task}#${at}` }];
      }),
    );
    if (signs.at(-1)?.sign === " ") signs.pop();
    const out: string[] = [];
    let look: string | undefined;
    for (const sign of signs) {
      if (sign.look !== look) out.push(`\u0001${sign.look.replace(/#.*/, "")}\u0002`);
      look = sign.look;
      out.push(sign.sign);
    }
    return out.join("");
  };
  return paragraphs
    .map(one)
    .filter((text) => text !== "")
    .join("\n");
}
