//! Two states of a plan side by side: by section, by task, and within them word by word.

use std::collections::BTreeMap;

use serde::Serialize;
use similar::{Algorithm, DiffTag, capture_diff_slices};

use super::delta::{Spot, section_name, task_name};
use super::{Plan, Section, SectionId, Status, Task, TaskKind};

/// Words that are compared one by one at most; a longer stretch without a line in common is shown as taken out and put in
/// whole, because comparing takes time that grows with the square of what differs.
const MOST_WORDS: usize = 6_000;

/// What became of a stretch of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Kept {
    /// In both.
    Same,
    /// Only before.
    Removed,
    /// Only after.
    Added,
}

/// A stretch of text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Piece {
    /// What became of it.
    pub kept: Kept,
    /// Its words; a line feed ends a paragraph.
    pub text: String,
}

/// One thing told of what differs: "Nội dung", "Thời gian", and its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Told {
    /// What it is.
    pub name: String,
    /// Its words.
    pub words: Vec<Piece>,
}

/// A section, task or other part that differs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Difference {
    /// What became of it as a whole.
    pub kept: Kept,
    /// Its number and name: "III.4. Dữ liệu số".
    pub title: String,
    /// Where it stands.
    pub place: Spot,
    /// What of it differs; nothing where only its place or its looks do.
    pub parts: Vec<Told>,
}

/// What differs between two states.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "bindings", derive(specta::Type))]
pub struct Comparison {
    /// Sections in the order of the plan; those taken out come first.
    pub sections: Vec<Difference>,
    /// Tasks in the order of the annex; those taken out come first.
    pub tasks: Vec<Difference>,
    /// Subject, căn cứ, profile, way of issue.
    pub others: Vec<Difference>,
}

impl Comparison {
    /// In a few words: "sửa 3 mục, thêm 2 nhiệm vụ"; empty if nothing differs.
    pub fn summary(&self) -> String {
        let mut out = Vec::new();
        for (list, noun) in [(&self.sections, "mục"), (&self.tasks, "nhiệm vụ")] {
            for (kept, verb) in [(Kept::Same, "sửa"), (Kept::Added, "thêm"), (Kept::Removed, "xóa")] {
                let count = list.iter().filter(|one| one.kept == kept).count();
                if count > 0 {
                    out.push(format!("{verb} {count} {noun}"));
                }
            }
        }
        out.extend(self.others.iter().map(|one| format!("sửa {}", one.title.to_lowercase())));
        out.join(", ")
    }
}

/// Compares two states of a plan.
pub fn compare(before: &Plan, after: &Plan) -> Comparison {
    Comparison { sections: sections(before, after), tasks: tasks(before, after), others: others(before, after) }
}

fn sections(before: &Plan, after: &Plan) -> Vec<Difference> {
    let old: BTreeMap<SectionId, &Section> = before.walk().into_iter().map(|(_, section)| (section.id, section)).collect();
    let new: BTreeMap<SectionId, &Section> = after.walk().into_iter().map(|(_, section)| (section.id, section)).collect();
    let title = |plan: &Plan, section: &Section| {
        let name = section_name(plan, section.id).unwrap_or_default();
        if name.starts_with('“') { section.heading.clone() } else { format!("{name}. {}", section.heading) }
    };
    let whole = |plan: &Plan, section: &Section, kept: Kept| Difference {
        kept,
        title: title(plan, section),
        place: Spot::Section { id: section.id },
        parts: told("Nội dung", &only(&section.text.join("\n"), kept)).into_iter().collect(),
    };
    let gone = before.walk().into_iter().filter(|(_, section)| !new.contains_key(&section.id));
    let mut out: Vec<Difference> = gone.map(|(_, section)| whole(before, section, Kept::Removed)).collect();
    for (_, section) in after.walk() {
        let Some(was) = old.get(&section.id) else {
            out.push(whole(after, section, Kept::Added));
            continue;
        };
        if without_children(was) == without_children(section) {
            continue;
        }
        let parts = [
            told("Tên mục", &words(&was.heading, &section.heading)),
            told("Nội dung", &words(&was.text.join("\n"), &section.text.join("\n"))),
            told("Chỉ tiêu", &words(&indicators(was), &indicators(section))),
            told("Ý kiến", &words(&comments(was), &comments(section))),
            told("Tình trạng", &words(status(was.status), status(section.status))),
        ];
        out.push(Difference {
            kept: Kept::Same,
            title: title(after, section),
            place: Spot::Section { id: section.id },
            parts: parts.into_iter().flatten().collect(),
        });
    }
    out
}

fn without_children(section: &Section) -> Section {
    Section { children: Vec::new(), ..section.clone() }
}

fn indicators(section: &Section) -> String {
    let row = |row: &super::Indicator| [&*row.name, &row.unit, &row.baseline, &row.target].join("; ");
    section.indicators.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn comments(section: &Section) -> String {
    section.comments.iter().map(|comment| comment.text.as_str()).collect::<Vec<_>>().join("\n")
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Empty => "Trống",
        Status::Prefilled => "Điền sẵn",
        Status::Edited => "Đã sửa",
        Status::Done => "Xong",
    }
}

/// A task's cells with their names, as they are shown.
fn cells(task: &Task) -> [(&'static str, String); 13] {
    let kind = match task.kind {
        Some(TaskKind::New) => "Mới",
        Some(TaskKind::Continued) => "Chuyển tiếp",
        None => "",
    };
    let role = match task.role {
        super::Role::Lead => "Chủ trì",
        super::Role::Coordinating => "Phối hợp",
        super::Role::AllUnits => "Các đơn vị thuộc Bộ",
        super::Role::Own => "Đơn vị đề xuất",
    };
    [
        ("Tên nhiệm vụ", task.name.clone()),
        ("Vai trò", role.to_owned()),
        ("Đơn vị chủ trì", task.lead.clone()),
        ("Đơn vị phối hợp", task.coordinating.clone()),
        ("Thời gian", task.time.clone()),
        ("Sản phẩm", task.product.clone()),
        ("Căn cứ", task.basis.clone()),
        ("Mới hay chuyển tiếp", kind.to_owned()),
        ("Mục tiêu", task.goal.clone()),
        ("Kinh phí", task.budget.map(|money| money.to_string()).unwrap_or_default()),
        ("Nguồn vốn", task.funding.clone()),
        ("Phân công, hiệu quả", [task.assigned_member.as_str(), task.effect.as_str()].join("\n").trim().to_owned()),
        ("Ghi chú", task.note.clone()),
    ]
}

fn tasks(before: &Plan, after: &Plan) -> Vec<Difference> {
    let old: BTreeMap<_, &Task> = before.tasks.iter().map(|task| (task.id, task)).collect();
    let new: BTreeMap<_, &Task> = after.tasks.iter().map(|task| (task.id, task)).collect();
    let title = |plan: &Plan, task: &Task| {
        let number = task_name(plan, task.id).map(|number| format!("{number}. ")).unwrap_or_default();
        format!("{number}{}", task.name.replace('\n', " "))
    };
    let whole = |plan: &Plan, task: &Task, kept: Kept| Difference {
        kept,
        title: title(plan, task),
        place: Spot::Task { id: task.id },
        parts: Vec::new(),
    };
    let gone = before.tasks.iter().filter(|task| !new.contains_key(&task.id));
    let mut out: Vec<Difference> = gone.map(|task| whole(before, task, Kept::Removed)).collect();
    for task in &after.tasks {
        match old.get(&task.id) {
            None => out.push(whole(after, task, Kept::Added)),
            Some(was) if *was == task => {}
            Some(was) => {
                let pairs = cells(was).into_iter().zip(cells(task));
                let parts = pairs.filter_map(|((name, one), (_, other))| told(name, &words(&one, &other)));
                out.push(Difference { kept: Kept::Same, parts: parts.collect(), ..whole(after, task, Kept::Same) });
            }
        }
    }
    out
}

fn others(before: &Plan, after: &Plan) -> Vec<Difference> {
    let bases = |plan: &Plan| plan.legal_bases.iter().map(|basis| basis.citation.in_full()).collect::<Vec<_>>().join("\n");
    let results = |plan: &Plan| {
        let row = |row: &super::ResultRow| [&*row.name, &row.target, &row.outcome, &row.note].join("; ");
        plan.results.iter().map(row).collect::<Vec<_>>().join("\n")
    };
    let rows = [
        ("Trích yếu", Spot::Issuing, before.subject.clone(), after.subject.clone(), before.subject != after.subject),
        ("Căn cứ", Spot::LegalBasis { index: 0 }, bases(before), bases(after), before.legal_bases != after.legal_bases),
        ("Kết quả năm trước", Spot::Issuing, results(before), results(after), before.results != after.results),
        ("Thông tin đơn vị", Spot::Issuing, profile(before), profile(after), before.profile != after.profile),
        ("Cách ban hành", Spot::Issuing, String::new(), String::new(), before.issuing != after.issuing),
        ("Cột của phụ lục", Spot::Issuing, columns(before), columns(after), before.columns != after.columns),
        ("Đối chiếu", Spot::Coverage, String::new(), String::new(), before.coverage != after.coverage),
    ];
    let differing = rows.into_iter().filter(|row| row.4);
    let difference = |(title, place, one, other, _): (&str, Spot, String, String, bool)| Difference {
        kept: Kept::Same,
        title: title.to_owned(),
        place,
        parts: told(title, &words(&one, &other)).into_iter().collect(),
    };
    differing.map(difference).collect()
}

fn profile(plan: &Plan) -> String {
    let profile = &plan.profile;
    let signatory = [profile.signatory.authority.join(" "), profile.signatory.name.clone()].join(" ");
    [profile.place.clone(), profile.symbol.clone(), signatory, profile.recipients.join("\n")].join("\n")
}

fn columns(plan: &Plan) -> String {
    plan.columns.iter().map(|column| column.title.as_str()).collect::<Vec<_>>().join(", ")
}

fn told(name: &str, words: &[Piece]) -> Option<Told> {
    let differs = words.iter().any(|piece| piece.kept != Kept::Same);
    differs.then(|| Told { name: name.to_owned(), words: words.to_vec() })
}

fn only(text: &str, kept: Kept) -> Vec<Piece> {
    if text.is_empty() { Vec::new() } else { vec![Piece { kept, text: text.to_owned() }] }
}

/// Two texts word by word, first by paragraphs, then within those that differ. A Vietnamese word is one syllable here, as it
/// is written; marks of punctuation stand alone.
pub fn words(before: &str, after: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (lines(before), lines(after));
    let mut out = Vec::new();
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        let one = old[operation.old_range()].concat();
        let other = new[operation.new_range()].concat();
        match operation.tag() {
            DiffTag::Equal => push(&mut out, Kept::Same, &one),
            DiffTag::Delete => push(&mut out, Kept::Removed, &one),
            DiffTag::Insert => push(&mut out, Kept::Added, &other),
            DiffTag::Replace => within(&mut out, &one, &other),
        }
    }
    out
}

/// Lines with the line feed that ends them.
fn lines(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').collect()
}

fn within(out: &mut Vec<Piece>, before: &str, after: &str) {
    let (old, new) = (syllables(before), syllables(after));
    if old.len() + new.len() > MOST_WORDS {
        push(out, Kept::Removed, before);
        push(out, Kept::Added, after);
        return;
    }
    let (mut removed, mut added) = (String::new(), String::new());
    for operation in capture_diff_slices(Algorithm::Myers, &old, &new) {
        let one = old[operation.old_range()].concat();
        let other = new[operation.new_range()].concat();
        // A space between two words that were replaced belongs to them.
        let replaced = !removed.is_empty() || !added.is_empty();
        let between = replaced && one.trim().is_empty() && !one.contains('\n');
        if operation.tag() == DiffTag::Equal && !between {
            flush(out, &mut removed, &mut added);
            push(out, Kept::Same, &one);
        } else {
            removed.push_str(&one);
            added.push_str(&other);
        }
    }
    flush(out, &mut removed, &mut added);
}

/// Puts what was taken out before what was put in; the space that both end with was in both.
fn flush(out: &mut Vec<Piece>, removed: &mut String, added: &mut String) {
    let both = if removed.ends_with(' ') && added.ends_with(' ') { 1 } else { 0 };
    push(out, Kept::Removed, &removed[..removed.len() - both]);
    push(out, Kept::Added, &added[..added.len() - both]);
    push(out, Kept::Same, &" "[..both]);
    removed.clear();
    added.clear();
}

fn push(out: &mut Vec<Piece>, kept: Kept, text: &str) {
    match out.last_mut() {
        _ if text.is_empty() => {}
        Some(last) if last.kept == kept => last.text.push_str(text),
        _ => out.push(Piece { kept, text: text.to_owned() }),
    }
}

/// Runs of letters and digits, runs of spaces, and every other mark alone.
fn syllables(text: &str) -> Vec<&str> {
    let sort = |letter: char| match letter {
        letter if letter.is_alphanumeric() => 0,
        '\n' => 2,
        letter if letter.is_whitespace() => 1,
        _ => 2,
    };
    let mut out = Vec::new();
    let mut begin = 0;
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let end = at + letter.len_utf8();
        if letters.peek().is_none_or(|(_, next)| sort(*next) != sort(letter) || sort(letter) == 2) {
            out.push(&text[begin..end]);
            begin = end;
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::sample::plan;
    use crate::plan::{Edit, TaskId, TextRun};

    /// "[-bỏ-]{+thêm+}"
    fn marked(before: &str, after: &str) -> String {
        let mark = |piece: &Piece| match piece.kept {
            Kept::Same => piece.text.clone(),
            Kept::Removed => format!("[-{}-]", piece.text),
            Kept::Added => format!("{{+{}+}}", piece.text),
        };
        words(before, after).iter().map(mark).collect()
    }

    #[test]
    fn texts_differ_by_syllables() {
        let (before, after) = ("Mở hai lớp bồi dưỡng, trong quý III.", "Mở ba lớp bồi dưỡng; trong quý IV.");
        assert_eq!(marked(before, after), "Mở [-hai-]{+ba+} lớp bồi dưỡng[-,-]{+;+} trong quý [-III-]{+IV+}.");
        assert_eq!(marked("nâng cấp hệ thống", "xây dựng hệ thống"), "[-nâng cấp-]{+xây dựng+} hệ thống");
        assert_eq!(marked("một\nhai\nba", "một\nba"), "một\n[-hai\n-]ba");
        assert_eq!(marked("", "mới"), "{+mới+}");
    }

    #[test]
    fn sections_and_tasks_that_differ_are_named() {
        let before = plan();
        let mut after = plan();
        let text = before.section(SectionId(3)).unwrap().text.join("\n") + " Thêm.";
        after.apply(Edit::SectionText { id: SectionId(3), paragraphs: vec![vec![TextRun::plain(&text)]] }).unwrap();
        after.apply(Edit::RemoveTask { id: TaskId(1) }).unwrap();
        after.apply(Edit::Subject { subject: "Kế hoạch khác".into() }).unwrap();
        let differences = compare(&before, &after);
        assert_eq!(differences.sections.len(), 1);
        assert_eq!(differences.sections[0].parts[0].name, "Nội dung");
        assert_eq!(differences.tasks[0].kept, Kept::Removed);
        assert!(differences.summary().starts_with("sửa 1 mục, xóa 1 nhiệm vụ, sửa trích yếu"), "{}", differences.summary());
        assert_eq!(compare(&before, &before), Comparison::default());
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_off(before in "([ab] ?){0,12}(\n[abđ,. ]{0,9}){0,3}", after in "([ab] ?){0,12}(\n[abđ,. ]{0,9}){0,3}") {
            let pieces = words(&before, &after);
            let read = |gone: Kept| pieces.iter().filter(|p| p.kept != gone).map(|p| p.text.as_str()).collect::<String>();
            prop_assert_eq!(read(Kept::Added), before);
            prop_assert_eq!(read(Kept::Removed), after);
        }
    }
}
