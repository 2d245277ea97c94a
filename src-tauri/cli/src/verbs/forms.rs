//! `skh forms`: the forms the program knows, and where they come from.

use serde_json::json;
use skh_core::drafting;

use crate::answer::{Answer, Failure};
use crate::args::List;

/// Lists the forms.
pub fn run(args: &List) -> Result<Answer, Failure> {
    let forms = drafting::forms();
    if args.json {
        return Answer::json(&json!({ "forms": forms }));
    }
    Ok(Answer::done(forms.iter().map(|form| format!("{}  {}  ({})\n", form.id, form.name, form.source)).collect()))
}
