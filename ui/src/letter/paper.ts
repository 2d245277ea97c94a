/** A paper that was read, in words. */

import type { OutlineNode } from "../bindings";
import { sentence } from "../shared/words";

/** How many headings an outline has; items that are sentences are none. */
export function count(outline: OutlineNode[]): number {
  return outline.reduce((sum, node) => sum + (node.heading ? 1 : 0) + count(node.children), 0);
}

/** "Phần II. Nội dung", "1. Nhận thức số". */
export function nodeTitle(node: OutlineNode): string {
  const heading = sentence(node.heading ?? node.text[0] ?? "");
  if (node.label === "-" || node.label === "") return heading;
  return `${node.label}${/^\p{Ll}$/u.test(node.label) ? ")" : "."} ${heading}`;
}
