/** What settles the plan's findings by one click: asked for anew, after a pause, when the plan has changed. */

import { commands, type Finding, type Remedy } from "../bindings";
import { session } from "../shared/session.svelte";

const PAUSE = 400;

class Settling {
  #remedies = $state.raw<Remedy[]>([]);
  #version = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** For an effect of whoever shows findings. */
  refresh(): void {
    const { version } = session;
    if (version === this.#version) return;
    this.#version = version;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const answer = await commands.remedies();
    if (answer.status === "ok") this.#remedies = answer.data;
  }

  /** What settles this finding. */
  of(finding: Finding): Remedy | undefined {
    return this.#remedies.find((one) => one.place === finding.place && one.message === finding.message);
  }

  async settle(remedy: Remedy): Promise<void> {
    await session.settled();
    if (await session.edit(remedy.edit)) session.toast = { text: `Đã sửa: ${remedy.name}`, undo: true };
  }

  /** What it tells is as the planner wants it. */
  async keep(finding: Finding): Promise<void> {
    await session.settled();
    const { place, message } = finding;
    if (await session.edit({ type: "keep_as_is", place, message }))
      session.toast = { text: "Đã giữ nguyên, không nhắc lại chỗ này", undo: true };
  }
}

export const settling = new Settling();
