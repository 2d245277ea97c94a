import { fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import Field from "./Field.svelte";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function field(more: Record<string, unknown> = {}) {
  const oncommit = vi.fn((_: string): void | Promise<boolean> => undefined);
  const shown = render(Field, { props: { value: "Cũ", label: "Ô", oncommit, ...more } });
  const area = screen.getByLabelText<HTMLTextAreaElement>("Ô");
  const type = async (text: string) => {
    area.value = text;
    await fireEvent.input(area);
  };
  return { ...shown, area, type, oncommit };
}

describe("ô nhập", () => {
  it("nhận luồng gõ của bộ gõ: chữ, xóa lùi, gõ lại, không mất chữ nào", async () => {
    const { area, type, oncommit, rerender } = field({ value: "" });
    area.focus();
    for (const step of ["c", "ca", "caa", "ca", "c", "câ", "câu"]) {
      await type(step);
      // What the program has meanwhile must not overwrite what is being typed.
      await rerender({ value: "ca" });
      expect(area.value).toBe(step);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(oncommit.mock.calls).toEqual([["câu"]]);
  });

  it("không báo khi đang ghép chữ", async () => {
    const { area, type, oncommit } = field();
    await fireEvent.compositionStart(area);
    await type("Cũ v");
    await vi.advanceTimersByTimeAsync(1000);
    expect(oncommit).not.toHaveBeenCalled();
    await type("Cũ và");
    await fireEvent.compositionEnd(area);
    await vi.advanceTimersByTimeAsync(1000);
    expect(oncommit.mock.calls).toEqual([["Cũ và"]]);
  });

  it("báo khi rời ô, cả khi ô biến mất, và báo lại nếu chưa giữ được", async () => {
    const { area, type, oncommit, unmount } = field();
    oncommit.mockReturnValueOnce(Promise.resolve(false));
    await type("Mới");
    await fireEvent.blur(area);
    await vi.advanceTimersByTimeAsync(1);
    await fireEvent.blur(area);
    expect(oncommit.mock.calls).toEqual([["Mới"], ["Mới"]]);
    await type("Mới nữa");
    unmount();
    expect(oncommit).toHaveBeenLastCalledWith("Mới nữa");
  });

  it("giữ lại chữ sai và nói vì sao", async () => {
    const check = (text: string) => (text === "x" ? "Ghi số đồng" : null);
    const { area, type, oncommit } = field({ check });
    await type("x");
    await fireEvent.blur(area);
    expect(area.value).toBe("x");
    expect(screen.getByText("Ghi số đồng")).toBeTruthy();
    expect(oncommit).not.toHaveBeenCalled();
  });
});
