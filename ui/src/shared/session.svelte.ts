/** The open plan as the window knows it, and the one way of asking the program for something. */

import {
  commands,
  events,
  type Changed,
  type CommandError,
  type Edit,
  type Finding,
  type NewPlan,
  type Opened,
  type PlanChecked,
  type PlanSaved,
  type Recognised,
  type Spot,
  type Stretch,
} from "../bindings";

type Answer<T> = { status: "ok"; data: T } | { status: "error"; error: CommandError };

export type Screen = "start" | "new" | "plan";
export type Tab = "text" | "bases" | "tasks" | "coverage" | "pages";

/** The list with a stretch of it put in; what did not change stays the same objects. */
export function spliced<T>(list: T[], stretch: Stretch<T> | null): T[] {
  if (!stretch) return list;
  return [...list.slice(0, stretch.at), ...stretch.put, ...list.slice(stretch.at + stretch.removed)];
}

/** The plan as shown, after a change. */
export function patched(opened: Opened, changed: Changed): Opened {
  return {
    ...opened,
    plan: {
      ...changed.plan,
      sections: changed.sections ? changed.plan.sections : opened.plan.sections,
      tasks: spliced(opened.plan.tasks, changed.tasks),
    },
    revision: changed.revision,
    undoes: changed.undoes,
    redoes: changed.redoes,
  };
}

/** The plan as shown, once it is checked; the same if this was told of another plan, or is known already. */
export function checked(opened: Opened, told: PlanChecked): Opened {
  if (told.opening !== opened.opening || told.turn !== opened.checks + 1) return opened;
  return { ...opened, findings: spliced(opened.findings, told.findings), checks: told.turn };
}

class Session {
  screen = $state<Screen>("start");
  /** The plan in the making that the screen “new” is to go on with. */
  unfinished = $state<string | null>(null);
  tab = $state<Tab>("text");
  opened = $state.raw<Opened | null>(null);
  /** The last failure, shown until it is put away or the next thing succeeds. */
  failure = $state.raw<CommandError | null>(null);
  /** Section shown in the middle. */
  section = $state<number | null>(null);
  /** Task and căn cứ that an undo, a search or a comparison leads to; the screen shows it, then forgets it. */
  task = $state<number | null>(null);
  basis = $state<number | null>(null);
  /** Counts changes of the plan, so that the pages know when they are old. */
  version = $state(0);
  /** How far the file is. */
  saved = $state.raw<PlanSaved | null>(null);
  /** Panel with versions. */
  history = $state(false);
  /** Papers that were let fall on the window, for the new plan to take: it empties the list. */
  dropped = $state.raw<Recognised[]>([]);
  /** The window was to be closed, but the last change is not in the file. */
  stuck = $state(false);
  /** Panel with keys. */
  help = $state(false);
  /** Says what was just done, bottom left; gone by itself after a while. */
  toast = $state.raw<{ text: string; undo: boolean } | null>(null);
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
    this.saved = { revision: opened.revision, at: opened.saved_at, failure: opened.save_failure };
    this.screen = "plan";
    this.history = false;
    this.toast = null;
    this.tab = "text";
    this.section = opened.plan.sections[0]?.id ?? null;
    this.version += 1;
    return true;
  }

  /** Shows the plan that the program came up with, if any; listens to what the file says. */
  async resume(): Promise<void> {
    await events.planSaved.listen(({ payload }) => {
      this.saved = payload;
    });
    await events.planChecked.listen(({ payload }) => {
      if (this.opened) this.opened = checked(this.opened, payload);
    });
    this.#show(await this.ask(commands.currentPlan()));
  }

  /** What the status bar says of the file. */
  get saving(): "saved" | "saving" | "failed" {
    if (this.saved?.failure) return "failed";
    return (this.opened?.revision ?? 0) > (this.saved?.revision ?? 0) ? "saving" : "saved";
  }

  /** `unfinished`: the plan in the making that it comes from, which is then forgotten. */
  async draft(plan: NewPlan, unfinished: string | null): Promise<boolean> {
    return this.#show(await this.ask(commands.draftPlan(plan, unfinished)));
  }

  /** Goes on with a plan in the making. */
  goOn(unfinished: string): void {
    this.unfinished = unfinished;
    this.screen = "new";
  }

  async sample(): Promise<boolean> {
    return this.#show(await this.ask(commands.samplePlan()));
  }

  /** To a new plan; the one that is open stays in its file. */
  async begin(dropped: Recognised[] = []): Promise<void> {
    if (this.screen === "plan") await this.leave();
    if (this.screen === "plan") return;
    this.dropped = dropped;
    this.screen = "new";
  }

  /** Takes files that were let fall on the window where they belong. */
  async drop(paths: string[]): Promise<void> {
    const files = await commands.recogniseFiles(paths);
    // in the steps of a new plan, a plan file may be last year's
    const opens = (file: Recognised) => file.kind === "plan_file" && this.screen !== "new";
    const plan = files.find(opens);
    const papers = files.filter((file) => !opens(file) && file.kind !== "unreadable");
    const unread = files.find((file) => file.kind === "unreadable");
    if (plan) {
      await this.settled();
      await this.open(plan.path);
    } else if (papers.length > 0) await this.begin(papers);
    if (unread) {
      this.fail({ code: "failed", message: `Không đọc được tệp “${unread.name}”: ${unread.told}`, hint: unread.hint });
    }
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
    if (!saved) return;
    // What was found since the answer set out has been told already.
    const { opening, checks, findings } = this.opened ?? saved;
    this.opened = opening === saved.opening && checks > saved.checks ? { ...saved, checks, findings } : saved;
    this.saved = { revision: saved.revision, at: saved.saved_at, failure: saved.save_failure };
  }

  async leave(): Promise<void> {
    if (!(await this.kept())) {
      this.stuck = true;
      return;
    }
    await commands.closePlan();
    this.opened = null;
    this.failure = null;
    this.screen = "start";
  }

  /** Makes one change. Changes reach the program in the order they were made. */
  edit(edit: Edit): Promise<boolean> {
    return this.#change(async () => {
      const changed = await this.ask(commands.editPlan(edit));
      if (changed) this.#patch(changed);
      return changed !== undefined;
    });
  }

  #change(work: () => Promise<boolean>): Promise<boolean> {
    const change = this.#queue.then(work);
    this.#queue = change.catch(() => undefined);
    return change;
  }

  #patch(changed: Changed): void {
    if (!this.opened) return;
    this.opened = patched(this.opened, changed);
    this.version += 1;
    this.toast = null;
  }

  /** Takes the last step back, and goes where that was; also what is typed and not yet sent. */
  undo(): Promise<boolean> {
    return this.#travel(commands.undoPlan, "undoes", "Đã hoàn tác");
  }

  /** Does again what was undone last. */
  redo(): Promise<boolean> {
    return this.#travel(commands.redoPlan, "redoes", "Đã làm lại");
  }

  async #travel(command: typeof commands.undoPlan, which: "undoes" | "redoes", said: string): Promise<boolean> {
    const focused = document.activeElement;
    await this.settled();
    const name = this.opened?.[which];
    const done = await this.#change(async () => {
      const moved = await this.ask(command());
      if (!moved) return false;
      this.#patch(moved.changed);
      this.show(moved.place);
      this.toast = { text: `${said}: ${name ?? ""}`, undo: false };
      return true;
    });
    // Back to the field, if it is still there: whoever undoes goes on typing.
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
    return done;
  }

  /** Puts an earlier version in the place of the plan; the present is kept as a version. */
  async restore(id: number): Promise<boolean> {
    await this.settled();
    return this.#change(async () => {
      const changed = await this.ask(commands.restoreVersion(id));
      if (!changed) return false;
      this.#patch(changed);
      this.toast = { text: "Đã khôi phục phiên bản; bản trước đó còn trong Lịch sử", undo: true };
      return true;
    });
  }

  /** Goes to a place of the plan. */
  show(spot: Spot): void {
    if (spot.type === "section") {
      this.section = spot.id;
      // Not away from the pages: the text can be edited beside them.
      if (this.tab !== "pages") this.tab = "text";
    } else if (spot.type === "task") {
      this.task = spot.id;
      this.tab = "tasks";
    } else if (spot.type === "legal_basis") {
      this.basis = spot.index;
      this.tab = "bases";
    } else if (spot.type === "coverage") this.tab = "coverage";
    else this.tab = "pages";
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

  /** Once all that is typed is in the file; `false` if it could not be written. */
  async kept(): Promise<boolean> {
    await this.settled();
    if (!this.opened || this.opened.read_only) return true;
    const saved = await this.ask(commands.settlePlan());
    if (saved) this.saved = saved;
    return saved !== undefined && saved.failure === null;
  }

  /** As `flushed`, and leaves the field being typed in: for whoever changes the screen. */
  async settled(): Promise<void> {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    await this.flushed();
  }
}

export const session = new Session();
