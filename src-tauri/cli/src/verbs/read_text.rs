//! `skh read --text`: the whole paper as it was understood, indented, for people to set beside the original.

use chrono::NaiveDate;
use skh_core::plan::Citation;
use skh_core::reading::{DocumentKind, LegalBasisRead, OutlineNode, ReadTask, Reading, TaskTable};

use crate::listing;

/// Columns of a line, as terminals are wide.
const WIDTH: usize = 100;

/// The paper, doubts first.
pub fn text(reading: &Reading) -> String {
    let mut page = Page::default();
    page.head(reading);
    if !reading.findings.is_empty() {
        page.title("Lưu ý khi đọc");
        page.out.push_str(&listing::findings(&reading.findings));
    }
    if !reading.legal_bases.is_empty() {
        page.title("Căn cứ");
        for basis in &reading.legal_bases {
            page.line(1, "- ", &basis_text(basis));
        }
    }
    page.body(reading);
    for table in &reading.task_tables {
        page.table(table);
    }
    page.closing(reading);
    page.out
}

/// What is printed so far.
#[derive(Default)]
struct Page {
    out: String,
}

impl Page {
    fn title(&mut self, title: &str) {
        self.out.push_str(&format!("\n{}\n", title.to_uppercase()));
    }

    /// A paragraph behind its label, wrapped; its lines hang below the label.
    fn line(&mut self, depth: usize, label: &str, text: &str) {
        let indent = depth * 2;
        let hang = indent + label.chars().count();
        for (index, paragraph) in text.split('\n').enumerate() {
            let mut line = if index == 0 { format!("{}{label}", " ".repeat(indent)) } else { " ".repeat(hang) };
            let mut length = hang;
            for word in paragraph.split_whitespace() {
                let letters = word.chars().count();
                if length > hang && length + 1 + letters > WIDTH {
                    self.push(&line);
                    line = " ".repeat(hang);
                    length = hang;
                }
                if length > hang {
                    line.push(' ');
                    length += 1;
                }
                line.push_str(word);
                length += letters;
            }
            self.push(&line);
        }
    }

    fn push(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(0, &format!("{name}: "), value);
        }
    }

    fn head(&mut self, reading: &Reading) {
        let kind = match reading.kind {
            DocumentKind::OfficialLetter => "Công văn",
            DocumentKind::Decision => "Quyết định",
            DocumentKind::Plan => "Kế hoạch",
        };
        self.field("Loại văn bản", kind);
        self.field("Cơ quan ban hành", &reading.issuer.join(" – "));
        self.field("Số, ký hiệu", reading.number.as_deref().unwrap_or("(không thấy)"));
        self.field("Nơi ban hành", reading.place.as_deref().unwrap_or_default());
        self.field("Ngày", &reading.date.map_or_else(|| "(không thấy)".to_owned(), day));
        self.field("Trích yếu", reading.title.subject.as_deref().unwrap_or_default());
        self.field("Kính gửi", &reading.addressees.join("; "));
        self.field("Hạn gửi", &reading.deadline.map(day).unwrap_or_default());
        if let Some(attachment) = &reading.attachment {
            let parts = [&attachment.kind, &attachment.subject, &attachment.issued_with];
            let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
            self.field("Kèm theo", &parts.join(" "));
        }
    }

    fn body(&mut self, reading: &Reading) {
        if !reading.articles.is_empty() {
            self.title("Các điều");
            for article in &reading.articles {
                self.line(1, &format!("Điều {}. ", article.no), &article.text.join("\n"));
            }
        }
        if !reading.priority_tasks.is_empty() {
            self.title("Nhiệm vụ trọng tâm của công văn");
            for task in &reading.priority_tasks {
                self.line(1, &format!("{}. ", task.no), &task.text);
            }
        }
        if !reading.outline.is_empty() {
            self.title("Đề mục và nội dung");
            self.outline(&reading.outline, 1);
        }
    }

    fn outline(&mut self, nodes: &[OutlineNode], depth: usize) {
        for node in nodes {
            let label = format!("{}  ", node.label);
            let mut text = node.text.iter();
            let first = node.heading.as_ref().or_else(|| text.next());
            self.line(depth, &label, first.map_or("", String::as_str));
            for paragraph in text {
                self.line(depth + 1, "", paragraph);
            }
            self.outline(&node.children, depth + 1);
        }
    }

    fn table(&mut self, table: &TaskTable) {
        let count = table.tasks.len();
        let title = table.title.as_deref().unwrap_or("không có tên");
        self.title("Bảng nhiệm vụ");
        self.line(1, "", &format!("{title} ({count} nhiệm vụ)"));
        let mut group: Option<&str> = None;
        for task in &table.tasks {
            if task.group.as_deref() != group {
                group = task.group.as_deref();
                if let Some(found) = table.groups.iter().find(|g| Some(g.label.as_str()) == group) {
                    let own = found.label != found.title;
                    self.line(1, &if own { format!("{}  ", found.label) } else { String::new() }, &found.title);
                }
            }
            self.task(table, task);
        }
    }

    fn task(&mut self, table: &TaskTable, task: &ReadTask) {
        let label = task.no.as_ref().map_or_else(|| "–  ".to_owned(), |no| format!("{no}.  "));
        let place = if task.at.is_empty() { String::new() } else { format!("  [{}]", task.at) };
        self.line(2, &label, &format!("{}{place}", task.cell("name")));
        for (field, text) in task.cells.iter().filter(|(field, text)| field != "name" && !text.is_empty()) {
            let column = table.fields.iter().position(|f| f == field).and_then(|at| table.columns.get(at));
            self.line(4, &format!("{}: ", column.unwrap_or(field)), text);
        }
    }

    fn closing(&mut self, reading: &Reading) {
        if let Some(signatory) = &reading.signatory {
            self.title("Người ký");
            self.line(1, "", &signatory.authority.join("\n"));
            self.line(1, "", signatory.name.as_deref().unwrap_or("(không thấy họ tên)"));
        }
        if !reading.recipients.is_empty() {
            self.title("Nơi nhận");
            for recipient in &reading.recipients {
                self.line(1, "- ", recipient);
            }
        }
        if !reading.notes.is_empty() {
            self.title("Chú thích");
            for note in &reading.notes {
                self.line(1, "- ", &format!("{} [{}]", note.text, note.at));
            }
        }
    }
}

/// "Nghị định số 35/2025/NĐ-CP ngày 25/02/2025 của Chính phủ: quy định …".
fn basis_text(basis: &LegalBasisRead) -> String {
    let Citation { kind, number, date, issuer, subject } = &basis.citation;
    let mut text = kind.clone().unwrap_or_else(|| "Văn bản".to_owned());
    let mut add = |before: &str, value: Option<String>| {
        if let Some(value) = value.filter(|v| !v.is_empty()) {
            text.push_str(before);
            text.push_str(&value);
        }
    };
    add(" số ", number.clone());
    add(" ngày ", date.map(day));
    add(" của ", issuer.clone());
    add(": ", subject.clone());
    text
}

fn day(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}
