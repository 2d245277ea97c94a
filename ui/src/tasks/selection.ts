/** Which cells are selected, and where the keys of a worksheet lead. Places count from 0 in what is shown. */

export interface Place {
  row: number;
  column: number;
}

/** `from` is the active cell, `to` the other corner of the range. */
export interface Selection {
  from: Place;
  to: Place;
}

export interface Box {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** What there is to move in. */
export interface Extent {
  rows: number;
  columns: number;
  /** Rows of a page. */
  page: number;
  /** Whether a cell says something, for Ctrl with an arrow. */
  filled: (place: Place) => boolean;
}

export function at(row: number, column: number): Selection {
  return { from: { row, column }, to: { row, column } };
}

export function box(selection: Selection): Box {
  const { from, to } = selection;
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export function single(selection: Selection): boolean {
  return selection.from.row === selection.to.row && selection.from.column === selection.to.column;
}

export function holds(area: Box, row: number, column: number): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right;
}

/** Inside what there is; nothing if there is nothing. */
export function within(selection: Selection, extent: Extent): Selection | null {
  if (extent.rows === 0 || extent.columns === 0) return null;
  const inside = ({ row, column }: Place): Place => ({
    row: Math.max(0, Math.min(row, extent.rows - 1)),
    column: Math.max(0, Math.min(column, extent.columns - 1)),
  });
  return { from: inside(selection.from), to: inside(selection.to) };
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Where a key leads, Shift keeping the active cell; `null` for keys that do not move. */
export function moved(
  selection: Selection,
  key: { key: string; ctrlKey: boolean; shiftKey: boolean },
  extent: Extent,
): Selection | null {
  const start = key.shiftKey && key.key !== "Tab" ? selection.to : selection.from;
  let { row, column } = start;
  const step = STEPS[key.key];
  if (step) {
    if (key.ctrlKey) ({ row, column } = edge(start, step, extent));
    else {
      row += step[0];
      column += step[1];
    }
  } else if (key.key === "Tab") {
    column += key.shiftKey ? -1 : 1;
    // At the end of a row the next begins.
    if (column >= extent.columns && row + 1 < extent.rows) [row, column] = [row + 1, 0];
    else if (column < 0 && row > 0) [row, column] = [row - 1, extent.columns - 1];
  } else if (key.key === "Home") [row, column] = [key.ctrlKey ? 0 : row, 0];
  else if (key.key === "End") [row, column] = [key.ctrlKey ? extent.rows - 1 : row, extent.columns - 1];
  else if (key.key === "PageUp" && !key.ctrlKey) row -= extent.page;
  else if (key.key === "PageDown" && !key.ctrlKey) row += extent.page;
  else return null;
  const to = { row, column };
  return within(key.shiftKey && key.key !== "Tab" ? { from: selection.from, to } : { from: to, to }, extent);
}

/** Ctrl with an arrow: the last cell of a filled run, or the next filled one. */
function edge(start: Place, [down, right]: [number, number], extent: Extent): Place {
  const inside = ({ row, column }: Place) => row >= 0 && column >= 0 && row < extent.rows && column < extent.columns;
  const next = ({ row, column }: Place): Place => ({ row: row + down, column: column + right });
  let place = start;
  if (!inside(next(place))) return place;
  const run = extent.filled(place) && extent.filled(next(place));
  do place = next(place);
  while (inside(next(place)) && (run ? extent.filled(next(place)) : !extent.filled(place)));
  return place;
}
