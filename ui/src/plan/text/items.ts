/** Items of a section's text: their levels, and the labels that count themselves in the Vietnamese alphabet. */

/** As clerks count: a b c d đ e g …; no ă, â, f, j, w, z. */
export const LETTERS = "abcdđeghiklmnopqrstuvxy";

/** "1.", "a)", "-", "+"; "" is running text. From the highest level to the lowest. */
export const LEVELS = ["no", "letter", "dash", "plus"] as const;
export type Level = "" | (typeof LEVELS)[number];

/** What a paragraph counts as; `start`: the number its row of items begins with, `null` if it goes on from the one before. */
export interface Item {
  level: Level;
  start: number | null;
}

/** "đ" for 5; beyond the alphabet "aa", "ab". */
export function letter(no: number): string {
  const at = no - 1;
  const sign = LETTERS[at % LETTERS.length] ?? "a";
  return at < LETTERS.length ? sign : letter(Math.floor(at / LETTERS.length)) + sign;
}

function letterNumber(sign: string): number {
  return [...sign].reduce((sum, one) => sum * LETTERS.length + LETTERS.indexOf(one) + 1, 0);
}

/** "a)", "3.", "-", "+". */
export function label(level: Level, no: number): string {
  if (level === "no") return `${no}.`;
  if (level === "letter") return `${letter(no)})`;
  return level === "dash" ? "-" : level === "plus" ? "+" : "";
}

const LABEL = new RegExp(`^(?:(\\d{1,3})[.)]|([${LETTERS}]{1,2})\\)|([-–•])|(\\+))(?:\\s+|$)`, "u");

/** Takes a typed label off a text: "b) Một" is number 2 of its level. "1.1." and "I." are none. */
export function split(text: string): { level: Level; no: number; length: number } {
  const match = LABEL.exec(text);
  if (!match) return { level: "", no: 0, length: 0 };
  const [whole, number, sign, dash] = match;
  if (number) return { level: "no", no: Number(number), length: whole.length };
  if (sign) return { level: "letter", no: letterNumber(sign), length: whole.length };
  return { level: dash ? "dash" : "plus", no: 0, length: whole.length };
}

const rank = (level: Level) => (level === "" ? -1 : LEVELS.indexOf(level));

/** Counts through a text: for each paragraph its number. */
class Counter {
  /** Last number of each level. */
  #last = [0, 0, 0, 0];
  /** Levels whose row of items is still open. */
  #open = [false, false, false, false];

  /** What the next item of a level counts if it goes on. */
  next(level: Level): number {
    return (this.#last[rank(level)] ?? 0) + 1;
  }

  isFirst(level: Level): boolean {
    return !this.#open[rank(level)];
  }

  take(level: Level, no: number): void {
    const at = rank(level);
    // running text closes every row, an item those of the levels below
    for (let below = at + 1; below < this.#open.length; below += 1) this.#open[below] = false;
    if (at < 0) return;
    this.#open[at] = true;
    this.#last[at] = no;
  }
}

/** The label of each paragraph; only the first of a row says where the row begins. */
export function labels(items: Item[]): string[] {
  const counter = new Counter();
  return items.map(({ level, start }) => {
    const no = counter.isFirst(level) && start !== null ? start : counter.next(level);
    counter.take(level, no);
    return label(level, no);
  });
}

/** Items as their typed labels say. */
export function items(typed: { level: Level; no: number }[]): Item[] {
  const counter = new Counter();
  let starts: Partial<Record<Level, number | null>> = {};
  return typed.map(({ level, no }) => {
    if (level === "") starts = {};
    if (level !== "" && counter.isFirst(level)) starts[level] = no !== 1 && no === counter.next(level) ? null : no || 1;
    const start = level === "" ? 1 : (starts[level] ?? null);
    const first = counter.isFirst(level) && start !== null;
    counter.take(level, first ? start : counter.next(level));
    return { level, start };
  });
}

/** One level deeper or higher; beyond the ends it stays. `top` is where running text becomes an item. */
export function shifted(level: Level, by: 1 | -1, top: Level): Level {
  if (level === "") return by === 1 ? top : "";
  const at = rank(level) + by;
  if (at < 0) return "";
  return LEVELS[Math.min(at, LEVELS.length - 1)] ?? level;
}
