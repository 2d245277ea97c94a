/** What is pasted, made clean: text, levels, bold and italic; nothing else of Word, Excel, a web page or a PDF. */

import type { TextRun } from "../../bindings";
import { split } from "./items";
import { joined, linesOf, plain, type Line } from "./runs";

const BLOCK = /^(P|DIV|LI|H[1-6]|TR|UL|OL|TABLE|TBODY|THEAD|TFOOT|BLOCKQUOTE|SECTION|ARTICLE|BODY|DL|DT|DD|PRE)$/;
const DROPPED = /^(STYLE|SCRIPT|HEAD|TITLE|META|LINK|XML|IMG|OBJECT|SVG|TEMPLATE)$/;
/** Signs that Word draws with symbol fonts. */
const BULLET = /^[·•§o▪●■✓v\-–—Øüq]$/u;

interface Look {
  bold: boolean;
  italic: boolean;
}

/** Paragraphs of a clipboard's HTML, labels of lists written out at their front. */
class Reader {
  out: TextRun[][] = [];
  #now: TextRun[] = [];

  end(): void {
    const runs = squeezed(this.#now);
    if (runs.length > 0) this.out.push(runs);
    this.#now = [];
  }

  text(text: string, look: Look): void {
    this.#now.push({ ...plain(text.replace(/\s/g, " ")), ...look });
  }

  walk(node: Node, look: Look, depth: number): void {
    if (node.nodeType === Node.TEXT_NODE) this.text(node.textContent ?? "", look);
    if (!(node instanceof Element)) return;
    const name = node.tagName.toUpperCase();
    if (DROPPED.test(name)) return;
    const style = node.getAttribute("style")?.toLowerCase() ?? "";
    if (/display:\s*none|mso-hide:\s*all/.test(style)) return;
    if (name === "BR") return this.end();
    if (/mso-list:\s*ignore/.test(style)) return this.text(`${listLabel(node.textContent ?? "", depth)} `, NONE);
    const own = styled(node, name, style, look);
    if (name === "TR") return this.row(node, own);
    const block = BLOCK.test(name);
    if (block) this.end();
    if (name === "LI") this.text(`${itemLabel(node)} `, NONE);
    const below = name === "UL" || name === "OL" ? depth + 1 : (listDepth(style) ?? depth);
    // a paragraph inside an item is the item's
    const only = name === "LI" && node.firstElementChild?.tagName === "P" ? node.firstElementChild : null;
    for (const child of node.childNodes) {
      if (child === only) for (const inner of child.childNodes) this.walk(inner, own, below);
      else this.walk(child, own, below);
    }
    if (block) this.end();
  }

  /** A row of a table: its cells side by side. */
  row(row: Element, look: Look): void {
    this.end();
    const cells = [...row.children].map((cell) => {
      const reader = new Reader();
      const name = cell.tagName.toUpperCase();
      for (const child of cell.childNodes)
        reader.walk(child, styled(cell, name, cell.getAttribute("style")?.toLowerCase() ?? "", look), 0);
      reader.end();
      return reader.out.flatMap((runs, at) => (at > 0 ? [plain(" "), ...runs] : runs));
    });
    const said = cells.filter((cell) => cell.length > 0);
    this.#now = said.flatMap((cell, at) => (at > 0 ? [plain("; "), ...cell] : cell));
    this.end();
  }
}

const NONE: Look = { bold: false, italic: false };

function styled(node: Element, name: string, style: string, look: Look): Look {
  const weight = /(?:^|[;\s])font-weight:\s*(bold|normal|\d+)/.exec(style)?.[1];
  const slope = /(?:^|[;\s])font-style:\s*(italic|oblique|normal)/.exec(style)?.[1];
  const bold = weight ? weight === "bold" || Number(weight) >= 600 : /^(B|STRONG|TH|H[1-6])$/.test(name) || look.bold;
  const italic = slope ? slope !== "normal" : /^(I|EM|CITE)$/.test(name) || look.italic;
  return { bold, italic };
}

/** "level2" in Word's "mso-list:l0 level2 lfo1". */
function listDepth(style: string): number | null {
  const level = /mso-list:[^;]*level(\d)/.exec(style)?.[1];
  return level ? Number(level) : null;
}

/** The label that Word shows before a list's paragraph; its bullets become a dash, on lower levels a plus. */
function listLabel(text: string, depth: number): string {
  const bare = text.replace(/\s+/g, " ").trim();
  return BULLET.test(bare) ? (depth > 1 ? "+" : "-") : bare;
}

function itemLabel(item: Element): string {
  const list = item.parentElement;
  let above = 0;
  for (let up = list?.parentElement; up; up = up.parentElement) above += /^(UL|OL)$/.test(up.tagName) ? 1 : 0;
  if (list?.tagName !== "OL") return above > 0 ? "+" : "-";
  const no =
    [...list.children].filter((child) => child.tagName === "LI").indexOf(item) +
    Number(list.getAttribute("start") ?? 1);
  const letters =
    /^a$/i.test(list.getAttribute("type") ?? "") || /lower-(alpha|latin)/.test(list.getAttribute("style") ?? "");
  return letters ? `${"abcdđeghiklmnopqrstuvxy"[no - 1] ?? "a"})` : `${no}.`;
}

/** Single-spaced, trimmed, NFC; a line without a word is empty. */
function squeezed(runs: TextRun[]): TextRun[] {
  let before = " ";
  const out = runs.map((run) => {
    const text = [...run.text.normalize("NFC").replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, "")]
      .map((sign) => (/\s/.test(sign) ? " " : sign))
      .filter((sign) => {
        const kept = sign !== " " || before !== " ";
        before = sign;
        return kept;
      });
    return { ...run, text: text.join("") };
  });
  const last = out.findLast((run) => run.text !== "");
  if (last) last.text = last.text.replace(/ $/, "");
  return joined(out);
}

/** Lines that a page broke inside a paragraph are joined: a PDF's text has one line a printed line. */
export function unwrapped(text: string): string[] {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  const longest = Math.max(...lines.map((line) => line.trim().length));
  const out: string[] = [];
  let open = false;
  for (const raw of lines) {
    const line = raw.replace(/\s+/g, " ").trim();
    if (line === "") {
      open = false;
      continue;
    }
    const before = out.at(-1);
    const small = /^[\p{Ll}(,;]/u.test(line);
    const filled = before !== undefined && open && longest >= 40;
    if (filled && split(line).level === "" && !opensHeading(line) && (small || !/[.;:]$/.test(before))) {
      out[out.length - 1] = `${before} ${line}`;
    } else out.push(line);
    // a line that ends early ends its paragraph, unless the next goes on in lower case
    open = longest >= 40 && (line.length >= longest * 0.6 || !/[.;:]$/.test(line));
  }
  return out;
}

const opensHeading = (line: string) =>
  /^([IVXLC]+\.|\d+(\.\d+)+\.?|Điều \d+|Phần [IVX\d]+|Chương [IVX\d]+)(\s|$)/u.test(line);

/** Lines to be put in for what the clipboard holds. */
export function pasted(html: string, text: string): Line[] {
  if (html.trim() !== "") {
    const body = new DOMParser().parseFromString(html.replace(/<!\[(if|endif)[^>]*>/gi, ""), "text/html").body;
    const reader = new Reader();
    reader.walk(body, NONE, 0);
    reader.end();
    if (reader.out.length > 0) return linesOf(reader.out);
  }
  return linesOf(
    unwrapped(text)
      .map((line) => squeezed([plain(line)]))
      .filter((runs) => runs.length > 0),
  );
}
