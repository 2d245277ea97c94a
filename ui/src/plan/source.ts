/** Where a pre-filled thing comes from, in words. */

import type { ShownSource } from "../bindings";
import { day } from "../shared/words";

const KIND: [RegExp, string][] = [
  [/^framework$/, "Công văn hướng dẫn"],
  [/^ministry(-\d+)?$/, "Kế hoạch của Bộ"],
  [/^previous$/, "Kế hoạch năm trước"],
  [/^form$/, "Mẫu kế hoạch"],
  [/^profile$/, "Thông tin đơn vị"],
];

/** "framework:Phần II/III/1" → "Công văn hướng dẫn số 5406/BTTTT-CĐSQG ngày 03/11/2022, Phần II/III/1", `short`: without number and date; `null` if there is none. */
export function provenance(source: string | null, sources: ShownSource[], short = false): string | null {
  if (!source) return null;
  const at = source.indexOf(":");
  const [id, place] = at < 0 ? [source, ""] : [source.slice(0, at), source.slice(at + 1)];
  const paper = short ? undefined : sources.find((one) => one.id === id);
  const kind = KIND.find(([pattern]) => pattern.test(id))?.[1] ?? id;
  const number = paper?.number ? ` số ${paper.number}` : "";
  const date = paper?.date ? ` ngày ${day(paper.date)}` : "";
  return `${kind}${number}${date}${place ? `, ${place}` : ""}`;
}
