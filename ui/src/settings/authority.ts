/** Quyền hạn và chức vụ as a signature block prints them (rule S1), and what one chooses to get there. */

export type Authority = "own" | "KT." | "TL." | "TUQ." | "Q." | "TM.";

export const AUTHORITIES: { id: Authority; name: string }[] = [
  { id: "own", name: "Người đứng đầu ký" },
  { id: "KT.", name: "KT. (ký thay)" },
  { id: "TL.", name: "TL. (thừa lệnh)" },
  { id: "TUQ.", name: "TUQ. (thừa ủy quyền)" },
  { id: "Q.", name: "Q. (quyền)" },
  { id: "TM.", name: "TM. (thay mặt)" },
];

export interface Signs {
  authority: Authority;
  /** For whom: "GIÁM ĐỐC", "BAN CHỈ ĐẠO"; nothing for who signs as head, or as acting head. */
  whose: string;
  /** The post of who signs. */
  post: string;
}

/** Lines of a signature block; upper case, as they are printed. */
export function printed(signs: Signs): string[] {
  const upper = (text: string): string => text.trim().replace(/\s+/gu, " ").toLocaleUpperCase("vi");
  const [whose, post] = [upper(signs.whose), upper(signs.post)];
  if (signs.authority === "own") return [post].filter(Boolean);
  if (signs.authority === "Q.") return [`Q. ${post}`.trim()];
  return [`${signs.authority} ${whose}`.trim(), post].filter(Boolean);
}

/** What printed lines mean. */
export function understood(lines: string[]): Signs {
  const [first = "", ...rest] = lines;
  const found = /^(KT|TL|TUQ|Q|TM)\.\s*(.*)$/u.exec(first.trim());
  if (!found) return { authority: "own", whose: "", post: lines.join(" ") };
  const authority = `${found[1]}.` as Authority;
  if (authority === "Q.") return { authority, whose: "", post: [found[2], ...rest].join(" ").trim() };
  return { authority, whose: found[2] ?? "", post: rest.join(" ") };
}

/** "Bộ trưởng (để b/c)" → name and what it gets it for. */
export function recipient(line: string): { name: string; note: string } {
  const found = /^(.*?)\s*\((để [^()]+)\)$/u.exec(line.trim());
  return found ? { name: found[1] ?? "", note: found[2] ?? "" } : { name: line.trim(), note: "" };
}

export function line(name: string, note: string): string {
  return note === "" ? name.trim() : `${name.trim()} (${note})`;
}
