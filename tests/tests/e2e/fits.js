// What of the window does not fit, in words: for controls, headings and panes that show now.
const done = arguments[arguments.length - 1];
const faults = [];
const [wide, high] = [innerWidth, innerHeight];
const CONTROLS =
  "button, input:not([type='hidden']), select, textarea, a[href], summary, [role='tab'], [role='menuitem'], [role='treeitem'], [contenteditable='true']";
const WORDS = "button, th, dt, label, h1, h2, h3, summary, [role='tab'], [role='menuitem']";
/** Panes whose content is wider than any window: tables and pages. */
const SIDEWAYS = ".grid-scroll, .desk, .tabulator-tableholder, .tabulator";

const shows = (one) =>
  one.getClientRects().length > 0 &&
  getComputedStyle(one).visibility === "visible" &&
  one.closest("[aria-hidden='true'], .visually-hidden, [inert]") === null &&
  // What a closed section holds has its boxes, and is not drawn.
  (one.closest("summary") !== null || one.closest("details:not([open])") === null);
const named = (one) => {
  const said = one.getAttribute("aria-label") ?? (one.innerText || one.getAttribute("placeholder") || one.id || one.className);
  return `${one.tagName.toLowerCase()} “${said.trim().replaceAll(/\s+/g, " ").slice(0, 40)}”`;
};
const scrolls = (overflow) => overflow === "auto" || overflow === "scroll";
const hides = (overflow) => overflow === "hidden" || overflow === "clip";

/** Where it shows once what scrolls is scrolled to it; tells what cuts it off for good. */
function reach(one) {
  const own = one.getBoundingClientRect();
  const box = { left: own.left, right: own.right, top: own.top, bottom: own.bottom };
  let moved = false;
  let place = getComputedStyle(one).position;
  for (let up = one.parentElement; up && up !== document.body && place !== "fixed"; up = up.parentElement) {
    const style = getComputedStyle(up);
    // What is placed absolutely is cut only by what it is placed in.
    const holds = place !== "absolute" || style.position !== "static";
    if (holds) {
      const edge = up.getBoundingClientRect();
      for (const [from, to, overflow, size] of [
        ["left", "right", style.overflowX, up.clientWidth],
        ["top", "bottom", style.overflowY, up.clientHeight],
      ]) {
        if (scrolls(overflow)) {
          if (size < 40) faults.push(`${named(one)} is in a pane of ${size} px`);
          if (box[from] < edge[from] - 1 || box[to] > edge[to] + 1) moved = true;
          box[from] = Math.max(edge[from], Math.min(box[from], edge[to] - 24));
          box[to] = Math.min(edge[to], Math.max(box[to], edge[from] + 24));
        } else if (hides(overflow) && (box[from] < edge[from] - 1.5 || box[to] > edge[to] + 1.5)) {
          return { cut: up };
        }
      }
      place = style.position;
    }
  }
  return { box, moved };
}

if (document.documentElement.scrollWidth > wide || document.body.scrollWidth > wide) faults.push("the window scrolls sideways");
if (document.documentElement.scrollHeight > high) faults.push("the window scrolls down");

const open = [...document.querySelectorAll("[data-drawer], [data-testid='history'], [data-testid='help'], .menu")].filter(shows);
for (const one of document.querySelectorAll(CONTROLS)) {
  const own = one.getBoundingClientRect();
  if (!shows(one) || own.width < 2 || own.height < 2) continue;
  // Rows of the grid come and go as one scrolls.
  if (one.closest(".tabulator-table, .tabulator-header")) continue;
  const { box, moved, cut } = reach(one);
  if (cut) {
    faults.push(`${named(one)} is cut off by .${cut.className}`);
    continue;
  }
  if (box.left < -1 || box.top < -1 || box.right > wide + 1 || box.bottom > high + 1) {
    faults.push(`${named(one)} is outside the window: ${Object.values(box).map(Math.round)}`);
    continue;
  }
  if (moved || open.some((pane) => !pane.contains(one))) continue;
  const hit = document.elementFromPoint((own.left + own.right) / 2, (own.top + own.bottom) / 2);
  // The field over the grid's active cell lets clicks through until one types.
  if (getComputedStyle(one).pointerEvents === "none") continue;
  const same = hit && (one.contains(hit) || hit.contains(one) || hit.closest("label")?.contains(one));
  // What sticks to the edge of a pane lets what is below it be scrolled out.
  const sticks = (at) => at !== null && (getComputedStyle(at).position === "sticky" || sticks(at.parentElement));
  if (!same && hit && sticks(hit)) continue;
  if (!same) faults.push(`${named(one)} is covered by ${hit ? `${hit.tagName.toLowerCase()}.${hit.className}` : "nothing"}`);
}

for (const one of document.querySelectorAll(WORDS)) {
  const style = getComputedStyle(one);
  // A heading that is only read out is clipped on purpose.
  if (!shows(one) || style.display === "inline" || style.clipPath !== "none" || one.closest(".tabulator-table")) continue;
  if (one.clientWidth > 4 && one.scrollWidth > one.clientWidth + 1) faults.push(`${named(one)} is wider than its place`);
  if (one.clientHeight > 4 && one.scrollHeight > one.clientHeight + 3) faults.push(`${named(one)} is higher than its place`);
}

for (const one of document.querySelectorAll("#app *")) {
  if (!shows(one) || one.scrollWidth <= one.clientWidth + 1 || one.clientWidth === 0) continue;
  const style = getComputedStyle(one);
  if (one.closest(SIDEWAYS)) continue;
  if (scrolls(style.overflowX)) faults.push(`pane .${one.className} scrolls sideways`);
  else if (style.textOverflow === "ellipsis" && !one.title && !one.closest("[title]")) faults.push(`“${one.innerText.slice(0, 40)}” ends in an ellipsis and has no title`);
}

// What one works in keeps most of the window.
for (const one of document.querySelectorAll("main")) {
  if (!shows(one) || open.length > 0) continue;
  const around = getComputedStyle(one.parentElement);
  // Scrolls with what stands beside it.
  if (scrolls(around.overflowY)) continue;
  const own = one.getBoundingClientRect();
  if (own.width < 0.4 * wide) faults.push(`main is ${Math.round((100 * own.width) / wide)} % of the window's width`);
  if (own.height < 0.5 * high) faults.push(`main is ${Math.round((100 * own.height) / high)} % of the window's height`);
}
done([...new Set(faults)]);
