/** The open plan as the window knows it, and the one way of asking the program for something. */

import {
  commands,
  type CommandError,
  type Edit,
  type Finding,
  type Formats,
  type Papers,
  type NewPlan,
  type Opened,
} from "../bindings";

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: CommandError };

export type Screen = "start" | "new" | "plan";
export type Tab = "text" | "bases" | "tasks" | "coverage" | "pages";

class Session {
  screen = $state<Screen>("start");
  tab = $state<Tab>("text");
  opened = $state.raw<Opened | null>(null);
  /** The last failure, shown until it is put away or the next thing succeeds. */
  failure = $state.raw<CommandError | null>(null);
  /** Section shown in the middle. */
  section = $state<number | null>(null);
  /** Counts changes of the plan, so that the pages know when they are old. */
  version = $state(0);
  #queue: Promise<unknown> = Promise.resolve();
  #pending = new Set<() => unknown>();

  /** Findings of the open plan. */
  get findings(): Finding[] {
    return this.opened?.findings ?? [];
  }

  /** Asks; a failure is kept for showing and answered with `undefined`. */
  async ask<T>(question: Promise<Answer<T>>): Promise<T | undefined> {
    const answer = await question;
    if (answer.status === "ok") {
      this.failure = null;
      return answer.data;
    }
    this.fail(answer.error);
    return undefined;
  }

  fail(error: CommandError): void {
    this.failure = error;
    if (error.code === "no_plan") this.screen = "start";
  }

  #show(opened: Opened | null | undefined): boolean {
    if (!opened) return false;
    this.opened = opened;
    this.screen = "plan";
    this.tab = "text";
    this.section = opened.plan.sections[0]?.id ?? null;
    this.version += 1;
    return true;
  }

  /** Shows the plan that the program came up with, if any. */
  async resume(): Promise<void> {
    this.#show(await commands.currentPlan());
  }

  async draft(plan: NewPlan): Promise<boolean> {
    return this.#show(await this.ask(commands.draftPlan(plan)));
  }

  async sample(): Promise<boolean> {
    return this.#show(await this.ask(commands.samplePlan()));
  }

  async choose(): Promise<boolean> {
    await this.settled();
    return this.#show(await this.ask(commands.choosePlan()));
  }

  async open(path: string): Promise<boolean> {
    return this.#show(await this.ask(commands.openPlan(path)));
  }

  async saveAs(): Promise<void> {
    await this.settled();
    const saved = await this.ask(commands.savePlanAs());
    if (saved) this.opened = saved;
  }

  async leave(): Promise<void> {
    await this.settled();
    await commands.closePlan();
    this.opened = null;
    this.failure = null;
    this.screen = "start";
  }

  /** Makes one change. Changes reach the program in the order they were made. */
  edit(edit: Edit): Promise<boolean> {
    const change = this.#queue.then(async () => {
      const opened = await this.ask(commands.editPlan(edit));
      if (!opened) return false;
      this.opened = opened;
      this.version += 1;
      return true;
    });
    this.#queue = change.catch(() => undefined);
    return change;
  }

  /**
   * Names what is typed but not sent yet: `flush` sends it (by `edit`), and may wait for it. Say it when typing begins,
   * call the answer once the text is sent. `settled` sends whatever is still pending.
   */
  pending(flush: () => unknown): () => void {
    this.#pending.add(flush);
    return () => this.#pending.delete(flush);
  }

  /** Whether something typed is not yet sent. */
  get isPending(): boolean {
    return this.#pending.size > 0;
  }

  /** Once all that is typed is sent and written. The focus stays where it is. */
  async flushed(): Promise<void> {
    // Twice: what is flushed may itself wait before it sends.
    for (const flush of [...this.#pending]) await flush();
    await this.#queue;
  }

  /** As `flushed`, and leaves the field being typed in: for whoever changes the screen. */
  async settled(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.flushed();
  }

  async pages(): Promise<ArrayBuffer | undefined> {
    await this.#queue;
    return this.ask(commands.planPages());
  }

  async export(folder: string, formats: Formats, papers: Papers) {
    await this.settled();
    return this.ask(commands.exportPlan(folder, formats, papers));
  }
}

export const session = new Session();
