//! How well a reading agrees with a truth file: F1 of the outline and the legal bases, the share of right metadata,
//! articles, priority tasks and task cells. 1 is perfect.
//!
//! Compares what stands in the two JSON documents, forgiving only spelling of dashes, quotes and spaces.

use std::collections::{HashMap, VecDeque};
use std::hash::Hash;

use serde_json::Value;
use skh_core::text::normalise;

/// One figure, or `None` where the truth has nothing to compare.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Score {
    /// Number, date, deadline, signatory, recipients.
    pub metadata: Option<f64>,
    /// Number and date of each căn cứ (F1).
    pub legal_bases: Option<f64>,
    /// Điều.
    pub articles: Option<f64>,
    /// Numbered tasks of a letter.
    pub priority_tasks: Option<f64>,
    /// Path and first words of each node (F1).
    pub outline: Option<f64>,
    /// Cells of the task table.
    pub tasks: Option<f64>,
    /// Share of the faults in the paper that a finding speaks of.
    pub doubts: Option<f64>,
}

impl Score {
    /// Names and figures, in the order of a table's columns.
    pub fn figures(&self) -> [(&'static str, Option<f64>); 7] {
        [
            ("metadata", self.metadata),
            ("căn cứ", self.legal_bases),
            ("articles", self.articles),
            ("priority", self.priority_tasks),
            ("outline", self.outline),
            ("cells", self.tasks),
            ("doubts", self.doubts),
        ]
    }

    /// Scores a reading.
    pub fn of(truth: &Value, read: &Value) -> Self {
        Self {
            metadata: metadata(truth, read),
            legal_bases: legal_bases(truth, read),
            articles: articles(truth, read),
            priority_tasks: priority_tasks(truth, read),
            outline: outline(truth, read),
            tasks: tasks(truth, read),
            doubts: doubts(truth, read),
        }
    }
}

/// Text in the form that is compared: lower case, one kind of dash and quote, no space around signs.
fn norm(value: &Value) -> String {
    let text = match value {
        Value::Null => return String::new(),
        Value::Array(items) => items.iter().map(norm).collect::<Vec<_>>().join(" "),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let text = normalise(&text).replace('–', "-").replace(['“', '”'], "\"").replace('…', "...").to_lowercase();
    let mut out = String::new();
    let mut after_sign = true;
    for letter in text.chars() {
        let sign = matches!(letter, '-' | '/' | ',' | ';' | ':' | '.');
        if sign && out.ends_with(' ') {
            out.pop();
        }
        if letter.is_whitespace() && (after_sign || out.ends_with(' ')) {
            continue;
        }
        out.push(if letter.is_whitespace() { ' ' } else { letter });
        after_sign = sign;
    }
    out.trim_matches([' ', ';', '.', ',', ':', '-', '*']).to_owned()
}

fn same(a: &Value, b: &Value, at: f64) -> f64 {
    let (a, b) = (norm(a), norm(b));
    let alike = a == b || !a.is_empty() && !b.is_empty() && ratio(&a, &b) >= at;
    f64::from(u8::from(alike))
}

/// Twice the letters in matching blocks over all letters (Ratcliff and Obershelp).
pub fn ratio(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let total = a.len() + b.len();
    if total == 0 { 1.0 } else { 2.0 * share(matching(&a, &b)) / share(total) }
}

fn share(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}

/// Letters in the longest common block and, again, in what is left and right of it.
fn matching(a: &[char], b: &[char]) -> usize {
    let (mut best, mut best_a, mut best_b) = (0, 0, 0);
    let mut lengths = vec![0; b.len() + 1];
    for (i, letter) in a.iter().enumerate() {
        let mut diagonal = 0;
        for (j, other) in b.iter().enumerate() {
            let above = lengths[j + 1];
            lengths[j + 1] = if letter == other { diagonal + 1 } else { 0 };
            diagonal = above;
            if lengths[j + 1] > best {
                best = lengths[j + 1];
                (best_a, best_b) = (i + 1 - best, j + 1 - best);
            }
        }
    }
    if best == 0 {
        return 0;
    }
    best + matching(&a[..best_a], &b[..best_b]) + matching(&a[best_a + best..], &b[best_b + best..])
}

fn f1<T: PartialEq>(truth: &[T], got: &[T]) -> f64 {
    let mut left: Vec<&T> = got.iter().collect();
    let hits = truth.iter().filter(|t| left.iter().position(|g| g == t).map(|at| left.swap_remove(at)).is_some()).count();
    let total = truth.len() + got.len();
    if total == 0 { 1.0 } else { 2.0 * share(hits) / share(total) }
}

fn mean(figures: &[f64]) -> Option<f64> {
    (!figures.is_empty()).then(|| figures.iter().sum::<f64>() / share(figures.len()))
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn said(value: &Value) -> bool {
    !matches!(value, Value::Null) && value != "" && value.as_array().is_none_or(|a| !a.is_empty())
}

fn metadata(truth: &Value, read: &Value) -> Option<f64> {
    let document = &truth["document"];
    let mut figures = Vec::new();
    for (key, want) in [("number", &document["number_symbol"]), ("date", &document["date"])] {
        if said(want) {
            figures.push(f64::from(u8::from(norm(&read[key]) == norm(want))));
        }
    }
    let deadline = &document["deadline"];
    let deadline = deadline.get("date").unwrap_or(deadline);
    if said(deadline) {
        figures.push(f64::from(u8::from(&read["deadline"] == deadline)));
    }
    let first = |key: &str| if said(&truth[key]) { &truth[key] } else { &document[key] };
    let name = &first("signatory")["name"];
    if said(name) {
        figures.push(same(&read["signatory"]["name"], name, 0.985));
    }
    let recipients = first("recipients");
    if said(recipients) {
        let normed = |list: &Value| items(list).iter().map(norm).collect::<Vec<_>>();
        figures.push(f1(&normed(recipients), &normed(&read["recipients"])));
    }
    mean(&figures)
}

fn legal_bases(truth: &Value, read: &Value) -> Option<f64> {
    let lists = [&truth["can_cu"], &truth["can_cu_plan"], &truth["framework"]["legal_bases"]];
    let pair = |basis: &Value| (norm(&basis["number"]), basis["date"].clone());
    let want: Vec<_> = lists.into_iter().flat_map(items).map(pair).filter(|(number, _)| !number.is_empty()).collect();
    let got: Vec<_> = items(&read["legal_bases"]).iter().filter(|basis| said(&basis["number"])).map(pair).collect();
    (!want.is_empty()).then(|| f1(&want, &got))
}

fn articles(truth: &Value, read: &Value) -> Option<f64> {
    let got = by(items(&read["articles"]), |a| norm(&a["no"]));
    let one = |article: &Value| {
        let clause = |c: &Value| if c.is_string() { c.clone() } else { c["text"].clone() };
        let mut text = items(&article["text"]).to_vec();
        text.extend(items(&article["clauses"]).iter().map(clause));
        same(got.get(&norm(&article["no"])).map_or(&Value::Null, |a| &a["text"]), &Value::Array(text), 0.95)
    };
    mean(&items(&truth["articles"]).iter().map(one).collect::<Vec<_>>())
}

fn priority_tasks(truth: &Value, read: &Value) -> Option<f64> {
    let got = by(items(&read["priority_tasks"]), |t| norm(&t["no"]));
    let one = |task: &Value| same(got.get(&norm(&task["no"])).map_or(&Value::Null, |t| &t["text"]), &task["text"], 0.985);
    mean(&items(&truth["priority_tasks"]).iter().map(one).collect::<Vec<_>>())
}

fn by<K: Eq + Hash>(list: &[Value], key: impl Fn(&Value) -> K) -> HashMap<K, &Value> {
    list.iter().map(|item| (key(item), item)).collect()
}

/// Path and first words of every node.
fn flat(nodes: &Value, path: &str, out: &mut Vec<(String, String)>) {
    for node in items(nodes) {
        let label = if said(&node["label"]) { &node["label"] } else { &node["marker"] };
        let label = norm(label).trim_end_matches(['.', ')']).to_owned();
        let label = if matches!(label.as_str(), "" | "+" | "•" | "*") { "-".to_owned() } else { label };
        let path = if path.is_empty() { label } else { format!("{path}/{label}") };
        let first = if said(&node["heading"]) { &node["heading"] } else { &node["text"][0] };
        out.push((path.clone(), norm(first).chars().take(50).collect()));
        flat(&node["children"], &path, out);
    }
}

/// Against `outline` or, where a paper can be read in two ways, against `outline_or`: the better of the two.
fn outline(truth: &Value, read: &Value) -> Option<f64> {
    let outline = if said(&truth["outline"]) { &truth["outline"] } else { &truth["framework"]["outline"] };
    let ways = [outline, &truth["outline_or"]];
    ways.into_iter().filter(|way| said(way)).map(|way| nodes(way, &read["outline"])).reduce(f64::max)
}

fn nodes(truth: &Value, read: &Value) -> f64 {
    let (mut want, mut got) = (Vec::new(), Vec::new());
    flat(truth, "", &mut want);
    flat(read, "", &mut got);
    let total = want.len() + got.len();
    let mut left: HashMap<String, Vec<String>> = HashMap::new();
    for (path, words) in got {
        left.entry(path).or_default().push(words);
    }
    let mut hit = |(path, words): &&(String, String)| {
        let Some(candidates) = left.get_mut(path) else { return false };
        // the best, the first of equals
        let rated = candidates.iter().map(|c| ratio(c, words)).enumerate();
        let best = rated.reduce(|a, b| if b.1 > a.1 { b } else { a });
        let Some((at, rate)) = best else { return false };
        let begins = |text: &str| text.chars().take(25).collect::<String>();
        let alike = rate >= 0.85 || begins(&candidates[at]) == begins(words);
        if alike {
            candidates.remove(at);
        }
        alike
    };
    let hits = want.iter().filter(|pair| hit(pair)).count();
    2.0 * share(hits) / share(total)
}

/// The mean over the papers' tables: `tables`, or the one `table`.
fn tasks(truth: &Value, read: &Value) -> Option<f64> {
    let tables = if said(&truth["tables"]) { items(&truth["tables"]) } else { std::slice::from_ref(&truth["table"]) };
    mean(&tables.iter().filter_map(|table| task_table(table, read)).collect::<Vec<_>>())
}

/// The best of the tables that were read.
fn task_table(truth: &Value, read: &Value) -> Option<f64> {
    let want = items(&truth["tasks"]);
    if want.is_empty() {
        return None;
    }
    let fields: Vec<&str> = items(&truth["column_fields"]).iter().filter_map(Value::as_str).filter(|f| *f != "no").collect();
    let id = |task: &Value| (norm(&task["group"]), norm(&task["no"]));
    let table = |table: &Value| {
        let read = items(&table["tasks"]);
        // tasks that share a number are compared in their order
        let mut got: HashMap<_, VecDeque<&Value>> = HashMap::new();
        for task in read {
            got.entry(id(task)).or_default().push_back(task);
        }
        let row = |task: &Value| -> f64 {
            let found = got.get_mut(&id(task)).and_then(VecDeque::pop_front).unwrap_or(&Value::Null);
            fields.iter().map(|field| same(&found[*field], &task[*field], 0.985)).sum()
        };
        let extra = read.len().saturating_sub(want.len());
        want.iter().map(row).sum::<f64>() / share((want.len() + extra) * fields.len())
    };
    Some(items(&read["task_tables"]).iter().map(table).fold(0.0, f64::max))
}

/// A doubt is a list of words that the message of one finding holds.
fn doubts(truth: &Value, read: &Value) -> Option<f64> {
    let messages: Vec<String> = items(&read["findings"]).iter().map(|finding| norm(&finding["message"])).collect();
    let told = |doubt: &Value| {
        let words: Vec<String> = items(doubt).iter().map(norm).collect();
        f64::from(u8::from(messages.iter().any(|message| words.iter().all(|word| message.contains(word)))))
    };
    mean(&items(&truth["doubts"]).iter().map(told).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn likeness_is_that_of_matching_blocks() {
        for (a, b, want) in
            [("abcd", "bcde", 0.75), ("kế hoạch", "kế hoạch", 1.0), ("ab", "cd", 0.0), ("abxcd", "abcd", 8.0 / 9.0)]
        {
            assert!((ratio(a, b) - want).abs() < 1e-9, "{a} {b} {}", ratio(a, b));
        }
    }

    #[test]
    fn what_is_wrong_costs_and_what_only_looks_different_does_not() {
        let truth = json!({
            "document": {"number_symbol": "1/QĐ-B", "date": "2025-01-02", "recipients": ["Như trên;", "Lưu: VT."]},
            "can_cu": [{"number": "2/QĐ-TTg", "date": "2024-01-02"}, {"number": null, "date": null}],
            "outline": [{"marker": "I.", "heading": "MỤC TIÊU", "text": [], "children": [{"marker": "-", "heading": null, "text": ["một – hai;"]}]}],
            "table": {"column_fields": ["no", "name", "lead"], "tasks": [{"group": "I", "no": 1, "name": "Việc", "lead": null}]},
        });
        let read = json!({
            "number": "1/QĐ-B", "date": "2025-01-03", "recipients": ["Như trên", "Lưu: VT"],
            "legal_bases": [{"number": "2/QĐ-TTg", "date": "2024-01-02"}, {"number": "3/QĐ-TTg", "date": null}],
            "outline": [{"label": "I", "heading": "Mục tiêu", "children": [{"label": "-", "text": ["một - hai"]}]}],
            "task_tables": [{"tasks": [{"group": "I", "no": 1, "name": "Việc", "lead": "Cục"}]}],
        });
        let score = Score::of(&truth, &read);
        let close = |got: Option<f64>, want: f64| got.is_some_and(|g| (g - want).abs() < 1e-9);
        assert!(close(score.metadata, 2.0 / 3.0) && close(score.legal_bases, 2.0 / 3.0), "{score:?}");
        assert!(close(score.outline, 1.0) && close(score.tasks, 0.5), "{score:?}");
        assert_eq!((score.articles, score.priority_tasks, score.doubts), (None, None, None));
    }

    #[test]
    fn a_paper_may_be_read_in_two_ways_have_many_tables_and_faults_to_tell() {
        let truth = json!({
            "outline": [{"label": "I.", "heading": "MỤC TIÊU", "children": []}],
            "outline_or": [{"label": "PHỤ LỤC", "heading": "KHUNG", "children": [{"label": "I.", "heading": "MỤC TIÊU", "children": []}]}],
            "tables": [
                {"column_fields": ["no", "name"], "tasks": [{"group": null, "no": 1, "name": "Việc"}]},
                {"column_fields": ["no", "name"], "tasks": [{"group": null, "no": 1, "name": "Bước"}]},
            ],
            "doubts": [["mục 4", "hai"], ["thiếu"]],
        });
        let read = json!({
            "outline": [{"label": "Phụ lục", "heading": "Khung", "children": [{"label": "I", "heading": "Mục tiêu"}]}],
            "task_tables": [{"tasks": [{"no": 1, "name": "Bước"}]}],
            "findings": [{"message": "Có hai mục 4"}, {"message": "Hai đơn vị"}],
        });
        let score = Score::of(&truth, &read);
        assert_eq!((score.outline, score.tasks, score.doubts), (Some(1.0), Some(0.5), Some(0.5)));
    }
}
