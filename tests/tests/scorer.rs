//! Reads the sample papers, and the ministry's own where they are at hand, and holds every figure to the mark.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;
use skh_core::reading;
use skh_tests::scorer::Score;

/// Below this a reading is not good enough to draft from.
const MARK: f64 = 0.95;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Scores a paper against its truth and adds a line to the table.
fn score(paper: &Path, truth: &Path, annex_only: bool, table: &mut String) -> Score {
    let truth: Value = serde_json::from_slice(&std::fs::read(truth).unwrap()).unwrap();
    let name = paper.file_name().unwrap().to_string_lossy().into_owned();
    let reading = reading::read(&std::fs::read(paper).unwrap(), &name).unwrap_or_else(|e| panic!("{name}: {e}"));
    let all = Score::of(&truth, &serde_json::to_value(reading).unwrap());
    let score = if annex_only { Score { tasks: all.tasks, ..Score::default() } } else { all };
    let figures = score.figures().map(|(_, f)| f.map_or_else(|| format!("{:>9}", "–"), |f| format!("{f:>9.4}")));
    table.push_str(&format!("{name:<36}{}\n", figures.concat()));
    score
}

fn check(papers: &[(PathBuf, PathBuf, bool)]) {
    let names = Score::default().figures().map(|(name, _)| format!("{name:>9}"));
    let mut table = format!("\n{:<36}{}\n", "paper", names.concat());
    let scores: Vec<Score> = papers.iter().map(|(p, t, annex)| score(p, t, *annex, &mut table)).collect();
    // written past the test's capture: the log of a green run shows the table too
    std::io::stderr().write_all(table.as_bytes()).unwrap();
    for ((paper, ..), score) in papers.iter().zip(scores) {
        for (name, figure) in score.figures() {
            assert!(figure.is_none_or(|f| f >= MARK), "{}: {name} is {figure:?}", paper.display());
        }
    }
}

#[test]
fn the_sample_papers_are_read_right() {
    let folder = root().join("tests/letters");
    let mut papers = Vec::new();
    for name in ["framework-letter", "digitisation-decision"] {
        for ending in ["docx", "txt"] {
            papers.push((folder.join(format!("{name}.{ending}")), folder.join(format!("{name}.truth.json")), false));
        }
    }
    check(&papers);
}

#[test]
fn the_ministrys_papers_are_read_right() {
    let folder = root().join("../shared/documents");
    if !folder.is_dir() {
        std::io::stderr().write_all(b"no ../shared/documents here: the ministry's papers are skipped\n").unwrap();
        return;
    }
    let mut papers = Vec::new();
    for name in ["framework-letter-2023", "ministry-plan-2025"] {
        for ending in ["docx", "pdf", "txt"] {
            papers.push((folder.join(format!("{name}.{ending}")), folder.join(format!("{name}.truth.json")), false));
        }
    }
    let annex = folder.join("ministry-plan-2025-annex.xlsx");
    papers.push((annex, folder.join("ministry-plan-2025.truth.json"), true));
    check(&papers);
}

/// Papers made by `tests/letters/make` from a truth written first, none of them made to suit the reader.
#[rustfmt::skip]
const BLIND: &[&str] = &[
    "action-plan.docx",
    "action-plan.pdf",
    "agri-decision.docx",
    "agri-decision.pdf",
    "annex-alone.docx",
    "annex-alone.pdf",
    "annex-workbook.xlsx",
    "audit-plan.docx",
    "audit-plan.pdf",
    "bank-workbook.xlsx",
    "centred-annex.docx",
    "centred-annex.pdf",
    "citations.docx",
    "citations.pdf",
    "city-programme.pdf",
    "coast-province.docx",
    "coast-province.pdf",
    "commune-plan.docx",
    "commune-plan.pdf",
    "commune-plan.txt",
    "court-plan.docx",
    "court-plan.pdf",
    "culture-letter.docx",
    "culture-letter.pdf",
    "decoys.pdf",
    "decoys.txt",
    "directive.docx",
    "directive.pdf",
    "education-letter.docx",
    "education-letter.pdf",
    "energy-programme.docx",
    "energy-programme.pdf",
    "finance-letter.docx",
    "finance-letter.pdf",
    "finance-letter.txt",
    "forwarding-letter.docx",
    "forwarding-letter.pdf",
    "forwarding-letter.txt",
    "gas-group.docx",
    "gas-group.pdf",
    "health-letter.docx",
    "health-letter.pdf",
    "home-affairs.docx",
    "home-affairs.pdf",
    "hospital-plan.docx",
    "hospital-plan.pdf",
    "image-head.pdf",
    "inspectorate-list.docx",
    "inspectorate-list.pdf",
    "island-plan.docx",
    "island-plan.pdf",
    "leftovers.txt",
    "legacy-decision.docx",
    "legacy-decision.txt",
    "letter-tcvn3.docx",
    "letter-tcvn3.txt",
    "letter-vni.docx",
    "letter-vni.txt",
    "long-plan.docx",
    "long-plan.pdf",
    "maritime-annex.xlsx",
    "maritime-plan.docx",
    "maritime-plan.txt",
    "markdown-decomposed.txt",
    "monthly-board.docx",
    "monthly-board.pdf",
    "nested-ministry.docx",
    "nested-ministry.pdf",
    "party-action.docx",
    "party-action.txt",
    "party-plan.docx",
    "party-plan.txt",
    "power-group.docx",
    "power-group.pdf",
    "project-workbook.xlsx",
    "province-plan.docx",
    "province-plan.pdf",
    "quarter-workbook.xlsx",
    "reform-letter.docx",
    "reform-letter.pdf",
    "reform-letter.txt",
    "resolution-action.docx",
    "resolution-action.pdf",
    "school-letter.docx",
    "school-letter.txt",
    "second-workbook.xlsx",
    "sheets-workbook.xlsx",
    "slips-plan.docx",
    "slips-plan.pdf",
    "southern-ward.docx",
    "southern-ward.pdf",
    "southern-ward.txt",
    "statistics-letter.docx",
    "statistics-letter.pdf",
    "statistics-letter.txt",
    "steering-plan.docx",
    "steering-plan.pdf",
    "steering-plan.txt",
    "task-notice.docx",
    "task-notice.txt",
    "tax-decomposed.pdf",
    "tax-decomposed.txt",
    "trade-committee.docx",
    "trade-committee.txt",
    "university-programme.docx",
    "university-programme.pdf",
    "urgent-letter.docx",
    "urgent-letter.pdf",
    "urgent-letter.txt",
    "women-union.docx",
    "women-union.pdf",
    "word-troubles.docx",
    "work-programme.docx",
    "work-programme.pdf",
];

/// Those of them that miss the mark, or were not yet held against it: shown, not asserted. A paper that reaches it moves to `BLIND`.
#[rustfmt::skip]
const NOT_YET: &[&str] = &[
];

/// The truth of one format where a format has its own, else that of the paper.
fn truth_of(folder: &Path, paper: &str) -> PathBuf {
    let own = folder.join(format!("{paper}.truth.json"));
    let name = paper.rsplit_once('.').map_or(paper, |(name, _)| name);
    if own.is_file() { own } else { folder.join(format!("{name}.truth.json")) }
}

#[test]
fn papers_made_apart_from_the_reader_are_read_right() {
    let folder = root().join("tests/letters");
    let papers: Vec<_> = BLIND.iter().map(|p| (folder.join(p), truth_of(&folder, p), false)).collect();
    check(&papers);
}

#[test]
fn papers_that_miss_the_mark_are_shown() {
    let folder = root().join("tests/letters");
    let mut table = String::from("\nchưa đạt\n");
    for paper in NOT_YET {
        assert!(!BLIND.contains(paper), "{paper} is in both lists");
        let (path, truth) = (folder.join(paper), truth_of(&folder, paper));
        match reading::read(&std::fs::read(&path).unwrap(), paper) {
            Ok(_) => {
                score(&path, &truth, false, &mut table);
            }
            Err(error) => table.push_str(&format!("{paper:<36}{error}\n")),
        }
    }
    std::io::stderr().write_all(table.as_bytes()).unwrap();
}
