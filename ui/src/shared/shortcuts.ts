/**
 * Every key the window knows: what runs when it is pressed, what menus show beside a name, what F1 lists.
 *
 * A screen says `$effect(() => shortcut({ keys: "Ctrl+D", name: "Nhân đôi nhiệm vụ", group: "Nhiệm vụ", run }))`; keys that a
 * part handles itself (arrows in the grid) are given without `run`, at module level, so that F1 lists them too.
 */

export interface Shortcut {
  /** As shown: "Ctrl+Shift+S", "Alt+1", "F6". Several ways of pressing the same: "Ctrl+Y | Ctrl+Shift+Z". */
  keys: string;
  /** What it does, verb first. */
  name: string;
  /** Screen it belongs to, as F1 heads it: "Mọi màn hình", "Soạn thảo", "Nhiệm vụ"… */
  group: string;
  /** What it does; without it the key is only listed. Answers `false` to leave the key to the field that has the focus. */
  run?: (event: KeyboardEvent) => unknown;
  /** Whether it works while text is being typed; by default only keys with Ctrl, Alt or F1…F12 do. */
  typing?: boolean;
}

/** Everything named so far, also what is not on screen now: F1 lists all of it. */
const catalogue = new Map<string, Shortcut>();
/** What can be pressed now; the latest first. */
let active: Shortcut[] = [];

const key = (one: Shortcut) => `${one.group}\n${one.keys}\n${one.name}`;

/** Makes keys known; answers how to take them back. A later one of the same keys comes first. */
export function shortcut(...ones: Shortcut[]): () => void {
  for (const one of ones) catalogue.set(key(one), one);
  const running = ones.filter((one) => one.run);
  active = [...running, ...active];
  return () => {
    active = active.filter((one) => !running.includes(one));
  };
}

/** All that is known, by group in the order in which groups were first named. */
export function shortcuts(): { group: string; keys: Shortcut[] }[] {
  const groups = new Map<string, Shortcut[]>();
  for (const one of catalogue.values()) groups.set(one.group, [...(groups.get(one.group) ?? []), one]);
  return [...groups].map(([group, keys]) => ({ group, keys }));
}

/** "Ctrl+Shift+S" of what was pressed; `Alt+1` by its key, whatever the layout gives for it. */
export function pressed(event: KeyboardEvent): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const name = digit ?? (event.key === " " ? "Space" : event.key.length === 1 ? event.key.toUpperCase() : event.key);
  const ctrl = event.ctrlKey || event.metaKey;
  return [ctrl ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : "", name].filter(Boolean).join("+");
}

/** Whether text is typed into this. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["button", "checkbox", "radio", "range"].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}

/** Runs what was pressed. For the window's one listener. */
export function press(event: KeyboardEvent): void {
  // Input methods type by backspace and retype; while they compose no key is ours.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
  const keys = pressed(event);
  const typing = takesText(event.target) && !/Ctrl|Alt|^(Shift\+)?F\d+$/.test(keys);
  for (const one of active) {
    if (!one.keys.split(" | ").includes(keys) || (typing && !one.typing)) continue;
    if (one.run?.(event) === false) continue;
    event.preventDefault();
    return;
  }
}
