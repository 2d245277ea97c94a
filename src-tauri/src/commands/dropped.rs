//! Files let fall on the window, or given with the program's name: recognised by what is in them, not by their names.

use std::path::Path;

use serde::Serialize;
use skh_core::drafting::Directory;
use skh_core::reading::{DocumentKind, Reading};
use skh_core::{files, reading};
use specta::Type;

/// What a file is to a planner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A plan file of this program.
    PlanFile,
    /// The letter with the framework.
    Letter,
    /// The ministry's decision or plan.
    MinistryPlan,
    /// A list of tasks.
    Annex,
    /// A unit's own plan of an earlier year.
    Previous,
    /// Pictures of pages: its letters can be recognised.
    Scan,
    /// Nothing the program reads.
    Unreadable,
}

/// A file and what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Type)]
pub struct Recognised {
    /// Where it is.
    pub path: String,
    /// Its name without folders.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// What was seen of it, or why it can't be read: one line.
    pub told: String,
    /// What to do if it can't be read.
    pub hint: String,
}

/// Reads files and says what each is, in the order given.
#[tauri::command(async)]
#[specta::specta]
pub fn recognise_files(paths: Vec<String>) -> Vec<Recognised> {
    let directory = Directory::builtin();
    paths.iter().map(|path| recognise(Path::new(path), &directory)).collect()
}

fn recognise(path: &Path, directory: &Directory) -> Recognised {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let found = |kind: FileKind, told: String, hint: String| Recognised {
        path: path.display().to_string(),
        name: name.clone(),
        kind,
        told,
        hint,
    };
    let input = match files::read(path) {
        Ok(input) => input,
        Err(error) => return found(FileKind::Unreadable, error.to_string(), error.hint()),
    };
    if input.bytes.starts_with(b"SQLite format 3\0") {
        return found(FileKind::PlanFile, "Kế hoạch đang soạn".into(), String::new());
    }
    match reading::read(&input.bytes, &input.name) {
        Ok(reading) => found(kind(&reading, directory), told(&reading), String::new()),
        Err(error) if error.scan => found(FileKind::Scan, error.message, error.hint),
        Err(error) => found(FileKind::Unreadable, error.message, error.hint),
    }
}

/// A plan whose letterhead names a unit of the directory is that unit's own; one without outline is a list of tasks.
fn kind(reading: &Reading, directory: &Directory) -> FileKind {
    let of_unit = reading.issuer.iter().any(|line| directory.find(line).is_ok());
    match reading.kind {
        DocumentKind::OfficialLetter => FileKind::Letter,
        DocumentKind::Plan if reading.issuer.is_empty() && !reading.task_tables.is_empty() => FileKind::Annex,
        DocumentKind::Plan | DocumentKind::Decision if of_unit => FileKind::Previous,
        DocumentKind::Plan | DocumentKind::Decision => FileKind::MinistryPlan,
    }
}

/// "Công văn số 12/BKHCN-CĐS, ngày 05/12/2025".
fn told(reading: &Reading) -> String {
    let kind = reading.title.kind.clone().unwrap_or_else(|| match reading.kind {
        DocumentKind::OfficialLetter => "Công văn".to_owned(),
        DocumentKind::Decision => "Quyết định".to_owned(),
        DocumentKind::Plan => "Kế hoạch".to_owned(),
    });
    let number = reading.number.as_ref().map(|number| format!(" số {number}")).unwrap_or_default();
    let date = reading.date.map(|date| date.format(", ngày %d/%m/%Y").to_string()).unwrap_or_default();
    format!("{kind}{number}{date}")
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use skh_core::drafting;
    use skh_core::store::PlanFile;

    use super::*;

    #[test]
    fn files_are_recognised_by_what_is_in_them() {
        let folder = tempfile::tempdir().unwrap();
        let sample = drafting::sample();
        let put = |name: &str, bytes: &[u8]| {
            let path = folder.path().join(name);
            std::fs::write(&path, bytes).unwrap();
            path.display().to_string()
        };
        let plan = folder.path().join("ten gi cung duoc.dat");
        drop(PlanFile::create(&plan, &crate::commands::plan::sample().unwrap()).unwrap());
        let ending = |name: &str| Path::new(name).extension().unwrap().to_string_lossy().into_owned();
        let paths = vec![
            put(&format!("a.{}", ending(sample.letter_name)), sample.letter),
            put(&format!("b.{}", ending(sample.plan_name)), sample.plan),
            plan.display().to_string(),
            put("c.docx", b"khong phai la van ban"),
        ];
        let kinds: Vec<FileKind> = recognise_files(paths).into_iter().map(|file| file.kind).collect();
        assert_eq!(kinds, [FileKind::Letter, FileKind::MinistryPlan, FileKind::PlanFile, FileKind::Unreadable]);
    }
}
