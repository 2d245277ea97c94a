/** Whether the settings are open, and at which page. */

import { session } from "../shared/session.svelte";

export type SettingsPage = "unit" | "issuing" | "pages" | "columns" | "results" | "forms" | "look";

class Settings {
  page = $state<SettingsPage | null>(null);

  open(page: SettingsPage = session.opened ? "unit" : "look"): void {
    void session.settled().then(() => (this.page = page));
  }

  close(): void {
    void session.settled().then(() => (this.page = null));
  }
}

export const settings = new Settings();
