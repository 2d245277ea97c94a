/**
 * Tabulator as the grid uses it: rows of several heights drawn as one scrolls, frozen and resizable columns. Selecting,
 * typing, copying and moving are not its business: they are the same for all rows, groups too, and lose no key.
 */

import { FormatModule, FrozenColumnsModule, ResizeColumnsModule, ResizeTableModule, Tabulator } from "tabulator-tables";
import type { CellComponent, ColumnDefinition, RowComponent } from "tabulator-tables";

import type { Column } from "./columns";
import { difference, type Row } from "./rows";
import { box, holds, type Selection } from "./selection";

Tabulator.registerModule([FormatModule, FrozenColumnsModule, ResizeColumnsModule, ResizeTableModule]);

/** More rows than this are set anew as a whole. */
const PIECEMEAL = 40;
/** Columns that stay while one scrolls sideways: the mark, STT, the name. */
const FROZEN = ["mark", "no", "name"];

export interface TableOptions {
  columns: Column[];
  /** Size of the text, 1 being the usual. */
  scale: number;
  /** Width of a column in px, as the planner last left it. */
  width: (column: Column) => number;
  html: (row: Row, column: string) => string;
  title: (column: Column) => string;
  /** A column was made wider or narrower. */
  onwidth: (field: string, width: number) => void;
  /** Rows came into view or moved. */
  onscroll: () => void;
  /** What scrolls got the focus. */
  onfocus: () => void;
}

export class Table {
  rows: Row[] = [];
  columns: Column[];
  #table: Tabulator;
  #ready: Promise<void>;
  #built = false;
  #index = new Map<string, number>();
  #painted: HTMLElement[] = [];
  #host: HTMLElement;
  #options: TableOptions;

  constructor(host: HTMLElement, rows: Row[], options: TableOptions) {
    this.#host = host;
    this.#options = options;
    this.columns = options.columns;
    this.#take(rows);
    this.#table = new Tabulator(host, {
      index: "key",
      data: rows.map(({ key }) => ({ key })),
      columns: this.#definitions(),
      columnDefaults: { headerSort: false, resizable: "header", variableHeight: true },
      layout: "fitData",
      height: "100%",
      // Half a screen more above and below: rows are there before they are scrolled to.
      renderVerticalBuffer: 400,
      rowFormatter: (row: RowComponent) => this.#dress(row),
    });
    this.#ready = new Promise((done) => {
      this.#table.on("tableBuilt", () => {
        this.#built = true;
        // Rows that open and fold make it a tree; what scrolls can be reached by keys, which go on to the active cell.
        host.setAttribute("role", "treegrid");
        this.holder.tabIndex = 0;
        this.holder.setAttribute("role", "rowgroup");
        this.holder.querySelector(".tabulator-table")?.setAttribute("role", "presentation");
        this.holder.addEventListener("focus", () => options.onfocus());
        this.holder.addEventListener("scroll", () => options.onscroll(), { passive: true });
        done();
      });
    });
    this.#table.on("columnResized", (column) => options.onwidth(column.getField(), column.getWidth()));
  }

  /** Once it can be asked for places. */
  get ready(): Promise<void> {
    return this.#ready;
  }

  /** What scrolls. */
  get holder(): HTMLElement {
    return this.#host.querySelector<HTMLElement>(".tabulator-tableholder") ?? this.#host;
  }

  destroy(): void {
    this.#table.destroy();
  }

  #definitions(): ColumnDefinition[] {
    const html = (cell: CellComponent): string => {
      const row = this.rows[this.#index.get(String((cell.getData() as { key: string }).key)) ?? -1];
      return row ? this.#options.html(row, cell.getField()) : "";
    };
    const fixed = (field: string, title: string, width: number): ColumnDefinition => ({
      field,
      title,
      width: width * this.#options.scale,
      minWidth: width * this.#options.scale,
      resizable: false,
      frozen: true,
      formatter: html,
    });
    const own = this.columns.map((column) => ({
      field: column.field,
      title: this.#options.title(column),
      width: this.#options.width(column),
      minWidth: 60,
      frozen: FROZEN.includes(column.field),
      formatter: html,
      cssClass: column.field === "budget" ? "right" : "",
    }));
    return [fixed("mark", "<span class='visually-hidden'>Nhóm</span>", 36), fixed("no", "STT", 44), ...own];
  }

  #dress(row: RowComponent): void {
    const { key } = row.getData() as { key: string };
    const element = row.getElement();
    const of = this.rows[this.#index.get(key) ?? -1];
    element.dataset.key = key;
    element.dataset.kind = of?.kind ?? "task";
    if (of?.kind === "task") element.dataset.testid = "task-row";
    if (of?.kind === "group") {
      element.dataset.testid = "group-row";
      element.setAttribute("aria-expanded", String(!of.folded));
    }
  }

  #take(rows: Row[]): void {
    this.rows = rows;
    this.#index = new Map(rows.map((row, at) => [row.key, at]));
  }

  indexOf(key: string): number {
    return this.#index.get(key) ?? -1;
  }

  /** Shows these rows; draws only what differs. `same` tells whether a row that stays looks as before. */
  async show(rows: Row[], same: (before: Row, after: Row) => boolean): Promise<void> {
    await this.#ready;
    const before = this.rows;
    const old = new Map(before.map((row) => [row.key, row]));
    this.#take(rows);
    const { from, removed, added } = difference(
      before.map((row) => row.key),
      rows.map((row) => row.key),
    );
    if (removed + added > PIECEMEAL || (before.length === 0) !== (rows.length === 0)) {
      await this.#table.replaceData(rows.map(({ key }) => ({ key })));
      return;
    }
    // Deleted first: a row that moved is in both.
    const gone = before.slice(from, from + removed).map((row) => row.key);
    if (gone.length > 0) await this.#table.deleteRow(gone);
    const fresh = rows.slice(from, from + added).map(({ key }) => ({ key }));
    if (fresh.length > 0) {
      const next = rows[from + added];
      await this.#table.addData(fresh, next !== undefined, next?.key);
    }
    const changed = rows.filter((row) => {
      const was = old.get(row.key);
      return was !== undefined && was !== row && !same(was, row);
    });
    for (const row of changed) this.#redraw(row.key);
  }

  #redraw(key: string): void {
    const row = this.#table.getRow(key);
    if (row) row.reformat();
  }

  /** Draws rows anew whose looks changed, not what they hold. */
  redraw(keys: Iterable<string>): void {
    if (this.#built) for (const key of keys) if (this.#index.has(key)) this.#redraw(key);
  }

  /** Draws everything anew: unit, search or columns changed. */
  async refresh(rows: Row[], columns: Column[] | null): Promise<void> {
    await this.#ready;
    this.#take(rows);
    const { scrollTop, scrollLeft } = this.holder;
    if (columns) {
      this.columns = columns;
      this.#table.setColumns(this.#definitions());
    }
    await this.#table.replaceData(this.rows.map(({ key }) => ({ key })));
    Object.assign(this.holder, { scrollTop, scrollLeft });
  }

  /** The row's element, if it is drawn. */
  rowElement(index: number): HTMLElement | null {
    const key = this.rows[index]?.key;
    return key === undefined ? null : this.#host.querySelector(`.tabulator-row[data-key="${CSS.escape(key)}"]`);
  }

  cell(row: number, column: number): HTMLElement | null {
    const field = this.columns[column]?.field;
    return this.rowElement(row)?.querySelector(`[tabulator-field="${field}"]`) ?? null;
  }

  /** The place under a point; `null` outside; column -1: the mark, -2: STT. */
  at(x: number, y: number): { row: number; column: number } | null {
    const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>(".tabulator-cell");
    const key = cell?.closest<HTMLElement>(".tabulator-row")?.dataset.key;
    if (!cell || key === undefined || !this.#host.contains(cell)) return null;
    const field = cell.getAttribute("tabulator-field");
    const column = field === "mark" ? -1 : field === "no" ? -2 : this.columns.findIndex((one) => one.field === field);
    return { row: this.indexOf(key), column };
  }

  /** How many rows fit, for PageUp and PageDown. */
  page(): number {
    const rows = [...this.#host.querySelectorAll<HTMLElement>(".tabulator-row")];
    const tall = rows.reduce((sum, row) => sum + row.offsetHeight, 0) / Math.max(1, rows.length);
    return Math.max(1, Math.floor(this.holder.clientHeight / Math.max(20, tall)) - 1);
  }

  /** Brings a cell into view, if it is not. */
  async reveal(row: number, column: number): Promise<void> {
    await this.#ready;
    const key = this.rows[row]?.key;
    if (key === undefined) return;
    if (!this.rowElement(row)) await this.#table.scrollToRow(key, "center", true).catch(() => undefined);
    const element = this.rowElement(row);
    if (!element) return;
    const view = this.holder.getBoundingClientRect();
    const place = element.getBoundingClientRect();
    const bottom = view.top + this.holder.clientHeight;
    if (place.top < view.top || place.height > this.holder.clientHeight) this.holder.scrollTop += place.top - view.top;
    else if (place.bottom > bottom) this.holder.scrollTop += place.bottom - bottom;
    const field = this.columns[column]?.field;
    if (field === undefined || FROZEN.includes(field)) return;
    const cell = this.cell(row, column)?.getBoundingClientRect();
    const name = element.querySelector('[tabulator-field="name"]')?.getBoundingClientRect();
    const left = name?.right ?? view.left;
    const right = view.left + this.holder.clientWidth;
    if (!cell) return;
    if (cell.left < left) this.holder.scrollLeft -= left - cell.left;
    else if (cell.right > right) this.holder.scrollLeft += Math.min(cell.right - right, cell.left - left);
  }

  /** Marks what is selected among the rows that are drawn. `handle`: whether it can be filled from its corner. */
  paint(selection: Selection | null, handle: boolean): void {
    for (const element of this.#painted) element.classList.remove(...PAINT);
    this.#painted = [];
    if (!selection) return;
    const area = box(selection);
    const mark = (element: Element | null, ...classes: string[]): void => {
      if (!(element instanceof HTMLElement)) return;
      element.classList.add(...classes);
      this.#painted.push(element);
    };
    for (const row of this.#host.querySelectorAll<HTMLElement>(".tabulator-row")) {
      const index = this.indexOf(row.dataset.key ?? "");
      if (index < area.top || index > area.bottom) continue;
      mark(row.querySelector('[tabulator-field="no"]'), "head");
      this.columns.forEach((column, at) => {
        if (!holds(area, index, at)) return;
        const edges = [
          index === area.top ? "edge-t" : "",
          index === area.bottom ? "edge-b" : "",
          at === area.left ? "edge-l" : "",
          at === area.right ? "edge-r" : "",
          index === selection.from.row && at === selection.from.column ? "active" : "",
          handle && index === area.bottom && at === area.right ? "corner" : "",
        ];
        mark(row.querySelector(`[tabulator-field="${column.field}"]`), "picked", ...edges.filter(Boolean));
      });
    }
    this.columns.forEach((column, at) => {
      if (at >= area.left && at <= area.right)
        mark(this.#host.querySelector(`.tabulator-col[tabulator-field="${column.field}"]`), "head");
    });
  }
}

const PAINT = ["picked", "edge-t", "edge-b", "edge-l", "edge-r", "active", "corner", "head"];
