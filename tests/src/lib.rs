//! What the tests of the whole share.

pub mod pictures;
pub mod plans;
pub mod program;
pub mod scorer;
#[cfg(feature = "e2e")]
pub mod webview;
