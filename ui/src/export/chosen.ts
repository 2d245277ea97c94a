/** What one chose to export and where to, remembered on this machine. Nothing of a plan. */

import type { Formats, Papers } from "../bindings";

export interface Chosen {
  folder: string;
  formats: Formats;
  papers: Papers;
}

const KEY = "export";

export const FIRST: Chosen = {
  folder: "",
  formats: { pdf: true, archive: false, docx: true, xlsx: true },
  papers: { submission: false, cover: false, annex_files: false },
};

/** Takes of `given` what `known` has too, where it is of the same kind. */
function merged<T extends object>(known: T, given: unknown): T {
  const from: Record<string, unknown> = typeof given === "object" && given !== null ? { ...given } : {};
  const entries = Object.entries(known).map(([key, value]) => [
    key,
    typeof from[key] === typeof value ? from[key] : value,
  ]);
  return Object.fromEntries(entries) as T;
}

/** What is remembered; whatever of it is not understood is as at first. */
export function read(text: string | null): Chosen {
  let given: unknown;
  try {
    given = JSON.parse(text ?? "{}");
  } catch {
    given = {};
  }
  const { folder, formats, papers } = merged<{ folder: string; formats: object; papers: object }>(FIRST, given);
  return { folder, formats: merged(FIRST.formats, formats), papers: merged(FIRST.papers, papers) };
}

export function recall(): Chosen {
  try {
    return read(localStorage.getItem(KEY));
  } catch {
    return read(null);
  }
}

export function remember(chosen: Chosen): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // It is then asked again the next time.
  }
}

/** "Xuất 3 tệp", "Thay 2 tệp": what the button does. */
export function verb(count: number, replaced: number): string {
  if (count === 0) return "Chưa chọn tệp nào";
  return replaced === 0 ? `Xuất ${count} tệp` : `Xuất ${count} tệp, thay ${replaced} tệp cũ`;
}
