//! Bytes of a letter, decision, plan or annex → lines and tables ([`source`]) → meaning, with findings.
//!
//! Works on bytes, never on paths. Gives a value plus findings, never all or nothing; what the paper does not say
//! is `None` or empty, never guessed. Knows the genre's rules, never a particular paper.

mod body;
pub mod citation;
mod closing;
mod doubts;
mod front;
mod marks;
mod meaning;
mod outline;
mod paragraphs;
mod parts;
mod scan;
pub mod source;
mod tables;
mod titles;
mod wrap;

use thiserror::Error;

use self::paragraphs::Paragraph;
use self::parts::Parts;

pub use meaning::{
    Article, Attachment, DocumentKind, LegalBasisRead, OutlineNode, PriorityTaskRead, ReadSignatory, ReadTask, Reading,
    TableGroup, TaskTable, Title,
};
pub use scan::{Picture, Progress, Recognise, ScanError};

/// Why a file cannot be read at all. Messages are for the planner; the caller adds which file.
#[derive(Debug, Error)]
#[error("{message}")]
pub struct ReadError {
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// The file is a scan: its letters can be recognised ([`read_scan`]).
    pub scan: bool,
}

impl ReadError {
    /// A failure and what to do about it.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self { message: message.into(), hint: hint.into(), scan: false }
    }
}

/// Reads a paper. `file_name` is used for its ending only (`.docx`, `.pdf`, `.xlsx`, `.txt`); the bytes decide.
///
/// # Errors
/// [`ReadError`] if the bytes are no such document: empty, damaged, of another format, a scan without text.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Reading, ReadError> {
    Ok(understood(source::parsed(bytes, file_name)?))
}

/// Reads a paper whose pages, or some of them, are pictures: `recognise` gives the words of each, `progress` hears of
/// every page before and after.
///
/// # Errors
/// [`ScanError::Cancelled`] if `recognise` was stopped; else as [`read`].
pub fn read_scan(
    bytes: &[u8],
    file_name: &str,
    recognise: &mut Recognise<'_>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Reading, ScanError> {
    Ok(understood(source::recognised(bytes, file_name, recognise, progress)?))
}

fn understood(parsed: source::Parsed) -> Reading {
    let source::Parsed { blocks, findings: doubtful, scans } = parsed;
    let paragraphs = paragraphs::paragraphs(&blocks);
    let (task_tables, mut findings) = tables::task_tables(&blocks);
    let mut parts = parts::parts(&paragraphs);
    let behind = paragraphs.iter().enumerate().skip(parts.outline.start);
    let outline = outline::outline(behind.filter(|(at, _)| !parts.closing.contains(at)).map(|(_, p)| p));
    findings.extend(outline.findings);

    let mut reading = front_of(&paragraphs, &parts);
    name(&mut reading, parts.attachment.take());
    // căn cứ of a plan stand between its title and its first label
    let preface = paragraphs[parts.outline.clone()].iter().take(outline.preface.len());
    reading.legal_bases.extend(body::preamble(preface));
    reading.legal_bases.extend(body::listed(&outline.nodes));
    reading.outline = outline.nodes;
    reading.task_tables = task_tables;
    reading.findings.extend(findings);
    let doubts = doubts::doubts(&reading, &paragraphs);
    reading.findings.extend(doubtful);
    reading.findings.extend(doubts);
    reading.scanned_pages = scans;
    reading
}

/// Letterhead, body and closing of the letter or decision; of a plan, what stands above its title.
fn front_of(paragraphs: &[Paragraph], parts: &Parts) -> Reading {
    let front = &paragraphs[parts.front.clone()];
    let letterhead = front::letterhead(front);
    let (addressees, head) = front::addressees(front);
    let (recipients, signatory) = closing::closing(&paragraphs[parts.closing.clone()]);
    let end = parts.closing.start.min(front.len());
    let body = &front[head.min(end)..end];
    let is_letter = parts.kind == DocumentKind::OfficialLetter;
    let (priority_tasks, taken) = if is_letter { body::priority_tasks(body) } else { (Vec::new(), 0..0) };
    let first_task = if priority_tasks.is_empty() { body.len() } else { taken.start };
    let preamble = body.iter().take(first_task).take_while(|p| !p.folded().starts_with("dieu 1."));
    let others: Vec<&Paragraph> = body.iter().enumerate().filter(|(at, _)| !taken.contains(at)).map(|(_, p)| p).collect();
    // a paper without its letterhead is known by what its parts say they came with
    let came_with = paragraphs.iter().find(|p| parts::is_issued_with(p)).map(|p| front::issued_with(&p.text));
    let (number, date) = came_with.unwrap_or_default();
    let date = letterhead.date.or(date);
    let all: Vec<&Paragraph> = body.iter().collect();
    let deadline = || body::deadline(&others, date, true).or_else(|| body::deadline(&all, date, false));
    let deadline = if is_letter { deadline() } else { None };
    Reading {
        kind: parts.kind,
        title: front::title(parts.kind, front, &letterhead),
        attachment: None,
        issuer: letterhead.issuer,
        number: letterhead.number.or(number),
        place: letterhead.place,
        date,
        addressees,
        recipients,
        signatory,
        deadline: deadline.as_ref().and_then(|d| d.date),
        legal_bases: body::preamble(preamble),
        articles: if parts.kind == DocumentKind::Decision { body::articles(body) } else { Vec::new() },
        priority_tasks,
        outline: Vec::new(),
        task_tables: Vec::new(),
        findings: deadline.into_iter().filter_map(|d| d.finding).collect(),
        scanned_pages: Vec::new(),
    }
}

/// A plan with no decision before it bears the title itself; one that says what it came with keeps both.
fn name(reading: &mut Reading, mut title: Option<Attachment>) {
    if reading.kind == DocumentKind::Plan
        && let Some(own) = title.clone()
    {
        reading.title = Title { kind: own.kind.or(reading.title.kind.take()), subject: own.subject };
        title = title.filter(|t| t.issued_with.is_some());
    }
    reading.attachment = title;
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Reading {
        read(text.as_bytes(), "a.txt").unwrap()
    }

    #[test]
    fn a_plan_of_its_own_is_no_attachment() {
        let plan = of(
            "BỘ XÂY DỰNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 12/KH-BXD\tHà Nội, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nChuyển đổi số năm 2026\n\nCăn cứ Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị về khoa học, công nghệ;\n\nI. MỤC TIÊU\n1. Một câu.\n2. Hai câu.\n\nNơi nhận:\n- Như trên;\n\nBỘ TRƯỞNG\n\nTrần A Bình\n",
        );
        assert_eq!(plan.kind, DocumentKind::Plan);
        assert_eq!(plan.title.subject.as_deref(), Some("Chuyển đổi số năm 2026"));
        assert_eq!((plan.number.as_deref(), plan.attachment), (Some("12/KH-BXD"), None));
        assert_eq!(plan.legal_bases.len(), 1);
        assert_eq!(plan.outline[0].children.len(), 2);
        assert_eq!(plan.recipients, ["Như trên;"]);
        assert_eq!(plan.signatory.unwrap().name.as_deref(), Some("Trần A Bình"));
        assert!(plan.findings.is_empty());
    }

    #[test]
    fn a_plan_with_an_annex_behind_it_keeps_its_own_title_and_outline() {
        let plan = of(
            "BỘ XÂY DỰNG\nVỤ PHÁP CHẾ\nSố: 12/KH-PC\nHà Nội, ngày 05 tháng 01 năm 2026\n\nKẾ HOẠCH\nCông tác năm 2026\n\nI. MỤC TIÊU\n1. Một câu.\n\nII. NHIỆM VỤ\nDanh mục tại Phụ lục kèm theo./.\n\nNơi nhận:\n- Như trên;\n\nVỤ TRƯỞNG\n\nTrần A Bình\n\nPhụ lục\n\nDANH MỤC NHIỆM VỤ NĂM 2026\n\n(Kèm theo Kế hoạch số 12/KH-PC ngày 05 tháng 01 năm 2026 của Vụ Pháp chế)\n\nTT\tNhiệm vụ\tChủ trì\n1\tSoạn thông tư\tVụ Pháp chế\n",
        );
        assert_eq!(plan.title.kind.as_deref(), Some("Kế hoạch"));
        assert_eq!(plan.title.subject.as_deref(), Some("Công tác năm 2026"));
        assert_eq!(plan.number.as_deref(), Some("12/KH-PC"));
        let labels: Vec<&str> = plan.outline.iter().map(|n| n.label.as_str()).collect();
        assert_eq!(labels, ["I", "II", "Phụ lục"]);
        assert_eq!(plan.signatory.unwrap().name.as_deref(), Some("Trần A Bình"));
        assert_eq!(plan.task_tables[0].tasks.len(), 1);
    }

    #[test]
    fn hyphens_at_a_lines_end_bind_what_they_bound() {
        let letter = of(
            "Kính gửi: Các đơn vị thuộc Bộ.\n\nThực hiện Quyết định số 350/QĐ-\nBTTTT ngày 24/02/2022 về giai đoạn 2021-\n2025, nâng cao năng suất, phát triển kinh tế\n- xã hội của các đơn vị.\n",
        );
        assert_eq!(letter.legal_bases[0].citation.number.as_deref(), Some("350/QĐ-BTTTT"));
        let subject = letter.legal_bases[0].citation.subject.clone().unwrap();
        assert_eq!(subject, "về giai đoạn 2021-2025, nâng cao năng suất, phát triển kinh tế - xã hội của các đơn vị");
    }

    #[test]
    fn parts_that_name_another_decision_are_found() {
        let text = "Số: 3/QĐ-BXD\nHà Nội, ngày 05 tháng 01 năm 2026\n\nQUYẾT ĐỊNH\n\nĐiều 1. Ban hành kèm theo Kế hoạch.\n\nNơi nhận:\n- Như trên;\n\nKẾ HOẠCH\n(Kèm theo Quyết định số 3/QĐ-BXD ngày 05/01/2026)\n\nI. CHUNG\n\nPhụ lục 01\nBIỂU MẪU\n(Kèm theo Quyết định số 5/QĐ-BXD ngày 05/01/2026)\n";
        let findings = of(text).findings;
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].message.contains("5/QĐ-BXD") && findings[0].place == "dòng 18");
    }

    const PIECES: &str = "(Phần I\n|I\\. |1\\. |1\\.1\\. |a\\) |- |Kính gửi: |Nơi nhận:\n|KẾ HOẠCH\n|QUYẾT ĐỊNH\n|Điều 1\\. |\\(Kèm theo |Số: |, ngày |trước ngày |1/2/2026|\t|\n|\n\n|\x0c|     |PHỤ LỤC|\\*\\*|</?b>|\\]\\(|[A-Za-zĐđ ;.]{1,12}|\\PC)";

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn no_text_makes_it_panic(text in prop::collection::vec(PIECES, 0..60)) {
            let _ = read(text.concat().as_bytes(), "a.txt");
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), ending in "(docx|txt|xlsx|bin)") {
            let _ = read(&bytes, &format!("a.{ending}"));
        }
    }
}
