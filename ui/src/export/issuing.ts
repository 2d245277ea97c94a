/** What a planner types about number and lines, understood. */

/** A number in the register: "05" is 5; `null` for nothing and for anything that is no number from 1 up. */
export function numberOf(text: string): number | null {
  const number = /^\s*0*([1-9]\d{0,5})\s*$/u.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

/** Lines with something in them, without the dash in front and the sign behind that print adds by itself. */
export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) =>
      line
        .replace(/^\s*[-–]\s*/u, "")
        .replace(/[;.]\s*$/u, "")
        .trim(),
    )
    .filter((line) => line !== "");
}

/** What is wrong with a number as typed, in words. */
export function numberFault(text: string): string | null {
  return text.trim() === "" || numberOf(text) !== null ? null : "Ghi số thứ tự, ví dụ 05; để trống nếu chưa đăng ký";
}
