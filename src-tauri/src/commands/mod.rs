//! What the window can ask for: thin, one file a task. Whatever thinks is in the core, and `skh` reaches it too.

pub mod citations;
pub mod dropped;
pub mod export;
pub mod history;
pub mod pages;
pub mod papers;
pub mod plan;
pub mod print;
pub mod recent;
pub mod scans;
pub mod settings;
