/** What a planner reads for how grave a finding is. */

import type { Severity } from "../bindings";

export const SEVERITY: Record<Severity, string> = { error: "Phải sửa", warning: "Cần rà soát", info: "Để biết" };
