//! Holds the code to the invariants of ARCHITECTURE.md: which room may use which, what must not be there,
//! and that every path the documents cite exists.
#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use unicode_normalization::is_nfc;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// Files below `folder` with this ending, paths from the root with `/`, sorted.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, ending: &str, out: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                if !matches!(name.as_str(), "target" | "node_modules" | "dist" | "gen") {
                    walk(&path, ending, out);
                }
            } else if name.ends_with(ending) {
                out.push(path);
            }
        }
    }
    let mut paths = Vec::new();
    walk(&root().join(folder), ending, &mut paths);
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    // sample papers in UTF-16 or in an encoding of old are none of our writing: they count as empty
    let text = |path: &Path| String::from_utf8(fs::read(path).unwrap()).unwrap_or_default();
    paths.iter().map(|path| (name(path), text(path))).collect()
}

const CORE: &str = "src-tauri/core/src/";

/// The code of a file without comments and without its test modules, which may do more; a file of tests has none.
fn code(path: &str, source: &str) -> String {
    if ["/tests.rs", "/fixture.rs"].iter().any(|name| path.ends_with(name)) {
        return String::new();
    }
    let lines: Vec<&str> = source
        .lines()
        .take_while(|line| !line.starts_with("mod tests") && !line.starts_with("#[cfg(test)]"))
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect();
    lines.join("\n")
}

fn room_of(path: &str) -> Option<&str> {
    path.strip_prefix(CORE)?.split_once('/').map(|(room, _)| room)
}

/// What each room may use of the others: the arrows of ARCHITECTURE.md.
fn arrows() -> BTreeMap<&'static str, &'static [&'static str]> {
    BTreeMap::from([
        ("text", &[] as &[&str]),
        ("plan", &["text"]),
        ("reading", &["text", "plan"]),
        ("drafting", &["text", "plan", "reading"]),
        ("checks", &["text", "plan", "reading"]),
        ("document", &["text", "plan"]),
        ("layout", &["text", "plan", "document"]),
        ("export", &["text", "plan", "document", "layout"]),
        ("store", &["text", "plan", "files"]),
        ("files", &["text", "layout"]),
    ])
}

#[test]
fn rooms_use_only_the_rooms_before_them() {
    let arrows = arrows();
    let mut faults = Vec::new();
    for (path, source) in files(CORE, ".rs") {
        let Some(room) = room_of(&path) else { continue };
        let allowed = arrows.get(room).unwrap_or_else(|| panic!("{path}: room “{room}” is not in ARCHITECTURE.md's order"));
        for part in code(&path, &source).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != room && arrows.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) {
                faults.push(format!("{path} uses {used}"));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn the_core_knows_neither_tauri_nor_the_clock() {
    assert!(!fs::read_to_string(root().join("src-tauri/core/Cargo.toml")).unwrap().contains("tauri"));
    for (path, source) in files(CORE, ".rs") {
        let code = code(&path, &source);
        for word in ["tauri::", "Local::now", "Utc::now", "SystemTime::now", "Instant::now"] {
            assert!(!code.contains(word), "{path} uses {word}");
        }
    }
}

#[test]
fn only_store_knows_sql_and_only_store_and_files_touch_the_disk() {
    for (path, source) in files("src-tauri", ".rs") {
        if room_of(&path) == Some("store") {
            continue;
        }
        let code = code(&path, &source);
        for word in ["rusqlite", "SELECT ", "INSERT INTO", "PRAGMA "] {
            assert!(!code.contains(word), "{path} knows SQL: {word}");
        }
        if path.starts_with(CORE) && room_of(&path) != Some("files") {
            for word in ["std::fs", "File::open", "File::create", "std::env"] {
                assert!(!code.contains(word), "{path} touches the machine: {word}");
            }
        }
    }
}

#[test]
fn every_file_says_what_it_is_for_and_stays_readable() {
    for folder in ["src-tauri", "tests"] {
        for (path, source) in files(folder, ".rs") {
            assert!(source.starts_with("//!") || path.ends_with("build.rs"), "{path} does not open with what it is for");
            let lines = source.lines().count();
            assert!(lines <= 800, "{path} has {lines} lines: it is two rooms");
        }
    }
}

#[test]
fn no_stub_is_left() {
    for (path, source) in files("src-tauri", ".rs") {
        for word in ["unimplemented!", "todo!(", "FIXME", "XXX"] {
            assert!(!code(&path, &source).contains(word), "{path} has {word}");
        }
    }
}

#[test]
fn vietnamese_text_is_composed() {
    for (folder, ending) in
        [("src-tauri", ".rs"), ("templates", ".toml"), ("ui/src", ".svelte"), ("ui/src", ".ts"), ("", ".md"), ("tests", ".txt")]
    {
        for (path, text) in files(folder, ending).into_iter().filter(|(path, _)| !path.contains("decomposed")) {
            let bad = text.lines().position(|line| !is_nfc(line));
            assert_eq!(bad, None, "{path}: this line (from 0) is not NFC");
        }
    }
}

/// Paths in backticks that look like files of the repository.
fn cited(text: &str) -> Vec<String> {
    text.split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| {
            let first = word.split('/').next().unwrap_or("");
            word.contains('/')
                && matches!(first, "src-tauri" | "ui" | "templates" | "tests" | ".ci" | ".cargo")
                && !word.contains([' ', '<', '*', '…'])
        })
        .map(str::to_owned)
        .collect()
}

#[test]
fn paths_that_the_documents_cite_exist() {
    let mut cited_at_all = 0;
    for (document, text) in files("", ".md") {
        for path in cited(&text) {
            cited_at_all += 1;
            // built, not kept: a fresh clone has none of these before its first build
            if ["ui/dist", "tests/tools/node_modules"].iter().any(|built| path.starts_with(built)) {
                continue;
            }
            let file = path.split("::").next().unwrap_or(&path).split('#').next().unwrap_or(&path);
            assert!(root().join(file).exists(), "{document} cites {path}, which does not exist");
        }
    }
    assert!(cited_at_all > 10, "ARCHITECTURE.md and README.md cite the rooms by path");
}

/// The ids of the page rules that this project answers.
const CLAUSES: &str = "P1 P2 P3 P4 H1 H2 H3 H4 H5 H6 T1 T2 T3 T4 D1 D2 B1 B2 B3 B4 B5 B6 B7 B8 B9 \
    S1 S2 S3 S4 N1 N2 N3 K1 A1 A2 A3 A4 E1 E2 E3";

#[test]
fn every_clause_is_answered_by_code_and_a_test_that_exist() {
    let page = fs::read_to_string(root().join("templates/CLAUSES.md")).unwrap();
    let sources: Vec<String> = ["src-tauri", "tests"].into_iter().flat_map(|f| files(f, ".rs")).map(|(_, s)| s).collect();
    let mut answered = Vec::new();
    for line in page.lines().filter(|line| line.starts_with("| ") && !line.starts_with("| rule")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [id, _, code, tests] = cells[..] else { panic!("not four cells: {line}") };
        answered.push(id);
        assert!(!cited(code).is_empty(), "{id} names no code");
        let tests: Vec<&str> = tests.split('`').skip(1).step_by(2).collect();
        assert!(!tests.is_empty(), "{id} names no test");
        for test in tests {
            let declared = format!("fn {test}(");
            assert!(sources.iter().any(|source| source.contains(&declared)), "{id}: there is no test {test}");
        }
    }
    assert_eq!(answered, CLAUSES.split_whitespace().collect::<Vec<_>>());
}
