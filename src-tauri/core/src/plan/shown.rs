//! The plan as `skh show --json` gives it and as the window shows it: paths and numbers worked out.
//! Fields may be added, not renamed (the command's contract).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Citation, Finding, Holds, Money, Plan, Profile, Role, SectionId, Status, TaskId, TaskKind};

/// A plan with everything worked out that depends on order: paths, labels, numbers.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)] // the names are the contract's own
pub struct ShownPlan {
    pub schema: u32,
    pub form: String,
    pub year: i32,
    pub subject: String,
    pub unit: ShownUnit,
    pub profile: Profile,
    pub sources: Vec<ShownSource>,
    pub sections: Vec<ShownSection>,
    pub legal_bases: Vec<ShownBasis>,
    pub tasks: Vec<ShownTask>,
    pub coverage: Vec<ShownCoverage>,
    pub findings: Vec<Finding>,
}

/// The unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownUnit {
    pub name: String,
    pub abbreviation: String,
    pub superior: String,
    pub head_title: String,
}

/// A paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownSource {
    pub id: String,
    pub number: Option<String>,
    pub date: Option<NaiveDate>,
    pub file: String,
    pub sha256: String,
}

/// A section; `path` names it from the top ("Phần II/III/1").
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownSection {
    pub id: SectionId,
    pub path: String,
    pub label: String,
    pub heading: String,
    pub mandatory: bool,
    pub status: Status,
    pub holds: Holds,
    pub source: Option<String>,
    pub text_source: Option<String>,
    pub guidance: String,
    pub text: Vec<String>,
    pub children: Vec<ShownSection>,
}

/// A căn cứ; `in_full` is how it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownBasis {
    #[serde(flatten)]
    pub citation: Citation,
    pub in_full: String,
    pub source: Option<String>,
}

/// A task; `group` and `no` as printed in its list of the annex.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownTask {
    pub id: TaskId,
    pub group: String,
    pub group_id: u32,
    pub group_title: String,
    pub no: u32,
    pub name: String,
    pub role: Role,
    pub lead: String,
    pub coordinating: String,
    pub time: String,
    pub product: String,
    pub basis: String,
    pub kind: Option<TaskKind>,
    pub goal: String,
    pub budget: Option<Money>,
    pub funding: String,
    pub source: Option<String>,
}

/// A priority task of the letter and what covers it: "section:Phần II/III/1", "task:I/2".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct ShownCoverage {
    pub task: u32,
    pub text: String,
    pub covered_by: Vec<String>,
}

impl ShownPlan {
    /// Version of this shape.
    pub const SCHEMA: u32 = 1;

    /// Works out what `plan` shows.
    pub fn of(plan: &Plan) -> Self {
        let _ = plan;
        unimplemented!("drafting owner writes this")
    }
}
