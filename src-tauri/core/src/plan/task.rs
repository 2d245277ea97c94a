//! Tasks of the annex.

use serde::{Deserialize, Serialize};

use super::{Money, Provenance};

/// Identity of a task within its plan; stays when it is moved or renumbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(transparent)]
pub struct TaskId(pub u32);

/// What the unit is to a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Chủ trì.
    Lead,
    /// Phối hợp.
    Coordinating,
    /// Shared with all units of the ministry (“Các đơn vị thuộc Bộ”).
    AllUnits,
    /// Added by the unit itself.
    Own,
}

impl Role {
    /// The annex's list a task stands in: own tasks stand with those the unit leads.
    pub fn list(self) -> Self {
        if self == Self::Own { Self::Lead } else { self }
    }
}

/// New or continued from an earlier year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// Mới.
    New,
    /// Chuyển tiếp.
    Continued,
}

/// A group of tasks; its Roman numeral follows from its place among the groups printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct TaskGroup {
    /// Identity within the plan.
    pub id: u32,
    /// As the ministry titles it: "Phát triển dữ liệu số".
    pub title: String,
}

/// A task. Text cells keep their line feeds; an empty string is an empty cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Task {
    /// Identity within the plan.
    pub id: TaskId,
    /// Id of its [`TaskGroup`].
    pub group: u32,
    /// What the unit is to it.
    pub role: Role,
    /// Tên nhiệm vụ.
    pub name: String,
    /// Đơn vị chủ trì.
    pub lead: String,
    /// Đơn vị phối hợp.
    pub coordinating: String,
    /// Thời gian thực hiện, as written.
    pub time: String,
    /// Sản phẩm dự kiến.
    pub product: String,
    /// Căn cứ thực hiện.
    pub basis: String,
    /// Mới hay chuyển tiếp.
    pub kind: Option<TaskKind>,
    /// Mục tiêu.
    pub goal: String,
    /// Dự kiến tổng mức đầu tư.
    pub budget: Option<Money>,
    /// Nguồn vốn.
    pub funding: String,
    /// Phân công thành viên: who of a steering committee sees to it.
    #[serde(default)]
    pub assigned_member: String,
    /// Ghi chú.
    #[serde(default)]
    pub note: String,
    /// Hiệu quả: what a project with a budget brings.
    #[serde(default)]
    pub effect: String,
    /// Where it came from: "ministry:II/3"; `None` for the unit's own.
    pub source: Option<Provenance>,
}

/// Fields a column of the annex can hold (the contract's names).
pub const FIELDS: [&str; 14] = [
    "no",
    "name",
    "lead",
    "coordinating",
    "time",
    "product",
    "basis",
    "kind",
    "goal",
    "budget",
    "funding",
    "assigned_member",
    "note",
    "effect",
];

/// What a column of the annex holds (the contract's field names).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct AnnexColumn {
    /// Field: `no`, `name`, `lead`, `coordinating`, `time`, `product`, `basis`, `kind`, `goal`, `budget`, `funding`,
    /// `assigned_member`, `note`, `effect`.
    pub field: String,
    /// As printed in the header: "Đơn vị chủ trì".
    pub title: String,
}
