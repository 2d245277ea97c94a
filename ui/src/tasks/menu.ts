/** Lines of a menu, as data. */

export type MenuItem =
  | { type: "rule" }
  | { type: "head"; name: string }
  | { type?: "do"; name: string; keys?: string; disabled?: boolean; run: () => unknown }
  | { type: "check"; name: string; note?: string; on: boolean; run: () => unknown }
  | { type: "choice"; name: string; note?: string; on: boolean; run: () => unknown }
  | { type: "more"; name: string; disabled?: boolean; items: MenuItem[] };
