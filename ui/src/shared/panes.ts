/** F6: from one pane of the screen to the next, into what one would work with there. */

const PANES = "[data-pane], .top, .status, aside, main, nav";
const INSIDE =
  "[aria-selected='true']:not([tabindex='-1']), [tabindex='0'], [contenteditable='true'], textarea, input:not([type='hidden']), select, button, a[href]";

function shows(element: HTMLElement): boolean {
  return element.offsetParent !== null || getComputedStyle(element).position === "fixed";
}

/** The panes shown, outermost ones without those that only hold others. */
function panes(): HTMLElement[] {
  const all = [...document.querySelectorAll<HTMLElement>(PANES)].filter(shows);
  return all.filter((one) => !all.some((other) => other !== one && one.contains(other)));
}

/** Moves the focus to the next pane (`step` 1) or the one before (-1). */
export function nextPane(step: 1 | -1): void {
  const all = panes();
  const at = all.findIndex((pane) => pane.contains(document.activeElement));
  for (let tried = 1; tried <= all.length; tried += 1) {
    const from = at === -1 && step === -1 ? 0 : at;
    const pane = all[(((from + step * tried) % all.length) + all.length) % all.length];
    const target = [...(pane?.querySelectorAll<HTMLElement>(INSIDE) ?? [])].find(
      (one) => shows(one) && !one.hasAttribute("disabled"),
    );
    if (target) {
      target.focus();
      return;
    }
  }
}
