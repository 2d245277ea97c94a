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

/** 1234567 → "1.234.567". */
export function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
}

/** "1.234.567 đồng", "1234567" → 1234567; "" → `null`; anything else → `undefined`. */
export function parseMoney(text: string): number | null | undefined {
  const written = text.trim().replace(/\s*(đồng|đ)$/u, "");
  if (written === "") return null;
  if (/^\d+$/.test(written) || /^\d{1,3}([., ]\d{3})+$/.test(written)) {
    const amount = Number(written.replace(/\D/g, ""));
    return Number.isSafeInteger(amount) ? amount : undefined;
  }
  return undefined;
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
