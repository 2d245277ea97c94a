/** How the window looks on this machine: theme and size of text. Nothing of a plan. */

type Theme = "light" | "dark";

const SIZES = [100, 110, 125, 150, 175, 200];

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

class Look {
  theme = $state<Theme>(stored("theme") === "dark" ? "dark" : "light");
  size = $state<number>(SIZES.find((size) => String(size) === stored("size")) ?? 100);

  apply(): void {
    document.documentElement.dataset.theme = this.theme;
    document.documentElement.style.fontSize = `${this.size}%`;
    try {
      localStorage.setItem("theme", this.theme);
      localStorage.setItem("size", String(this.size));
    } catch {
      // The look is then that of this session only.
    }
  }

  toggleTheme(): void {
    this.theme = this.theme === "dark" ? "light" : "dark";
    this.apply();
  }

  /** To one of the sizes there are. */
  setSize(size: number): void {
    if (!SIZES.includes(size)) return;
    this.size = size;
    this.apply();
  }

  /** One step larger or smaller. */
  resize(step: 1 | -1): void {
    const at = SIZES.indexOf(this.size) + step;
    this.size = SIZES[at] ?? this.size;
    this.apply();
  }
}

export const look = new Look();
