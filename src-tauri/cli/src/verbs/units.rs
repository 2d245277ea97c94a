//! `skh units`: the units the program knows, and where they come from.

use serde_json::json;
use skh_core::drafting::{Directory, UnitEntry};

use crate::answer::{Answer, Failure};
use crate::args::List;

/// Lists the units.
pub fn run(args: &List) -> Result<Answer, Failure> {
    let directory = Directory::builtin();
    if args.json {
        let units: Vec<_> = directory.units().iter().map(unit).collect();
        return Answer::json(&json!({ "source": Directory::BUILTIN_FILE, "ministry": directory.ministry, "units": units }));
    }
    let lines = directory.units().iter().map(|unit| {
        let aliases =
            if unit.aliases.is_empty() { String::new() } else { format!("  (còn gọi: {})", unit.aliases.join(", ")) };
        format!("{}  {}{aliases}\n", unit.abbreviation, unit.name)
    });
    let lines = lines.collect();
    Ok(Answer::done(lines).noting(format!("Theo {}\n", Directory::BUILTIN_FILE)))
}

fn unit(unit: &UnitEntry) -> serde_json::Value {
    json!({
        "name": unit.name, "abbreviation": unit.abbreviation, "aliases": unit.aliases, "superior": unit.superior,
        "head_title": unit.head_title, "place": unit.place, "source": unit.source,
    })
}
