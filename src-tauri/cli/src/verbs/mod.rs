//! One verb a file.

mod check;
mod export;
mod forms;
mod new;
mod print;
mod read;
mod read_text;
mod rollup;
mod show;
mod tasks_import;
mod units;

use chrono::NaiveDateTime;

use crate::answer::{Answer, Failure};
use crate::args::{TasksVerb, Verb};

/// Does what the call says; `now` is Vietnamese wall time.
pub fn run(verb: Verb, now: NaiveDateTime) -> Result<Answer, Failure> {
    match verb {
        Verb::Read(args) => read::run(&args),
        Verb::New(args) => new::run(&args),
        Verb::Show(args) => show::run(&args),
        Verb::Check(args) => check::run(&args),
        Verb::Export(args) => export::run(&args, now),
        Verb::Print(args) => print::run(&args, now),
        Verb::Printers(args) => print::list(&args),
        Verb::Tasks { verb: TasksVerb::Import(args) } => tasks_import::run(&args),
        Verb::Rollup(args) => rollup::run(&args, now),
        Verb::Forms(args) => forms::run(&args),
        Verb::Units(args) => units::run(&args),
    }
}
