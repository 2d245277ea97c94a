/** Legal documents as the window names them. */

import type { Citation } from "../bindings";

const LAW = /^(Luật|Bộ luật|Pháp lệnh|Hiến pháp)$/;

/** As cited after the first time: kind and number; a law by its title. */
export function short(citation: Citation): string {
  const { kind, number, subject } = citation;
  if (kind && subject && LAW.test(kind)) return subject.startsWith(kind) ? subject : `${kind} ${subject}`;
  return [kind ?? "Văn bản", number ? `số ${number}` : ""].filter(Boolean).join(" ");
}

/** What a căn cứ lacks to be found again, in words; "" if nothing. */
export function lacking(citation: Citation): string {
  const law = LAW.test(citation.kind ?? "");
  const parts: [boolean, string][] = [
    [!citation.kind, "loại văn bản"],
    [!citation.number && !law, "số, ký hiệu"],
    [!citation.date && !law, "ngày ban hành"],
    [!citation.issuer && !law, "cơ quan ban hành"],
    [!citation.subject, "trích yếu"],
  ];
  return parts
    .filter(([missing]) => missing)
    .map(([, name]) => name)
    .join(", ");
}
