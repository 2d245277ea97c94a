//! How a unit issues its papers: what a letterhead, a signature block and a list of recipients say.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The unit's profile as it stands in this plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Profile {
    /// Địa danh: "Hà Nội" (rule H6).
    pub place: String,
    /// Number in the register; `None` before registration.
    pub number: Option<u32>,
    /// Ký hiệu after the slash: "KH-TTCNTT" (rule H5).
    pub symbol: String,
    /// Day of signing; `None` before.
    pub date: Option<NaiveDate>,
    /// Who signs.
    pub signatory: Signatory,
    /// Nơi nhận, one a line, without the dash and the closing ";" or "." ("Lưu: VT, TTCNTT" last).
    pub recipients: Vec<String>,
}

/// The official who signs (rules S1 to S3).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Signatory {
    /// Authority and post, one a line, upper case: ["KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"].
    pub authority: Vec<String>,
    /// Post in the home organisation, shown above the name of a head of a steering body (rule S4); else empty.
    #[serde(default)]
    pub home_post: String,
    /// Full name without titles; empty while unknown.
    pub name: String,
}
