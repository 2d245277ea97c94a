/**
 * Ranges as Excel puts them on the clipboard and takes them from it. Excel quotes a cell of several lines in its TSV and
 * breaks lines in HTML by <br>; both ways keep every line feed and quote.
 */

import Papa from "papaparse";

/** A range, row by row. */
export type Cells = string[][];

/** As Excel writes it: tabs between cells, CR LF between rows, quoted where a cell holds a tab, quote or line feed. */
export function toTsv(cells: Cells): string {
  const quoted = (text: string) => (/["\t\n\r]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
  return cells.map((row) => row.map(quoted).join("\t")).join("\r\n");
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** A table that Excel and Word take over; a line feed stays inside its cell. */
export function toHtml(cells: Cells): string {
  const lines = (text: string) => escaped(text).replace(/\n/g, '<br style="mso-data-placement:same-cell">');
  const rows = cells.map((row) => `<tr>${row.map((text) => `<td>${lines(text)}</td>`).join("")}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join("")}</table>`;
}

/** The range on the clipboard: the HTML table if there is one, else the text; equally long rows. */
export function fromClipboard(html: string, text: string): Cells {
  return squared(fromHtml(html) ?? fromTsv(text));
}

export function fromTsv(text: string): Cells {
  // One line feed ends the last row, it begins no other.
  const body = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  if (body === "") return [];
  const parsed = Papa.parse<string[]>(body, { delimiter: "\t", newline: "\n", quoteChar: '"' });
  // A quote that is never closed is a letter like any other ("Dự án "Số hóa").
  if (parsed.errors.length > 0) return body.split("\n").map((row) => row.split("\t").map(clean));
  return parsed.data.map((row) => row.map(clean));
}

/** The first table of a page; `null` if there is none. Merged cells stand in the first of their places. */
export function fromHtml(html: string): Cells | null {
  if (!/<table/i.test(html)) return null;
  const table = new DOMParser().parseFromString(html, "text/html").querySelector("table");
  if (!table) return null;
  const out: Cells = [];
  const taken: boolean[][] = [];
  [...table.rows].forEach((row, y) => {
    const line: string[] = (out[y] ??= []);
    let x = 0;
    for (const cell of row.cells) {
      while (taken[y]?.[x]) line[x++] ??= "";
      line[x] = textOf(cell);
      const [wide, high] = [Math.min(cell.colSpan, 100), Math.min(cell.rowSpan, 1000)];
      for (let down = 0; down < high; down += 1) {
        for (let right = 0; right < wide; right += 1) (taken[y + down] ??= [])[x + right] = true;
      }
      x += wide;
    }
  });
  return out.map((row) => Array.from(row, (text) => text ?? ""));
}

/** A cell's text: line feeds of the source are spaces, <br>, paragraphs and list items are line feeds. */
function textOf(cell: Element): string {
  let out = "";
  const walk = (node: Node): void => {
    if (node.nodeType === Node.TEXT_NODE) out += (node.textContent ?? "").replace(/[ \t\r\n]+/g, " ");
    else if (node instanceof Element) {
      const block = /^(P|DIV|LI|UL|OL)$/.test(node.tagName);
      if (node.tagName === "BR") out += "\n";
      else if (block && out !== "" && !out.endsWith("\n")) out += "\n";
      node.childNodes.forEach(walk);
      if (block && !out.endsWith("\n")) out += "\n";
    }
  };
  cell.childNodes.forEach(walk);
  return clean(out);
}

function clean(text: string): string {
  return text
    .replace(/\u00a0/g, " ")
    .normalize("NFC")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function squared(cells: Cells): Cells {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  return cells.map((row) => [...row, ...new Array<string>(width - row.length).fill("")]);
}
