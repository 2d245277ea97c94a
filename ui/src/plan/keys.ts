/** Keys of the section editor and the outline, for F1; the parts that have the focus handle them. */

import type { Shortcut } from "../shared/shortcuts";

export const SECTION = "Soạn thảo";

export const SECTION_KEYS: Shortcut[] = [
  { keys: "Ctrl+B", name: "Chữ đậm", group: SECTION },
  { keys: "Ctrl+I", name: "Chữ nghiêng", group: SECTION },
  { keys: "Tab", name: "Xuống một cấp: khoản, điểm, gạch đầu dòng", group: SECTION },
  { keys: "Shift+Tab", name: "Lên một cấp", group: SECTION },
  { keys: "Enter", name: "Đoạn mới; ở điểm còn trống: thôi đánh số", group: SECTION },
  { keys: "Backspace", name: "Ở đầu điểm: thôi đánh số", group: SECTION },
  { keys: "Ctrl+V", name: "Dán, cả từ Word: giữ đậm, nghiêng, cấp", group: SECTION },
  { keys: "↑ ↓ ← →", name: "Ở cột đề mục: sang đề mục khác, gập, mở", group: SECTION },
  { keys: "Alt+↑ ↓", name: "Ở cột đề mục: chuyển đề mục lên, xuống", group: SECTION },
];
