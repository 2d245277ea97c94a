import { describe, expect, it } from "vitest";

import type { TextRun } from "../../bindings";
import { docOf, joined, key, linesOf, linesOfDoc, paragraphsOf, plain, runsOf, sectionRuns } from "./runs";

/** A generator of its own, so that a failure comes back. */
function random(seed: number): () => number {
  return () => {
    seed = (seed * 1664525 + 1013904223) % 4294967296;
    return seed / 4294967296;
  };
}

describe("runs", () => {
  it("spans count characters, also beyond the first plane", () => {
    const spans = [{ paragraph: 0, from: 2, to: 4, look: "bold" as const, task: null }];
    expect(runsOf("𝐀ế số", 0, spans).map((run) => [run.text, run.bold])).toEqual([
      ["𝐀ế", false],
      [" s", true],
      ["ố", false],
    ]);
  });

  it("a reference is one piece with its task", () => {
    const section = {
      text: ["a) Theo nhiệm vụ V.4 Phụ lục."],
      spans: [{ paragraph: 0, from: 8, to: 28, look: "task" as const, task: 7 }],
    };
    const doc = docOf(linesOf(sectionRuns(section)));
    expect(doc.content[0]?.attrs).toEqual({ level: "letter", start: 1 });
    expect(doc.content[0]?.content?.[1]).toEqual({ type: "task", attrs: { id: 7, words: "nhiệm vụ V.4 Phụ lục" } });
    expect(paragraphsOf(linesOfDoc(doc))).toEqual(sectionRuns(section));
  });

  it("come back as they were, whatever they are", () => {
    const words = ["số ", "dữ liệu", "a)", " 1. ", "Điều 2", "ế", "-"];
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = random(seed);
      const run = (): TextRun => ({
        text: words[Math.floor(next() * words.length)] ?? "",
        bold: next() < 0.3,
        italic: next() < 0.3,
        citation: next() < 0.2,
        task: next() < 0.1 ? Math.floor(next() * 9) : null,
      });
      const label = ["", "", "a) ", "- "][Math.floor(next() * 4)] ?? "";
      const paragraphs = Array.from({ length: Math.floor(next() * 5) }, () =>
        joined([plain(`${label}Một `), ...Array.from({ length: Math.floor(next() * 4) }, run)]),
      );
      const once = paragraphsOf(linesOfDoc(docOf(linesOf(paragraphs))));
      expect(once.map((runs) => runs.length)).toEqual(paragraphs.map((runs) => runs.length));
      const twice = paragraphsOf(linesOfDoc(docOf(linesOf(once))));
      expect(twice).toEqual(once);
      expect(key(twice)).toBe(key(once));
    }
  });

  it("the key forgives what the plan cleans and nothing else", () => {
    const bold = (text: string) => ({ ...plain(text), bold: true });
    expect(key([[plain(" Một  hai ")], [plain(" ")]])).toBe(key([[plain("Một hai")]]));
    expect(key([[plain("Kê\u0301")]])).toBe(key([[plain("Kế")]]));
    expect(key([[plain("Một hai")]])).not.toBe(key([[plain("Một "), bold("hai")]]));
    expect(key([[plain(" Một "), bold("hai ")]])).toBe(key([[plain("Một "), bold("hai")]]));
    expect(key([[plain("Một")], [plain("hai")]])).not.toBe(key([[plain("Một hai")]]));
  });
});
