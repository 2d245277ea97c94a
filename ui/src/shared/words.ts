/** Words and figures as a ministry writes them. */

/** "2025-01-06" or "2025-01-06T14:32:05" → "06/01/2025"; an absent day is empty. */
export function day(date: string | null | undefined): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? "");
  return match ? `${match[3]}/${match[2]}/${match[1]}` : "";
}

/** "2025-01-06T14:32:05" → "14:32". */
export function clock(time: string): string {
  return /T(\d{2}:\d{2})/.exec(time)?.[1] ?? "";
}

/** A time as one says it: "14:32 hôm nay", "hôm qua", "06/01/2025". */
export function lately(time: string, now: Date): string {
  const midnight = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(new Date(time))) / 86_400_000);
  if (days === 0) return `${clock(time)} hôm nay`;
  return days === 1 ? "hôm qua" : day(time);
}

/** "06/01/2025", "6-1-2025" or "2025-01-06" → "2025-01-06"; `null` if it is no day of the calendar. */
export function parseDay(text: string): string | null {
  const written = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const ours = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written);
  const [y, m, d] = iso ? [iso[1], iso[2], iso[3]] : ours ? [ours[3], ours[2], ours[1]] : [];
  const [year, month, date] = [Number(y), Number(m), Number(d)];
  const real = new Date(Date.UTC(year, month - 1, date));
  if (!y || real.getUTCMonth() !== month - 1 || real.getUTCDate() !== date) return null;
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
}

/** What is wrong with a day as typed, in words; `blank`: when it is right to leave it empty ("chưa ký"). */
export function dateFault(text: string, blank: string): string | null {
  return text.trim() === "" || parseDay(text) ? null : `Ghi ngày như 06/01/2025; để trống nếu ${blank}`;
}

/** 1234567 → "1.234.567". */
export function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** Unit a column of money is shown in, by its name. */
export type MoneyUnit = "đồng" | "triệu đồng";

const UNITS: [RegExp, number][] = [
  [/(tỷ|tỉ|ty|ti)$/u, 1_000_000_000],
  [/(triệu|trieu|tr)$/u, 1_000_000],
  [/(nghìn|ngàn|nghin|ngan)$/u, 1_000],
];

/**
 * "1.250 triệu", "1,2 tỷ", "1.234.567 đồng", "1234567" → đồng; "" → `null`; what is no amount or no whole đồng →
 * `undefined`. A bare number is in `unit`, but from a million on it is đồng: no task costs a million times a million.
 */
export function parseMoney(text: string, unit: MoneyUnit = "đồng"): number | null | undefined {
  let written = text.trim().toLowerCase().normalize("NFC");
  if (written === "") return null;
  const dong = /\s*(đồng|đ|vnđ|vnd|₫)\.?$/u.exec(written);
  if (dong) written = written.slice(0, dong.index).trim();
  const named = UNITS.find(([name]) => name.test(written));
  if (named) written = written.replace(named[0], "").trim();
  const amount = number(written, named !== undefined || (!dong && unit !== "đồng"));
  if (amount === undefined) return undefined;
  const factor = named ? named[1] : dong || unit === "đồng" || amount >= 1_000_000 ? 1 : 1_000_000;
  const whole = Math.round(amount * factor);
  const exact = Math.abs(whole - amount * factor) < 1e-3;
  return exact && Number.isSafeInteger(whole) ? whole : undefined;
}

/** "1.234.567", "1 234", "2400"; with `fraction` also "1.234,5", "1,25", "1.5". */
function number(text: string, fraction: boolean): number | undefined {
  const grouped = /^\d{1,3}([., \u00a0])\d{3}(\1\d{3})*$/;
  if (/^\d+$/.test(text)) return Number(text);
  const several = (text.match(/[.,]/g) ?? []).length > 1;
  // "1,250 tỷ" is a fraction, "1.250 tỷ" is not: the comma is the decimal sign.
  if (grouped.test(text) && (!fraction || several || !text.includes(","))) return Number(text.replace(/\D/g, ""));
  if (fraction && /^\d{1,3}(\.\d{3})*,\d+$/.test(text)) return Number(text.replace(/\./g, "").replace(",", "."));
  if (fraction && /^\d+[.,]\d+$/.test(text)) return Number(text.replace(",", "."));
  return undefined;
}

/** An amount in the unit of its column: 2400000000 → "2.400" in triệu đồng, 1500000 → "1,5". */
export function money(amount: number, unit: MoneyUnit): string {
  if (unit === "đồng") return grouped(amount);
  const whole = Math.trunc(amount / 1_000_000);
  const rest = String(amount % 1_000_000)
    .padStart(6, "0")
    .replace(/0+$/, "");
  return rest === "" ? grouped(whole) : `${grouped(whole)},${rest}`;
}

/** Size of a file: 421888 → "412 KB". */
export function size(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${grouped(Math.round(bytes / 1048576))} MB`;
}

/** For searching: no case, no accents, đ as d. "Chuyển đổi số" → "chuyen doi so". */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether every word of `query` is in `text`, accents and case aside. */
export function matches(text: string, query: string): boolean {
  const inside = folded(text);
  return folded(query)
    .split(" ")
    .every((word) => inside.includes(word));
}

/** Text in pieces, those that hold a word of `query` marked; accents and case aside. */
export function hits(text: string, query: string): { text: string; hit: boolean }[] {
  const words = folded(query).split(" ").filter(Boolean);
  if (words.length === 0) return [{ text, hit: false }];
  // Folding letter by letter, so that places in the folded text are places in the text.
  const letters = Array.from(text.normalize("NFC"));
  const plain = letters.map((letter) => {
    const bare = letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return bare === "đ" ? "d" : bare.length === 1 ? bare : " ";
  });
  const inside = plain.join("");
  const marked = new Array<boolean>(letters.length).fill(false);
  for (const word of words) {
    for (let at = inside.indexOf(word); at >= 0; at = inside.indexOf(word, at + 1))
      marked.fill(true, at, at + word.length);
  }
  const out: { text: string; hit: boolean }[] = [];
  letters.forEach((letter, at) => {
    const last = out.at(-1);
    if (last && last.hit === marked[at]) last.text += letter;
    else out.push({ text: letter, hit: marked[at] ?? false });
  });
  return out;
}

const VOWEL = /[aăâeêioôơuưy]/;

/** A heading printed in capitals as the window shows it: "ĐÁNH GIÁ KẾT QUẢ, CNTT" → "Đánh giá kết quả, CNTT". */
export function sentence(text: string): string {
  if (text !== text.toUpperCase() || text === text.toLowerCase()) return text;
  const words = text.split(" ").map((word) => {
    const plain = folded(word);
    return VOWEL.test(plain) && !/[&\d]/.test(word) ? word.toLowerCase() : word;
  });
  const whole = words.join(" ");
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}

/** How many words. */
export function words(paragraphs: string[]): number {
  return paragraphs.reduce((sum, text) => sum + text.split(/\s+/).filter(Boolean).length, 0);
}
