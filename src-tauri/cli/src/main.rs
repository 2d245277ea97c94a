//! `skh`: the same work without a window, for scripts, tests and IT staff.
//!
//! A door and no more: it turns the call's words into paths and values, lets the core work, and prints. The clock is
//! read here, once, and passed in.

mod answer;
mod args;
mod call_error;
mod inputs;
mod listing;
mod verbs;

use std::env;
use std::io::{ErrorKind, Write, stderr, stdout};
use std::process::ExitCode;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use clap::Parser;

use answer::{Answer, Exit, Failure};
use args::Call;

fn main() -> ExitCode {
    skh_core::reading::quiet_libraries();
    let call = match Call::try_parse() {
        Ok(call) => call,
        Err(error) => return call_error::tell(&error),
    };
    let answer = now().and_then(|now| verbs::run(call.verb, now));
    match answer {
        Ok(answer) => print(&answer),
        Err(failure) => {
            note(&failure.told());
            failure.exit.into()
        }
    }
}

/// Vietnamese wall time: `SKH_NOW` where it is set (two runs then give the same bytes), else the clock.
fn now() -> Result<NaiveDateTime, Failure> {
    match env::var("SKH_NOW") {
        Ok(text) => args::moment(&text).map_err(|reason| {
            Failure::call(format!("biến môi trường SKH_NOW sai: {reason}"), "Viết như 2026-01-05 hoặc 2026-01-05T08:30:00.")
        }),
        Err(_) => Ok(wall_time(Utc::now())),
    }
}

/// Seven hours before Greenwich; Vietnam has no summer time.
fn wall_time(moment: DateTime<Utc>) -> NaiveDateTime {
    moment.naive_utc() + TimeDelta::hours(7)
}

fn print(answer: &Answer) -> ExitCode {
    note(&answer.notes);
    let mut out = stdout().lock();
    match out.write_all(answer.out.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => answer.exit.into(),
        // Whoever reads us has had enough (`skh show … | head`).
        Err(error) if error.kind() == ErrorKind::BrokenPipe => answer.exit.into(),
        Err(error) => {
            let failure =
                Failure::output(format!("không in được kết quả ra đầu ra chuẩn: {error}"), "Kiểm tra nơi nhận kết quả.");
            note(&failure.told());
            Exit::NotWritten.into()
        }
    }
}

/// To stderr; if even that is closed there is no one to tell.
fn note(text: &str) {
    let _ = stderr().lock().write_all(text.as_bytes());
}
