//! Rows of a table of tasks: groups, tasks, totals, and what a page break left of a row.

use super::header::{Header, counts_columns};
use crate::plan::Finding;
use crate::reading::meaning::{ReadTask, TableGroup, TaskTable};
use crate::reading::source::{Cell, Table};
use crate::reading::wrap;
use crate::text::{fold, from_roman, squeeze};

/// A table being put together.
pub(super) struct Open {
    pub header: Header,
    table: TaskTable,
    findings: Vec<Finding>,
    /// The next row stands at the top of a page: without a number it goes on with the last one.
    turned: bool,
    last: Last,
    /// Label of the lettered group that is open ("A"), for the Roman groups in it.
    letter: Option<String>,
    /// STT of the last task, to see jumps.
    number: Option<u32>,
    /// What stands in each column, or last stood above a cell merged downwards.
    standing: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Group,
    Task,
}

/// A row's texts by column.
struct Texts {
    no: String,
    name: String,
    /// Field, text; all columns but the number's, in the table's order.
    cells: Vec<(String, String)>,
    bold: bool,
    /// One merged cell from the first columns to the last.
    merged: bool,
    numbered_above: bool,
    at: String,
}

impl Texts {
    fn of(row: &[Cell], header: &Header) -> Self {
        let text = |column: usize| {
            let cell = row.get(column).filter(|cell| !cell.covered || !cell.text.trim().is_empty());
            cell.map(|cell| cell.text.trim().to_owned()).unwrap_or_default()
        };
        let no = header.column("no");
        let name = header.column("name").unwrap_or(0);
        let columns = header.fields.len();
        let mut cells: Vec<(String, String)> = (0..columns)
            .filter(|column| Some(*column) != no)
            .map(|column| (header.fields[column].clone(), text(column)))
            .collect();
        // a row longer than its header: nothing of it is lost
        let extra: Vec<String> = (columns..row.len()).map(text).filter(|t| !t.is_empty()).collect();
        if let Some(last) = cells.last_mut().filter(|_| !extra.is_empty()) {
            last.1 = [std::slice::from_ref(&last.1), &extra].concat().join("\n").trim().to_owned();
        }
        let filled = |cell: &&Cell| !cell.text.trim().is_empty();
        let span = |cell: &Cell| usize::try_from(cell.span).unwrap_or(1);
        let place = row.get(name).or_else(|| row.first()).map(|cell| cell.place.to_string());
        Self {
            no: no.map(text).unwrap_or_default().trim_end_matches(['.', ')']).trim().to_owned(),
            name: text(name),
            bold: row.iter().any(|c| filled(&c)) && row.iter().filter(filled).all(|cell| cell.bold),
            merged: row.first().is_some_and(|cell| columns > 2 && span(cell) + 1 >= columns && filled(&cell)),
            numbered_above: no.and_then(|no| row.get(no)).is_some_and(|cell| cell.covered)
                && row.get(name).is_some_and(|cell| cell.covered || cell.text.trim().is_empty()),
            cells,
            at: place.unwrap_or_default(),
        }
    }

    fn is_empty(&self) -> bool {
        self.no.is_empty() && self.cells.iter().all(|(_, text)| text.is_empty())
    }

    /// Nothing but the name is filled (money and notes may be: groups have sums).
    fn only_name(&self) -> bool {
        let aside = |field: &str| matches!(field, "name" | "budget" | "note");
        self.cells.iter().all(|(field, text)| text.is_empty() || aside(field))
    }

    /// The row's text if it is a note below the table: "* Chưa gồm …", "Ghi chú: …", without a number and alone.
    fn note(&self) -> Option<&str> {
        let text = self.lone().filter(|_| self.no.is_empty())?;
        (text.starts_with('*') || fold(text).starts_with("ghi chu:")).then_some(text)
    }

    /// The one text of the row besides its number, money and notes, in whichever column it stands.
    fn lone(&self) -> Option<&str> {
        let aside = |field: &str| matches!(field, "budget" | "note");
        let amount = |text: &str| text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
        let mut texts = self.cells.iter().filter(|(field, text)| !aside(field) && !amount(text));
        let first = texts.next().map(|(_, text)| text.as_str());
        first.filter(|_| texts.next().is_none())
    }

    fn is_total(&self) -> bool {
        let first = std::iter::once(&self.no).chain(self.cells.iter().map(|(_, text)| text)).find(|t| !t.is_empty());
        let folded = first.map(|text| fold(text)).unwrap_or_default();
        let folded = folded.trim_end_matches([':', '.', ' ']);
        let counted = ["tong", "tong so", "tong cong", "cong"]
            .iter()
            .any(|sum| folded.strip_prefix(sum).is_some_and(|rest| rest.trim_start().starts_with([':', '('])));
        // "Cộng: 04 hoạt động lớn, 12 hoạt động nhỏ, …": alone in its row, or where a number stands
        let told = counted && (self.merged || !self.no.is_empty() || self.lone().is_some());
        (told || folded.chars().count() <= 40)
            && (matches!(folded, "cong" | "tong" | "tong cong" | "tong so")
                || counted
                || folded.starts_with("tong cong ")
                || folded.starts_with("tong cong:")
                || folded.starts_with("tong kinh phi")
                || folded.starts_with("tong so kinh phi")
                || ["cong nhom", "cong muc", "cong phan", "tong nhom", "tong muc chi"].iter().any(|sum| folded.starts_with(sum)))
    }
}

impl Open {
    pub fn new(header: Header, title: Option<String>) -> Self {
        let (columns, fields) = (header.columns.clone(), header.fields.clone());
        let table = TaskTable { title, columns, fields, ..TaskTable::default() };
        Self {
            header,
            table,
            findings: Vec::new(),
            turned: false,
            last: Last::Nothing,
            letter: None,
            number: None,
            standing: Vec::new(),
        }
    }

    /// A table that follows at once goes on with this one: same header, or none and as many columns.
    pub fn takes(&self, table: &Table) -> bool {
        match Header::at(&table.rows) {
            Some(header) => header.is_same(&self.header),
            None => table.rows.iter().all(|row| row.len() == self.header.fields.len()),
        }
    }

    pub fn page_turned(&mut self) {
        self.turned = true;
    }

    /// The table without its columns that have neither a name nor anything below it.
    pub fn finish(mut self) -> (TaskTable, Vec<Finding>) {
        let table = &mut self.table;
        for column in (0..table.columns.len()).rev().filter(|column| self.header.columns[*column].is_empty()) {
            let field = &self.header.fields[column];
            if table.tasks.iter().all(|task| task.cell(field).is_empty()) && Some(column) != self.header.column("no") {
                table.tasks.iter_mut().for_each(|task| task.cells.retain(|(name, _)| name != field));
                table.columns.remove(column);
                table.fields.remove(column);
            }
        }
        (self.table, self.findings)
    }

    /// Takes a row in; `next` is the row below it.
    pub fn row(&mut self, row: &[Cell], next: Option<&[Cell]>) {
        let mut texts = Texts::of(row, &self.header);
        self.fill_merged(row, &mut texts);
        if texts.is_empty() || (self.table.tasks.is_empty() && self.table.groups.is_empty() && counts_columns(row)) {
            return;
        }
        let turned = std::mem::take(&mut self.turned);
        if texts.is_total() && texts.no.parse::<u32>().is_err() {
            self.last = Last::Nothing;
            return;
        }
        if turned && self.goes_on(&texts) {
            return;
        }
        if let Some(note) = texts.note() {
            let message = format!("Hàng “{note}” là chú thích dưới bảng, không tính là nhiệm vụ.");
            self.findings.push(Finding::info(texts.at.clone(), message, "Đối chiếu với bảng gốc nếu hàng này là một nhiệm vụ."));
            return;
        }
        let next_no = next.map(|row| Texts::of(row, &self.header).no).unwrap_or_default();
        if let Some((label, title)) = self.group_of(&texts, &next_no) {
            self.open_group(&label, title, texts.at);
        } else if !self.belongs_above(&texts) {
            self.task(texts);
        }
    }

    /// A cell merged downwards holds for each task beside it; money does not, it would count twice.
    fn fill_merged(&mut self, row: &[Cell], texts: &mut Texts) {
        let numbered = self.header.column("no").is_some();
        self.standing.resize(row.len().max(self.standing.len()), String::new());
        for (column, cell) in row.iter().enumerate() {
            if !cell.covered || !cell.text.trim().is_empty() {
                cell.text.trim().clone_into(&mut self.standing[column]);
                continue;
            }
            let Some(field) = self.header.fields.get(column) else { continue };
            let spanned = (0..column).any(|left| left + usize::try_from(row[left].span).unwrap_or(1) > column);
            // a row of its own has its number, or its task where tasks have none
            let own = if numbered { !texts.no.is_empty() } else { !texts.name.is_empty() };
            let holds = !spanned && own && !texts.numbered_above && field != "budget" && field != "name";
            let own = texts.cells.iter_mut().find(|(name, text)| name == field && text.is_empty());
            if let Some((_, text)) = own.filter(|_| holds) {
                text.clone_from(&self.standing[column]);
            }
        }
    }

    /// The rest of a row that a page break cut: no number of its own.
    fn goes_on(&mut self, texts: &Texts) -> bool {
        let numbered = self.header.column("no").is_some();
        let begun = !texts.no.is_empty() || (!numbered && !texts.name.starts_with(char::is_lowercase) && !texts.name.is_empty());
        if begun || (texts.bold && texts.merged) {
            return false;
        }
        match self.last {
            Last::Nothing => false,
            Last::Group if !texts.only_name() => false,
            Last::Group => {
                if let Some(group) = self.table.groups.last_mut() {
                    group.title = wrap::joined(&group.title, &squeeze(&texts.name));
                }
                true
            }
            // a group without a number at the top of a page is a new one
            Last::Task if texts.bold && texts.only_name() => false,
            Last::Task => {
                self.join(texts, |above, below| {
                    let listed = wrap::is_item(below) && wrap::is_item(above);
                    if listed { format!("{above}\n{below}") } else { wrap::joined(above, below) }
                });
                let name = self.table.tasks.last().map(named).unwrap_or_default();
                self.findings.push(Finding::info(
                    texts.at.clone(),
                    format!("Nhiệm vụ{name} bị ngắt qua trang, đã được nối lại."),
                    "Đối chiếu nhiệm vụ này với bản gốc nếu thấy câu chưa liền mạch.",
                ));
                true
            }
        }
    }

    fn join(&mut self, texts: &Texts, with: impl Fn(&str, &str) -> String) {
        let Some(task) = self.table.tasks.last_mut() else { return };
        for ((_, above), (_, below)) in task.cells.iter_mut().zip(&texts.cells) {
            if above.is_empty() {
                above.clone_from(below);
            } else if !below.is_empty() {
                *above = with(above, below);
            }
        }
    }

    /// A row whose number and name stand in the row above (merged cells), or an item of its list.
    fn belongs_above(&mut self, texts: &Texts) -> bool {
        let more = texts.name.is_empty() || texts.numbered_above;
        let numbered = self.header.column("no").is_some();
        let item = texts.only_name() && wrap::is_item(&texts.name) && numbered;
        // a task of its own says who leads it; what does not, in a table where the task above does, is its second line
        let led = |cells: &[(String, String)]| cells.iter().any(|(field, text)| field == "lead" && !text.is_empty());
        let above = self.table.tasks.last().is_some_and(|task| led(&task.cells));
        let goes_on = texts.name.starts_with(|c: char| c == '(' || c.is_lowercase());
        let second = numbered && above && !led(&texts.cells) && (goes_on || !texts.only_name());
        if self.last != Last::Task || !texts.no.is_empty() || !(more || item || second) {
            return false;
        }
        self.join(texts, |above, below| format!("{above}\n{below}"));
        true
    }

    /// Label and title, if the row opens a group.
    fn group_of(&self, texts: &Texts, next_no: &str) -> Option<(String, String)> {
        if texts.merged {
            let text = if texts.no.is_empty() { &texts.name } else { &texts.no };
            let text = if text.is_empty() { &texts.cells.iter().find(|(_, t)| !t.is_empty())?.1 } else { text };
            return Some(split_label(&squeeze(text)));
        }
        let name = squeeze(&texts.name);
        if let Some(title) = texts.lone().filter(|_| is_group_label(&texts.no)) {
            return Some((texts.no.clone(), squeeze(title)));
        }
        if !texts.only_name() || name.is_empty() {
            return None;
        }
        // "a Thể chế" above "1", "2": a group within the group
        let next = next_no.trim_end_matches(['.', ')']);
        if is_small_letter(&texts.no) && next == "1" {
            return Some((texts.no.clone(), name));
        }
        // "1 Hạ tầng" above "1.1", "1.2": the numbers are the groups'
        let heads = next_no.strip_prefix(texts.no.as_str()).is_some_and(|rest| rest.starts_with('.')) || next == "a";
        if !texts.no.is_empty() {
            return heads.then(|| (texts.no.clone(), name));
        }
        texts.bold.then(|| split_label(&name))
    }

    fn open_group(&mut self, label: &str, title: String, at: String) {
        let lettered = label.chars().count() == 1 && !is_small_letter(label) && !is_roman(label, self.letter.as_deref());
        let label = if lettered {
            self.letter = Some(label.to_owned());
            label.to_owned()
        } else {
            let roman = || {
                self.table
                    .groups
                    .iter()
                    .rev()
                    .map(|g| &g.label)
                    .find(|l| l.split('.').next_back().is_some_and(|l| from_roman(l).is_some()))
            };
            let above =
                if is_small_letter(label) { roman() } else { self.letter.as_ref().filter(|_| from_roman(label).is_some()) };
            match above {
                Some(letter) => format!("{letter}.{label}"),
                None => label.to_owned(),
            }
        };
        self.table.groups.push(TableGroup { label, title, at });
        self.last = Last::Group;
    }

    fn task(&mut self, texts: Texts) {
        let group = self.table.groups.last().map(|group| group.label.clone());
        self.look_at_number(&texts);
        let no = Some(texts.no).filter(|no| !no.is_empty());
        self.table.tasks.push(ReadTask { group, no, cells: texts.cells, at: texts.at });
        self.last = Last::Task;
    }

    fn look_at_number(&mut self, texts: &Texts) {
        let number: Option<u32> = texts.no.parse().ok();
        let first = self.last != Last::Task;
        if let Some(number) = number {
            let expected = self.number.map_or(1, |last| last.saturating_add(1));
            if number != expected && !(first && number == 1) {
                self.findings.push(Finding::warning(
                    texts.at.clone(),
                    format!("Số thứ tự không liên tục: đến {expected} nhưng trong bảng ghi {number}."),
                    "Kiểm tra bảng gốc xem có thiếu hoặc trùng nhiệm vụ.",
                ));
            }
            self.number = Some(number);
        } else if texts.no.is_empty() && self.header.column("no").is_some() {
            self.findings.push(Finding::warning(
                texts.at.clone(),
                "Hàng không có số thứ tự, được đọc như một nhiệm vụ riêng.",
                "Kiểm tra bảng gốc xem hàng này là nhiệm vụ riêng hay là phần tiếp của nhiệm vụ phía trên.",
            ));
        }
    }
}

/// " II.9", " 9"; empty for a task without a number.
fn named(task: &ReadTask) -> String {
    let Some(no) = &task.no else { return String::new() };
    match task.group.as_ref().filter(|group| group.chars().count() <= 8) {
        Some(group) => format!(" {group}.{no}"),
        None => format!(" {no}"),
    }
}

/// "I", "IV", "A", "B": what numbers groups, not tasks.
fn is_group_label(text: &str) -> bool {
    let mut letters = text.chars();
    let single = matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_uppercase());
    single || from_roman(text).is_some()
}

/// "a", "b": a point's letter.
fn is_small_letter(text: &str) -> bool {
    let mut letters = text.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_lowercase())
}

/// A lone I, V or X counts in Roman; C, D, L and M count groups by letters, and so does an I after H.
fn is_roman(label: &str, letter: Option<&str>) -> bool {
    matches!(label, "I" | "V" | "X") && !(label == "I" && letter == Some("H"))
}

/// "III. Hạ tầng số" → label and title; a title without a label is its own label, so that groups stay apart.
fn split_label(text: &str) -> (String, String) {
    if let Some((label, title)) = text.split_once(['.', ')', ' ', ':']) {
        let title = title.trim_start_matches(['.', ')', ':', ' ']);
        let marked = text[label.len()..].starts_with(['.', ')', ':']) || label.chars().count() > 1;
        if is_group_label(label) && marked && !title.is_empty() {
            return (label.to_owned(), title.to_owned());
        }
    }
    worded_label(text).unwrap_or_else(|| (text.to_owned(), text.to_owned()))
}

/// "Nhóm nhiệm vụ 1: Thể chế", "Trụ cột II. Hạ tầng": a few words and a number, a sign, and the title.
fn worded_label(text: &str) -> Option<(String, String)> {
    let (label, title) = text.split_once([':', '.'])?;
    let (words, number) = label.rsplit_once(' ')?;
    let counts = number.len() <= 2 && number.bytes().all(|b| b.is_ascii_digit()) || from_roman(number).is_some();
    let short = words.split(' ').count() <= 4 && words.chars().all(|c| c.is_alphabetic() || c == ' ');
    let title = title.trim();
    (counts && short && words.starts_with(char::is_uppercase) && !title.is_empty()).then(|| (label.to_owned(), title.to_owned()))
}
