//! A unit of the ministry: cục, vụ, viện, trung tâm, văn phòng.

use serde::{Deserialize, Serialize};

/// A unit as its letterhead names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Unit {
    /// Full name, sentence case: "Trung tâm Công nghệ thông tin".
    pub name: String,
    /// Abbreviation used in symbols: "TTCNTT".
    pub abbreviation: String,
    /// Cơ quan chủ quản: "Bộ Khoa học và Công nghệ"; empty if it has none.
    pub superior: String,
    /// Post of its head: "Giám đốc", "Cục trưởng", "Chánh Văn phòng".
    pub head_title: String,
}
