//! Everything that thinks: reads the two papers, drafts a unit's plan, checks it, composes its pages.
//!
//! The rooms stand in the order the data flows (ARCHITECTURE.md walks through them):
//! `text` → `plan` → `reading` → `drafting` → `checks` → `document` → `layout` → `export`, with `store` beside.
//! Nothing here knows Tauri, windows or dialogs; only [`store`] knows SQL; only [`store`] and [`files`] touch the disk.

pub mod checks;
pub mod document;
pub mod drafting;
pub mod export;
pub mod files;
pub mod layout;
pub mod plan;
pub mod reading;
pub mod store;
pub mod text;
