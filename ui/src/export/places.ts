/** Where things of the plan stand on its pages, and what stands where one clicks. Lengths in tenths of a millimetre. */

import type { LaidOut, PagePlace, PlaceOf } from "../bindings";

/** Whether two name the same thing. */
export function same(a: PlaceOf, b: PlaceOf): boolean {
  return a.kind === b.kind && ("id" in a ? a.id : 0) === ("id" in b ? b.id : 0);
}

/** All places of a thing, from the first page on. */
export function placesOf(laid: LaidOut, of: PlaceOf): PagePlace[] {
  return laid.places.filter((place) => same(place.of, of));
}

/** What stands at this height of a page; in the gap between two things the nearer one, on an empty page nothing. */
export function placeAt(laid: LaidOut, page: number, y: number): PagePlace | undefined {
  const distance = (place: PagePlace): number => Math.max(place.top - y, y - place.bottom, 0);
  let nearest: PagePlace | undefined;
  for (const place of laid.places) {
    if (place.page !== page) continue;
    if (nearest === undefined || distance(place) < distance(nearest)) nearest = place;
  }
  return nearest;
}

/** "trang 6", "trang 5 và 6", "trang 3 đến 8": where a thing stands, in words; empty if on no page. */
export function pagesInWords(places: PagePlace[]): string {
  const pages = [...new Set(places.map((place) => place.page))];
  const [first, last] = [pages[0], pages.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (pages.length === 1) return `trang ${first}`;
  return pages.length === 2 ? `trang ${first} và ${last}` : `trang ${first} đến ${last}`;
}
