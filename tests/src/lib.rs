//! What the tests of the whole share.

#[cfg(target_os = "linux")]
pub mod cups;
pub mod fields;
#[cfg(all(feature = "e2e", target_os = "linux"))]
pub mod keyboard;
pub mod pictures;
pub mod plans;
pub mod program;
pub mod scorer;
#[cfg(feature = "e2e")]
pub mod webview;
