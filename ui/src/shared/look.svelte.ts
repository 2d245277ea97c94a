/** How the window looks on this machine: theme and size of text. Nothing of a plan. */

/** What one chose; the system's theme may change while the window is open. */
export type ThemeChoice = "light" | "dark" | "system";
type Theme = "light" | "dark";

/** Per cent of the text's usual size. */
export const SIZES = [100, 110, 125, 150, 175, 200];
/** Letters (rem) below which side panels fold; stylesheets say `@container window (max-width: 60rem)`. */
const FOLDS = 60;

const dark = typeof matchMedia === "function" ? matchMedia("(prefers-color-scheme: dark)") : null;

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storedTheme(): ThemeChoice {
  const theme = stored("theme");
  return theme === "dark" || theme === "system" ? theme : "light";
}

class Look {
  choice = $state<ThemeChoice>(storedTheme());
  size = $state<number>(SIZES.find((size) => String(size) === stored("size")) ?? 100);
  #system = $state<Theme>(dark?.matches ? "dark" : "light");
  #width = $state(typeof innerWidth === "number" ? innerWidth : 1366);

  constructor() {
    if (typeof window === "object") window.addEventListener("resize", () => (this.#width = innerWidth));
    dark?.addEventListener("change", (event) => {
      this.#system = event.matches ? "dark" : "light";
      this.apply();
    });
  }

  /** What shows. */
  get theme(): Theme {
    return this.choice === "system" ? this.#system : this.choice;
  }

  /** Width of the window in letters (rem): what fits beside each other depends on the text's size too. */
  get room(): number {
    return this.#width / (0.16 * this.size);
  }

  /** Whether side panels fold, so that only one is open at a time: at 1366 pixels from 150 % on. */
  get folds(): boolean {
    return this.room < FOLDS;
  }

  apply(): void {
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.style.fontSize = `${this.size}%`;
    try {
      localStorage.setItem("theme", this.choice);
      localStorage.setItem("size", String(this.size));
    } catch {
      // The look is then that of this session only.
    }
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    this.apply();
  }

  toggleTheme(): void {
    this.choose(this.theme === "dark" ? "light" : "dark");
  }

  /** To one of the sizes there are. */
  setSize(size: number): void {
    if (!SIZES.includes(size)) return;
    this.size = size;
    this.apply();
  }

  /** One step larger or smaller. */
  resize(step: 1 | -1): void {
    this.setSize(SIZES[SIZES.indexOf(this.size) + step] ?? this.size);
  }
}

export const look = new Look();
