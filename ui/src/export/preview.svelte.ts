/**
 * The pages as they will be printed: composed by the program whenever the plan has changed, opened here. What is shown stays
 * until the newer pages are whole. One for the window, whoever shows pages.
 */

import { commands, type LaidOut, type PlaceOf } from "../bindings";
import { settings } from "../settings/open.svelte";
import { session } from "../shared/session.svelte";
import { open, type Pdf } from "./pdf";

class Preview {
  pdf = $state.raw<Pdf | null>(null);
  laid = $state.raw<LaidOut | null>(null);
  /** Whether newer pages are on their way. */
  busy = $state(false);
  /** Version of the plan that the pages show. */
  version = $state(-1);
  #asked = -1;
  #old: Pdf | null = null;

  /** Asks for the pages of the plan as it is now; an older request is given up. */
  async refresh(): Promise<void> {
    const version = session.version;
    if (version === this.#asked) return;
    this.#asked = version;
    this.busy = true;
    const answer = await commands.layOutPages();
    if (version !== this.#asked) return;
    // A success here says nothing of what else may have failed: only failures are told.
    if (answer.status === "error") session.fail(answer.error);
    const laid = answer.status === "ok" ? answer.data : null;
    if (laid) {
      const bytes = await commands.pagesPdf();
      const next = await open(bytes);
      if (version !== this.#asked) {
        void next.loadingTask.destroy();
        return;
      }
      // Pages may still be drawing from the one before: it goes with the next change.
      void this.#old?.loadingTask.destroy();
      this.#old = this.pdf;
      this.pdf = next;
      this.laid = laid;
      this.version = version;
    } else {
      // What failed may succeed the next time one looks.
      this.#asked = -1;
    }
    this.busy = false;
  }
}

export const preview = new Preview();

/** Goes to where a thing is edited. */
export function goTo(of: PlaceOf): void {
  if (of.kind === "section") {
    session.section = of.id;
    session.tab = "text";
  } else if (of.kind === "task") {
    session.task = of.id;
    session.tab = "tasks";
  } else if (of.kind === "legal_bases") {
    session.tab = "bases";
  } else settings.open("unit", of.kind === "letterhead" ? "Tên đơn vị" : "Họ tên người ký");
}
