//! The plan file: one SQLite database a plan. The only room that knows SQL.
//!
//! [`PlanFile`] is all that others see. A file is complete after every change: rollback journal, synchronous FULL,
//! one transaction a save. One file a table stands in `tables`, its migrations beside it.

mod error;
mod lock;
mod plan_file;
mod schema;
mod tables;
mod versions;
mod words;

pub use error::StoreError;
pub use plan_file::PlanFile;
pub use versions::{Version, VersionId, VersionKind};
