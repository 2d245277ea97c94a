//! The whole way through the command: papers → plan → look → check → three files → the annex edited and taken back.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use skh_tests::program::{Run, letter, listing, root, skh};

fn done(arguments: &[&str]) -> Run {
    let run = skh(arguments);
    assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.err);
    run
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.out))
}

/// A plan drafted from this letter and this plan of the ministry.
fn draft(folder: &Path, framework: &str, ministry: &str) -> PathBuf {
    let plan = folder.join("kế hoạch.kehoach");
    let out = plan.to_str().unwrap();
    let new = ["new", "--unit", "Trung tâm CNTT", "--year", "2026", "--framework", framework, "--ministry-plan", ministry];
    let run = done(&[&new[..], &["--out", out]].concat());
    assert_eq!(run.out.trim_end(), out);
    assert!(run.err.contains("Nhiệm vụ: ") && run.err.contains("Rà soát: "), "{}", run.err);
    plan
}

#[test]
fn from_papers_to_the_three_files() {
    let folder = tempfile::tempdir().unwrap();
    let plan = draft(folder.path(), &letter("framework-letter.docx"), &letter("digitisation-decision.docx"));
    let plan = plan.to_str().unwrap();

    let shown = json(&done(&["show", plan, "--json"]));
    assert_eq!((shown["schema"].as_u64(), shown["form"].as_str()), (Some(1), Some("khung-cds")));
    assert_eq!(shown["unit"]["abbreviation"], "TTCNTT");
    assert_eq!(shown["sources"].as_array().unwrap().len(), 2);
    assert!(!shown["sections"].as_array().unwrap().is_empty());
    assert!(done(&["show", plan]).out.contains("Trung tâm Công nghệ thông tin"));

    let checked = skh(["check", plan, "--json"]);
    let findings = json(&checked)["findings"].as_array().unwrap().clone();
    let errors = findings.iter().any(|finding| finding["severity"] == "error");
    assert_eq!(checked.code, Some(i32::from(errors)));
    assert!(findings.iter().all(|f| ["place", "message", "hint"].iter().all(|part| !f[part].as_str().unwrap().is_empty())));

    let out = folder.path().join("trình ký");
    let exported = done(&["export", plan, "--out", out.to_str().unwrap()]);
    let names = ["KH-TTCNTT-2026.docx", "KH-TTCNTT-2026.pdf", "KH-TTCNTT-2026.xlsx"];
    let paths: Vec<PathBuf> = names.iter().map(|name| out.join(name)).collect();
    assert_eq!(exported.out.lines().map(PathBuf::from).collect::<Vec<_>>(), paths);
    for (path, begins) in paths.iter().zip([&b"PK"[..], b"%PDF-1.", b"PK"]) {
        let bytes = fs::read(path).unwrap();
        assert!(bytes.starts_with(begins) && bytes.len() > 4000, "{}", path.display());
    }
    assert_eq!(listing(folder.path()), ["kế hoạch.kehoach", "trình ký"], "no lock or passing file is left");
}

#[test]
fn the_same_plan_and_moment_give_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let plan = draft(folder.path(), &letter("framework-letter.docx"), &letter("digitisation-decision.docx"));
    let export = |name: &str| {
        let out = folder.path().join(name);
        done(&["export", plan.to_str().unwrap(), "--out", out.to_str().unwrap(), "--at", "2026-01-05"]);
        listing(&out).into_iter().map(|file| fs::read(out.join(file)).unwrap()).collect::<Vec<_>>()
    };
    let (first, second) = (export("a"), export("b"));
    assert_eq!(first.len(), 3);
    assert!(first == second);
}

#[test]
fn only_the_files_asked_for_are_written() {
    let folder = tempfile::tempdir().unwrap();
    let plan = draft(folder.path(), &letter("framework-letter.docx"), &letter("digitisation-decision.docx"));
    let out = folder.path().join("ra");
    done(&["export", plan.to_str().unwrap(), "--out", out.to_str().unwrap(), "--xlsx"]);
    assert_eq!(listing(&out), ["KH-TTCNTT-2026.xlsx"]);
}

#[test]
fn the_sample_is_drafted_exported_taken_back_and_gathered() {
    let folder = tempfile::tempdir().unwrap();
    let plan = folder.path().join("mẫu.kehoach");
    let (plan, out) = (plan.to_str().unwrap(), folder.path().to_str().unwrap());
    done(&["new", "--sample", "--out", plan]);
    done(&["new", "--sample", "--overwrite", "--out", plan]);
    let shown = json(&done(&["show", plan, "--json"]));
    let led = shown["tasks"].as_array().unwrap().iter().filter(|task| task["role"] == "lead").count();
    assert!(led > 0);
    done(&["export", plan, "--out", out]);
    let stem = format!("{}-{}", shown["profile"]["symbol"].as_str().unwrap(), shown["year"]);
    let annex = folder.path().join(format!("{stem}.xlsx"));
    let taken = json(&done(&["tasks", "import", plan, annex.to_str().unwrap(), "--json"]));
    assert_eq!(taken, serde_json::json!({ "changes": [], "findings": [] }));
    let table = folder.path().join("tổng hợp.xlsx");
    let run = done(&["rollup", plan, plan, "--out", table.to_str().unwrap()]);
    assert_eq!(run.out.trim_end(), table.to_str().unwrap());
    let read = json(&done(&["read", table.to_str().unwrap(), "--json"]));
    assert_eq!(read["task_tables"][0]["tasks"].as_array().map_or(0, Vec::len), 2 * led);
}

#[test]
fn json_is_one_document_and_lists_say_where_they_come_from() {
    let units = json(&done(&["units", "--json"]));
    assert!(units["units"].as_array().unwrap().iter().any(|unit| unit["abbreviation"] == "TTCNTT"));
    assert!(root().join(units["source"].as_str().unwrap()).exists());
    let forms = json(&done(&["forms", "--json"]));
    assert_eq!(forms["forms"][0]["id"], "khung-cds");
    let read = json(&done(&["read", &letter("framework-letter.txt"), "--json"]));
    assert_eq!(read["kind"], "official_letter");
    assert!(done(&["read", &letter("framework-letter.txt")]).out.contains("Đề mục:"));
    assert!(done(&["--help"]).out.contains("Mã thoát: 0 xong"));
}

#[test]
fn a_paper_is_shown_whole_as_it_was_understood() {
    let run = done(&["read", &letter("digitisation-decision.docx"), "--text"]);
    let golden = root().join("tests/golden/digitisation-decision.read.txt");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&golden, &run.out).unwrap();
    }
    let want = fs::read_to_string(&golden).unwrap().replace("\r\n", "\n");
    assert_eq!(run.out, want, "UPDATE_GOLDEN=1 writes what is shown now; look at it before it is kept");
    assert_eq!(skh(["read", "--text", "--json", "x.docx"]).code, Some(2));
}

#[test]
fn the_ministrys_own_papers_give_33_tasks_to_lead() {
    let papers = root().join("../shared/documents");
    if !papers.exists() {
        eprintln!("no ../shared/documents here: the ministry's papers are skipped");
        return;
    }
    let paper = |name: &str| papers.join(name).to_string_lossy().into_owned();
    for ending in ["docx", "pdf"] {
        let folder = tempfile::tempdir().unwrap();
        let framework = paper(&format!("framework-letter-2023.{ending}"));
        let plan = draft(folder.path(), &framework, &paper(&format!("ministry-plan-2025.{ending}")));
        let plan = plan.to_str().unwrap();
        let shown = json(&done(&["show", plan, "--json"]));
        let lead = shown["tasks"].as_array().unwrap().iter().filter(|task| task["role"] == "lead").count();
        assert_eq!(lead, 33, "{ending}");
        assert_eq!(shown["coverage"].as_array().unwrap().len(), 23, "{ending}");
        let out = folder.path().join("ra");
        done(&["export", plan, "--out", out.to_str().unwrap()]);
        assert_eq!(listing(&out).len(), 3);
        let taken = json(&done(&["tasks", "import", plan, out.join("KH-TTCNTT-2026.xlsx").to_str().unwrap(), "--json"]));
        assert_eq!(taken["changes"], serde_json::json!([]), "{ending}");
        assert_eq!(taken["findings"], serde_json::json!([]), "{ending}");
    }
}

#[test]
fn a_whole_set_by_a_decision_and_files_for_each_annex() {
    let folder = tempfile::tempdir().unwrap();
    let plan = draft(folder.path(), &letter("framework-letter.docx"), &letter("digitisation-decision.docx"));
    let (plan, out) = (plan.to_str().unwrap(), folder.path().join("ra"));
    let before = fs::read(plan).unwrap();
    let export = ["export", plan, "--out", out.to_str().unwrap(), "--docx", "--at", "2026-01-05"];
    done(&[&export[..], &["--way", "decision", "--set", "cover,submission,decision,plan"]].concat());
    assert_eq!(listing(&out), ["Bia-ho-so-TTCNTT-2026.docx", "QD-TTCNTT-2026.docx", "TTr-TTCNTT-2026.docx"]);
    let text = |name: &str| done(&["read", out.join(name).to_str().unwrap(), "--json"]).out;
    assert!(text("QD-TTCNTT-2026.docx").contains("Ban hành kèm theo Quyết định này Kế hoạch"));

    let signed = folder.path().join("phát hành");
    let numbered = ["--annex-files", "--number", "05", "--date", "2026-01-05"];
    done(&[&["export", plan, "--out", signed.to_str().unwrap(), "--docx"][..], &numbered].concat());
    assert_eq!(listing(&signed), ["KH-TTCNTT-2026-Phu-luc.docx", "KH-TTCNTT-2026.docx"]);
    let read = json(&done(&["read", signed.join("KH-TTCNTT-2026.docx").to_str().unwrap(), "--json"]));
    assert_eq!((read["number"].as_str(), read["date"].as_str()), (Some("05/KH-TTCNTT"), Some("2026-01-05")));
    assert_eq!(fs::read(plan).unwrap(), before, "the plan file is as it was");

    let own = skh([&export[..], &["--set", "decision"]].concat());
    assert!(own.code == Some(2) && own.err.contains("--way decision"), "{}", own.err);
}

#[test]
fn a_day_alone_is_that_day_in_the_files_too() {
    let folder = tempfile::tempdir().unwrap();
    let plan = draft(folder.path(), &letter("framework-letter.docx"), &letter("digitisation-decision.docx"));
    let out = folder.path().join("ra");
    done(&["export", plan.to_str().unwrap(), "--out", out.to_str().unwrap(), "--pdf", "--at", "2026-01-05"]);
    let bytes = fs::read(out.join("KH-TTCNTT-2026.pdf")).unwrap();
    let says = |text: &[u8]| bytes.windows(text.len()).any(|window| window == text);
    assert!(!says(b"20260104") && !says(b"2026-01-04"), "not the evening before");
}
