/** What is kept of the unit for its next plan. A change on one of the unit's pages changes the plan and is kept at once. */

import { commands, type Edit, type KeptUnit } from "../bindings";
import { session } from "../shared/session.svelte";

class Kept {
  state = $state.raw<KeptUnit | null>(null);

  async look(): Promise<void> {
    const answer = await commands.keptUnit();
    this.state = answer.status === "ok" ? answer.data : null;
    if (answer.status === "error") session.fail(answer.error);
  }

  async keep(): Promise<void> {
    await session.ask(commands.keepUnit());
    await this.look();
  }

  /** Gives the plan what is kept. */
  async take(): Promise<void> {
    for (const edit of (await session.ask(commands.editsToKeptUnit())) ?? []) await session.edit(edit);
    await this.look();
  }

  async forget(name: string): Promise<void> {
    await session.ask(commands.forgetOfficial(name));
    await this.look();
  }

  /** Changes the plan and keeps it for the next one. */
  async edit(edit: Edit): Promise<boolean> {
    const done = await session.edit(edit);
    if (done) await this.keep();
    return done;
  }
}

export const kept = new Kept();
