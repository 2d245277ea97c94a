/** Whether the settings are open, and at which page. */

import { session } from "../shared/session.svelte";

export type SettingsPage = "unit" | "issuing" | "pages" | "columns" | "results" | "forms" | "look";

class Settings {
  page = $state<SettingsPage | null>(null);
  /** The field to begin in, by what it is called; the page that shows it forgets it. */
  field: string | null = null;

  open(page: SettingsPage = session.opened ? "unit" : "look", field: string | null = null): void {
    void session.settled().then(() => {
      this.page = page;
      this.field = field;
    });
  }

  close(): void {
    void session.settled().then(() => (this.page = null));
  }
}

export const settings = new Settings();
