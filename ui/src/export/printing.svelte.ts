/** Asking for paper from anywhere in the window: the pages show, with the print panel open. */

import { session } from "../shared/session.svelte";

class Printing {
  /** Whether it was asked for and the panel has not opened yet. */
  asked = $state(false);

  ask(): void {
    void session.settled().then(() => {
      session.tab = "pages";
      this.asked = true;
    });
  }
}

export const printing = new Printing();
