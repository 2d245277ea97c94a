//! The window in the real webview, one module a screen. `cargo xtask test e2e` runs all; `cargo test … --test e2e NAME` some.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod desk;
mod editor;
mod findings;
mod fits;
mod history;
mod journey;
mod keeping;
mod looks;
mod new_plan;
mod pages;
mod settings;
mod start;
mod steps;
mod tasks;
mod typing;
