/** How versions are named and what is left out between the words that differ. */

import type { Piece, Version } from "../bindings";
import { clock, day } from "../shared/words";

const KINDS: Record<Version["kind"], string> = {
  named: "Phiên bản đã đặt tên",
  opened: "Khi mở tệp",
  exported: "Khi xuất văn bản",
  restored: "Trước khi khôi phục",
};

/** Its name, or why it was kept. */
export function called(version: Version): string {
  return version.name || KINDS[version.kind];
}

/** "14:32, 06/01/2025" */
export function when(at: string): string {
  return `${clock(at)}, ${day(at)}`;
}

const AROUND = 60;

/** Long stretches that are the same in both lose their middle. */
export function shortened(pieces: Piece[]): Piece[] {
  return pieces.map((piece, at) => {
    if (piece.kept !== "same" || piece.text.length <= 3 * AROUND) return piece;
    const begin = at === 0 ? "" : piece.text.slice(0, piece.text.lastIndexOf(" ", AROUND));
    const end = at === pieces.length - 1 ? "" : piece.text.slice(piece.text.indexOf(" ", piece.text.length - AROUND));
    return { ...piece, text: `${begin} … ${end.trimStart()}` };
  });
}
