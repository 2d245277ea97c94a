/** Keys of the grid, for F1; the grid itself handles them. */

import type { Shortcut } from "../shared/shortcuts";

const group = "Nhiệm vụ";

export const GRID_KEYS: Shortcut[] = [
  { keys: "Enter | F2", name: "Sửa ô; gấp hoặc mở nhóm", group },
  { keys: "Alt+Enter", name: "Xuống dòng trong ô", group },
  { keys: "Escape", name: "Bỏ chữ đang gõ", group },
  { keys: "Delete", name: "Xóa nội dung các ô đang chọn", group },
  { keys: "Ctrl+C", name: "Sao chép vùng ô", group },
  { keys: "Ctrl+X", name: "Cắt vùng ô", group },
  { keys: "Ctrl+V", name: "Dán vùng ô, cả từ Excel", group },
  { keys: "Ctrl+D", name: "Chép ô trên xuống", group },
  { keys: "Shift+↑ ↓ ← →", name: "Mở rộng vùng chọn", group },
  { keys: "Ctrl+Home | Ctrl+End", name: "Về ô đầu, ô cuối", group },
  { keys: "Ctrl++", name: "Thêm nhiệm vụ", group },
  { keys: "Ctrl+-", name: "Xóa nhiệm vụ đang chọn", group },
  { keys: "Ctrl+Shift+D", name: "Nhân đôi nhiệm vụ", group },
  { keys: "Ctrl+Shift+G", name: "Thêm nhóm nhiệm vụ", group },
  { keys: "Alt+Shift+↑ ↓", name: "Chuyển nhiệm vụ, nhóm lên xuống", group },
  { keys: "Alt+Shift+← →", name: "Gấp, mở nhóm", group },
];
