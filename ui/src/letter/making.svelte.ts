/** A plan in the making: its four steps, what was chosen in each, and keeping it for later. */

import {
  commands,
  type CommandError,
  type Correction,
  type FileKind,
  type NewPlan,
  type PlanPreview,
  type Recognised,
  type UnderstoodPaper,
  type UnitChoice,
} from "../bindings";
import { session } from "../shared/session.svelte";
import { withCorrection } from "./paper";

export type Slot = "framework" | "ministry" | "previous";

/** What the paper and the list beside it both point at. */
export interface Focus {
  /** Which thing of the list: "task:3", "node:0", "doubt:1", "basis:2". */
  item: string;
  at: string;
  text: string;
  /** Counts, so that the same thing can be gone to again. */
  turn: number;
  /** It was chosen in the paper: the list scrolls, the paper stays. */
  fromPaper: boolean;
}

export const STEPS = ["Công văn hướng dẫn", "Kế hoạch của Bộ", "Đơn vị", "Kế hoạch năm trước"] as const;

function yearToPlan(now = new Date()): number {
  return now.getMonth() >= 8 ? now.getFullYear() + 1 : now.getFullYear();
}

export class Making {
  step = $state(1);
  framework = $state.raw<UnderstoodPaper | null>(null);
  ministry = $state.raw<UnderstoodPaper[]>([]);
  previous = $state.raw<UnderstoodPaper | null>(null);
  unit = $state({ name: "", abbreviation: "", superior: "" });
  year = $state(String(yearToPlan()));
  skipped = $state<number[]>([]);
  /** Path of the ministry's paper that is looked at. */
  shown = $state<string | null>(null);
  /** File being read. */
  reading = $state<{ slot: Slot; file: string } | null>(null);
  drafting = $state(false);
  failure = $state.raw<CommandError | null>(null);
  /** A file without any text, and what it was chosen as. */
  scan = $state.raw<{ path: string; slot: Slot } | null>(null);
  focus = $state.raw<Focus | null>(null);
  units = $state.raw<UnitChoice[]>([]);
  preview = $state.raw<PlanPreview | null>(null);
  #id = "";
  #ticket = 0;
  #looks = 0;
  /** The planner wrote the year; until then it follows the papers. */
  yearIsSet = false;
  #queue: Promise<unknown> = Promise.resolve();

  get slot(): Slot | null {
    return ([null, "framework", "ministry", null, "previous"] as const)[this.step] ?? null;
  }

  /** The paper looked at in this step. */
  get paper(): UnderstoodPaper | null {
    if (this.slot === "framework") return this.framework;
    if (this.slot === "previous") return this.previous;
    if (this.slot !== "ministry") return null;
    return this.ministry.find((one) => one.chosen.path === this.shown) ?? this.ministry.at(-1) ?? null;
  }

  get yearIsRight(): boolean {
    return /^20\d\d$/.test(this.year.trim());
  }

  /** A unit of the directory, or one typed with name and abbreviation. */
  get unitIsRight(): boolean {
    return this.unit.name.trim() !== "" && (this.known !== undefined || this.unit.abbreviation.trim() !== "");
  }

  get known(): UnitChoice | undefined {
    return this.units.find((one) => one.name === this.unit.name);
  }

  get ready(): boolean {
    return this.unitIsRight && this.yearIsRight && this.reading === null;
  }

  get doubts(): number {
    const papers = [this.framework, ...this.ministry, this.previous];
    return papers.reduce((sum, one) => sum + (one?.doubts.filter((d) => d.finding.severity !== "info").length ?? 0), 0);
  }

  get request(): NewPlan {
    return {
      framework: this.framework?.chosen ?? null,
      ministry: this.ministry.map((one) => one.chosen),
      previous: this.previous?.chosen ?? null,
      unit: { ...this.unit },
      year: Number(this.year) || 0,
    };
  }

  /** Whether a step has what it is for. */
  done(step: number): boolean {
    return (
      [false, this.framework !== null, this.ministry.length > 0, this.unitIsRight, this.previous !== null][step] ??
      false
    );
  }

  async begin(): Promise<void> {
    this.units = await commands.units();
    const last = (await commands.recentPlans())[0]?.unit;
    const known = this.units.find((one) => one.name === last);
    if (known && this.unit.name === "") this.choose(known);
  }

  choose(unit: UnitChoice): void {
    this.unit = { name: unit.name, abbreviation: unit.abbreviation, superior: unit.superior };
    this.preview = null;
    void this.look();
  }

  go(step: number): void {
    if (step < 1 || step > STEPS.length) return;
    if (step > this.step && !this.done(this.step) && !this.skipped.includes(this.step))
      this.skipped = [...this.skipped, this.step];
    this.step = step;
    this.focus = null;
    this.scan = null;
    this.failure = null;
    if (step >= 3) void this.look();
  }

  /** Asks for a paper and reads it. `instead`: the paper it comes in the place of. */
  async open(slot: Slot, instead: string | null = null): Promise<void> {
    const path = await commands.choosePaper(slot === "previous");
    if (path) await this.read(slot, path, instead);
  }

  async read(slot: Slot, path: string, instead: string | null = null): Promise<void> {
    const ticket = ++this.#ticket;
    this.failure = null;
    this.reading = { slot, file: path.split(/[/\\]/).at(-1) ?? path };
    const answer = await commands.readPaper(path);
    // another file was chosen meanwhile, or the planner gave up
    if (ticket !== this.#ticket) return;
    this.reading = null;
    this.scan = null;
    if (answer.status === "error") {
      if (answer.error.code === "scan") this.scan = { path, slot };
      else this.failure = answer.error;
      return;
    }
    this.put(slot, answer.data, instead);
  }

  /** Papers that were let fall on the window go where they belong; a scan goes to the step one is at. */
  async take(files: Recognised[]): Promise<void> {
    for (const file of files) {
      const here = this.slot ?? "ministry";
      const slots: Partial<Record<FileKind, Slot>> = {
        letter: "framework",
        ministry_plan: "ministry",
        annex: "ministry",
        previous: "previous",
        scan: here,
        plan_file: this.step === 4 ? "previous" : undefined,
      };
      const slot = slots[file.kind];
      if (file.kind === "plan_file" && !slot) {
        if (await this.keep()) await session.open(file.path);
        return;
      }
      if (!slot) continue;
      this.step = { framework: 1, ministry: 2, previous: 4 }[slot];
      await this.read(slot, file.path);
    }
  }

  stopReading(): void {
    this.#ticket += 1;
    this.reading = null;
  }

  put(slot: Slot, paper: UnderstoodPaper, instead: string | null = null): void {
    const path = paper.chosen.path;
    this.failure = null;
    this.scan = null;
    this.focus = null;
    if (slot === "framework") this.framework = paper;
    else if (slot === "previous") this.previous = paper;
    else {
      const at = this.ministry.findIndex((one) => one.chosen.path === (instead ?? path));
      const others = this.ministry.filter((one) => one.chosen.path !== path && one.chosen.path !== instead);
      others.splice(at < 0 ? others.length : at, 0, paper);
      this.ministry = others;
      this.shown = path;
    }
    if (slot !== "previous" && paper.year !== null && !this.yearIsSet) this.year = String(paper.year);
    const step = { framework: 1, ministry: 2, previous: 4 }[slot];
    this.skipped = this.skipped.filter((one) => one !== step);
    void this.look();
    void this.keep();
  }

  drop(slot: Slot, path: string): void {
    if (slot === "framework") this.framework = null;
    else if (slot === "previous") this.previous = null;
    else this.ministry = this.ministry.filter((one) => one.chosen.path !== path);
    this.focus = null;
    void this.look();
    void this.keep();
  }

  /** The paper stands in the wrong step: puts it into the right one and goes there. */
  move(paper: UnderstoodPaper, from: Slot, to: Slot): void {
    this.drop(from, paper.chosen.path);
    this.put(to, paper);
    this.step = { framework: 1, ministry: 2, previous: 4 }[to];
  }

  correct(added: Correction): Promise<void> {
    const paper = this.paper;
    if (!paper) return Promise.resolve();
    return this.setCorrections(paper.chosen.path, (all) => withCorrection(all, added));
  }

  /** Changes what is set right in a paper of this step; one change after the other. */
  setCorrections(path: string, change: (all: Correction[]) => Correction[]): Promise<void> {
    const slot = this.slot;
    const work = this.#queue.then(async () => {
      const paper = [this.framework, ...this.ministry, this.previous].find((one) => one?.chosen.path === path);
      if (!slot || !paper) return;
      const answer = await commands.correctPaper({ ...paper.chosen, corrections: change(paper.chosen.corrections) });
      if (answer.status === "error") {
        this.failure = answer.error;
        return;
      }
      this.failure = null;
      if (slot === "framework") this.framework = answer.data;
      else if (slot === "previous") this.previous = answer.data;
      else this.ministry = this.ministry.map((one) => (one.chosen.path === path ? answer.data : one));
      void this.keep();
    });
    this.#queue = work.catch(() => undefined);
    return work;
  }

  point(item: string, at: string, text = "", fromPaper = false): void {
    this.focus = { item, at, text, turn: (this.focus?.turn ?? 0) + 1, fromPaper };
  }

  /** What the draft would hold for the unit; of several questions the last is answered. */
  async look(): Promise<void> {
    const turn = ++this.#looks;
    if (!this.unitIsRight || !this.yearIsRight) {
      this.preview = null;
      return;
    }
    const answer = await commands.previewPlan(this.request);
    if (turn !== this.#looks) return;
    if (answer.status === "ok") this.preview = answer.data;
    else {
      this.preview = null;
      if (this.step >= 3) this.failure = answer.error;
    }
  }

  /** Keeps the steps as they are; nothing to keep before the first choice. */
  async keep(): Promise<boolean> {
    const { framework, ministry, previous, unit } = this.request;
    if (!framework && ministry.length === 0 && !previous && (this.#id === "" || unit.name === "")) {
      if (this.#id === "") return true;
    }
    const answer = await commands.keepUnfinished({
      id: this.#id,
      changed: "1970-01-01T00:00:00",
      step: this.step,
      skipped: this.skipped,
      plan: this.request,
    });
    if (answer.status === "error") {
      this.failure = answer.error;
      return false;
    }
    this.#id = answer.data;
    return true;
  }

  async leave(): Promise<void> {
    await this.#queue;
    if (await this.keep()) session.screen = "start";
  }

  /** Goes on where a plan in the making was left. */
  async resume(id: string): Promise<void> {
    const answer = await commands.resumePlan(id);
    if (answer.status === "error") {
      this.failure = answer.error;
      return;
    }
    const { plan, step, skipped } = answer.data;
    this.#id = id;
    this.unit = { ...plan.unit };
    this.year = String(plan.year || yearToPlan());
    this.yearIsSet = plan.year > 0;
    this.skipped = skipped;
    // first: one may go to another step while the papers are read
    this.step = Math.min(Math.max(step, 1), STEPS.length);
    const failures: CommandError[] = [];
    const read = async (chosen: NewPlan["framework"]): Promise<UnderstoodPaper | null> => {
      if (!chosen) return null;
      this.reading = { slot: "framework", file: chosen.path.split(/[/\\]/).at(-1) ?? chosen.path };
      const paper = await commands.correctPaper(chosen);
      if (paper.status === "ok") return paper.data;
      failures.push(paper.error);
      return null;
    };
    this.framework = await read(plan.framework);
    const ministry = [];
    for (const chosen of plan.ministry) ministry.push(await read(chosen));
    this.ministry = ministry.filter((one) => one !== null);
    this.previous = await read(plan.previous);
    this.reading = null;
    this.failure = failures[0] ?? null;
    void this.look();
  }

  async draft(): Promise<void> {
    this.drafting = true;
    await this.#queue;
    await session.draft(this.request, this.#id === "" ? null : this.#id);
    this.drafting = false;
    this.failure = session.failure;
  }
}
