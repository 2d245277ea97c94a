/** Measures as one types and reads them: "12,7". */

/** "12,7" or "12.7 mm" → 12.7; `null` for what is no number. */
export function parseMeasure(text: string): number | null {
  const found = /^\s*(\d{1,4}(?:[.,]\d{1,4})?)\s*(?:mm|pt|dòng|%)?\s*$/u.exec(text);
  return found?.[1] === undefined ? null : Number(found[1].replace(",", "."));
}

/** 12.7 → "12,7"; three places at most. */
export function measure(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace(".", ",");
}
