//! What is measured inside the running window, and of its processes.

use std::fs;

use serde_json::Value;
use skh_tests::webview::Window;

const PROBE: &str = include_str!("probe.js");

/// Milliseconds since 1970 of the first paint that had content, and of the navigation it belongs to.
const FIRST_PAINT: &str = "
    const done = arguments[arguments.length - 1];
    const look = () => {
        const paint = performance.getEntriesByName('first-contentful-paint')[0];
        if (paint) done(performance.timeOrigin + paint.startTime);
        else setTimeout(look, 20);
    };
    look();";

/// What an answer of the program cost.
pub struct Answer {
    /// Milliseconds from asking to the answer.
    pub took: f64,
    /// Its length.
    pub bytes: f64,
}

/// Begins to measure in this window.
pub fn install(window: &Window) {
    window.script(PROBE);
}

/// Forgets what was measured.
pub fn forget(window: &Window) {
    window.script("Object.assign(probe, { longest: 0, keys: [], answers: [] });");
}

/// The longest time in ms for which the window's main thread did one thing.
pub fn longest(window: &Window) -> f64 {
    number(&window.script("return probe.longest"))
}

/// Keys: milliseconds from each to its paint.
pub fn keys(window: &Window) -> Vec<f64> {
    numbers(&window.script("return probe.keys"))
}

/// The program's answers to this command.
pub fn answers(window: &Window, command: &str) -> Vec<Answer> {
    let all = window.script(&format!("return probe.answers.filter((one) => one.command === '{command}')"));
    let answer = |one: &Value| Answer { took: number(&one["took"]), bytes: number(&one["bytes"]) };
    all.as_array().map(|all| all.iter().map(answer).collect()).unwrap_or_default()
}

/// Milliseconds from the start of the program's process to its first paint with content.
pub fn first_paint(window: &Window) -> Option<f64> {
    let painted = number(&window.answer(FIRST_PAINT));
    let first = window.processes().into_iter().min_by_key(|id| started(*id))?;
    // Starts are told in hundredths of a second since the machine came up.
    let up: f64 = fs::read_to_string("/proc/uptime").ok()?.split(' ').next()?.parse().ok()?;
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?.as_secs_f64();
    Some(painted - (now - up + started(first)? as f64 / 100.0) * 1e3)
}

fn started(process: u32) -> Option<u64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    stat.rsplit(')').next()?.split_whitespace().nth(19)?.parse().ok()
}

/// MiB of the window's processes, what they share counted once.
pub fn memory(window: &Window) -> f64 {
    let shares = window.processes().into_iter().filter_map(|id| {
        let rollup = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
        rollup.lines().find_map(|line| line.strip_prefix("Pss:")?.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok())
    });
    shares.sum::<f64>() / 1024.0
}

pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

pub fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().map(|all| all.iter().map(number).collect()).unwrap_or_default()
}

/// The value below which this share lies.
pub fn quantile(mut all: Vec<f64>, share: f64) -> f64 {
    all.sort_by(f64::total_cmp);
    let at = (all.len() as f64 * share) as usize;
    all.get(at.min(all.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}
