import { fireEvent } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { press, shortcut, shortcuts } from "./shortcuts";

beforeEach(() => window.addEventListener("keydown", press));
afterEach(() => {
  window.removeEventListener("keydown", press);
  document.body.innerHTML = "";
});

function field(): HTMLTextAreaElement {
  const area = document.createElement("textarea");
  document.body.append(area);
  return area;
}

describe("phím tắt", () => {
  it("chạy việc đăng ký sau cùng, trả lại phím khi thôi", async () => {
    const first = vi.fn();
    const second = vi.fn();
    const offFirst = shortcut({ keys: "Ctrl+S", name: "Lưu", group: "Thử", run: first });
    const offSecond = shortcut({ keys: "Ctrl+S", name: "Lưu khác", group: "Thử", run: second });
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    offSecond();
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    offFirst();
    await fireEvent.keyDown(document.body, { key: "s", ctrlKey: true });
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    expect(shortcuts().find(({ group }) => group === "Thử")?.keys.length).toBe(2);
  });

  it("không giành phím của người đang gõ và của bộ gõ", async () => {
    const run = vi.fn();
    const off = shortcut(
      { keys: "Delete", name: "Xóa", group: "Thử", run },
      { keys: "Ctrl+Z | Ctrl+Y", name: "Hoàn tác", group: "Thử", run },
    );
    const area = field();
    await fireEvent.keyDown(area, { key: "Delete" });
    await fireEvent.keyDown(area, { key: "z", ctrlKey: true, isComposing: true });
    await fireEvent.keyDown(area, { key: "z", ctrlKey: true, keyCode: 229 });
    expect(run).not.toHaveBeenCalled();
    await fireEvent.keyDown(area, { key: "y", ctrlKey: true });
    await fireEvent.keyDown(document.body, { key: "Delete" });
    expect(run).toHaveBeenCalledTimes(2);
    off();
  });

  it("để phím cho ô đang gõ khi việc trả lời không nhận", async () => {
    const event = new KeyboardEvent("keydown", {
      key: "z",
      code: "KeyZ",
      ctrlKey: true,
      bubbles: true,
      cancelable: true,
    });
    const off = shortcut({ keys: "Ctrl+Z", name: "Hoàn tác", group: "Thử", run: () => false });
    field().dispatchEvent(event);
    expect(event.defaultPrevented).toBe(false);
    off();
  });

  it("nhận Alt+1 theo phím, bất kể bố trí bàn phím", async () => {
    const run = vi.fn();
    const off = shortcut({ keys: "Alt+1", name: "Soạn thảo", group: "Thử", run });
    await fireEvent.keyDown(document.body, { key: "¡", code: "Digit1", altKey: true });
    expect(run).toHaveBeenCalledOnce();
    off();
  });
});
