//! The fields of the window that text is typed into: where each stands and how one comes to it. What the interface's
//! sources hold is counted against this list, so that no field comes without being typed into.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::program::root;

/// What a field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Words.
    Words,
    /// A number, a day, a range of pages: these keys.
    Figures(&'static str),
}

/// A step on the way to a field.
#[derive(Debug, Clone, Copy)]
pub enum Step {
    /// Clicks what this CSS selector or XPath finds.
    Click(&'static str),
    /// Presses a key by its X name.
    Key(&'static str),
}

/// A field of the window.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// The component that has it, under `ui/src`.
    pub source: &'static str,
    /// From where the field before it was left.
    pub way: &'static [Step],
    /// CSS selector or XPath.
    pub what: &'static str,
    /// What is typed into it.
    pub takes: Takes,
    /// What one clicks to come into it is the field itself; else the click has given it the focus already, and what it
    /// holds is overwritten by the first key.
    pub clicked: bool,
    /// Back to where the next field's way begins.
    pub leave: &'static [Step],
}

const WORDS: Field = Field { source: "", way: &[], what: "", takes: Takes::Words, clicked: true, leave: &[] };

use Step::{Click, Key};
use Takes::Figures;

/// Fields of a plan's screens, from the sample plan just opened.
pub const OF_A_PLAN: &[Field] = &[
    Field {
        source: "plan/text/TextEditor.svelte",
        way: &[Click("[data-testid='section-row'][data-path='Phần II/III/1']")],
        what: "[data-testid='section-text']",
        ..WORDS
    },
    Field { source: "plan/SectionText.svelte", what: "textarea[aria-label='Tên đề mục']", ..WORDS },
    Field {
        source: "plan/Indicators.svelte",
        way: &[Click("//*[@role='toolbar']//button[contains(., 'Chỉ tiêu')]")],
        what: "textarea[aria-label='Chỉ tiêu, dòng 1']",
        ..WORDS
    },
    Field { source: "plan/Comments.svelte", what: "textarea[aria-label='Ý kiến']", ..WORDS },
    Field { source: "plan/Comments.svelte", what: "input[aria-label='Người ghi']", ..WORDS },
    Field {
        source: "plan/Picker.svelte",
        way: &[Click("//*[@role='toolbar']//button[contains(., 'Văn bản')]")],
        what: ".picker input[role='combobox']",
        ..WORDS
    },
    Field { source: "plan/InsertDocument.svelte", what: "#cited-text", leave: &[Key("Escape")], ..WORDS },
    Field {
        source: "shared/SearchBox.svelte", what: "input[aria-label='Tìm trong kế hoạch']", leave: &[Key("Escape")], ..WORDS
    },
    Field {
        source: "history/HistoryPanel.svelte",
        way: &[Click("#history")],
        what: "#version-name",
        leave: &[Click("#history")],
        ..WORDS
    },
    // a version of another name: what is typed over it below must not stand there already
    Field {
        source: "history/HistoryPanel.svelte",
        way: &[Click("#history")],
        what: "#version-name",
        takes: Figures("1"),
        leave: &[Click("//button[contains(., 'Lưu phiên bản')]")],
        ..WORDS
    },
    Field {
        source: "history/HistoryPanel.svelte",
        way: &[Click("[data-testid='version']"), Click("//*[@data-testid='history']//button[contains(., 'Đổi tên')]")],
        what: "input[aria-label='Tên mới của phiên bản']",
        leave: &[Key("Escape"), Click("#history")],
        ..WORDS
    },
    Field {
        source: "plan/LegalBases.svelte",
        way: &[Click("//*[@role='tab'][contains(., 'Căn cứ')]")],
        what: "[data-testid='basis-row']:nth-child(2) textarea[aria-label^='Trích yếu']",
        ..WORDS
    },
    Field {
        source: "plan/PasteBases.svelte",
        way: &[Click("//button[contains(., 'Dán danh sách')]")],
        what: "#pasted-bases",
        leave: &[Click("//button[contains(., 'Dán danh sách')]")],
        ..WORDS
    },
    Field {
        source: "tasks/TaskSearch.svelte",
        way: &[Click("//*[@role='tab'][contains(., 'Nhiệm vụ')]")],
        what: "input[placeholder^='Tìm nhiệm vụ']",
        leave: &[Key("Escape"), Key("Escape")],
        ..WORDS
    },
    // the first key begins the cell anew: it must not be lost on the way to the field
    Field {
        source: "tasks/CellEditor.svelte",
        what: "[data-testid='task-row'] [tabulator-field='product']",
        clicked: false,
        leave: &[Key("Return")],
        ..WORDS
    },
    Field {
        source: "checks/Coverage.svelte",
        way: &[
            Click("//*[@role='tab'][contains(., 'Đối chiếu')]"),
            Click("//button[contains(., 'Chọn mục hoặc nhiệm vụ') or contains(., 'Thêm liên kết')]"),
        ],
        what: ".cover-box input",
        leave: &[Key("Escape")],
        ..WORDS
    },
    Field {
        source: "export/Pages.svelte",
        way: &[Click("//*[@role='tab'][contains(., 'Trang in')]")],
        what: "[data-testid='page-number']",
        takes: Figures("2"),
        ..WORDS
    },
    Field {
        source: "export/RegisterNumber.svelte",
        what: "//section//textarea[@aria-label='Số']",
        takes: Figures("128"),
        ..WORDS
    },
    Field {
        source: "export/SigningDate.svelte",
        what: "//section//textarea[@aria-label='Ngày ký']",
        takes: Figures("26/12/2025"),
        ..WORDS
    },
    Field { source: "settings/UnitPage.svelte", way: &[Key("ctrl+comma")], what: "[data-testid='signer']", ..WORDS },
    Field {
        source: "settings/PagesPage.svelte",
        way: &[Click("//button[contains(., 'Trang và cỡ chữ')]")],
        what: "[data-testid='rule-margin_left']",
        takes: Figures("34"),
        ..WORDS
    },
    Field {
        source: "settings/IssuingPage.svelte",
        way: &[Click("//button[contains(., 'Ban hành, tờ trình')]")],
        what: "//*[@data-testid='settings']//textarea",
        ..WORDS
    },
    Field {
        source: "settings/ColumnsPage.svelte",
        way: &[Click("//button[contains(., 'Cột của phụ lục')]")],
        what: "textarea[aria-label^='Tiêu đề cột']",
        ..WORDS
    },
    Field {
        source: "settings/ResultsPage.svelte",
        way: &[Click("//button[contains(., 'Kết quả năm trước')]"), Click("//button[contains(., 'Thêm dòng kết quả')]")],
        what: "textarea[aria-label^='Mục tiêu, nhiệm vụ']",
        ..WORDS
    },
];

/// Fields of the print panel, from the sample plan just opened; there is a printer.
pub const OF_PRINTING: &[Field] = &[
    Field { source: "export/PrintPanel.svelte", what: "#range", takes: Figures("1-3,5"), ..WORDS },
    Field { source: "export/PrintPanel.svelte", what: "#copies", takes: Figures("12"), ..WORDS },
];

/// Fields of a new plan's steps, from the first step with a letter of several pages in PDF.
pub const OF_THE_STEPS: &[Field] = &[
    Field { source: "letter/PaperPane.svelte", what: "input[aria-label='Đến trang']", takes: Figures("2"), ..WORDS },
    Field {
        source: "letter/HeaderValues.svelte",
        way: &[Click("//summary[contains(., 'Thông tin văn bản')]")],
        what: "#paper-number",
        ..WORDS
    },
    Field { source: "letter/HeaderValues.svelte", what: "#paper-date", takes: Figures("26/12/2025"), ..WORDS },
    Field { source: "letter/HeaderValues.svelte", what: "#paper-subject", ..WORDS },
    Field {
        source: "letter/OutlineRows.svelte",
        way: &[Click("[data-testid='understood-heading']"), Click("//button[contains(., 'Sửa tên')]")],
        what: "input[aria-label='Tên đề mục']",
        leave: &[Key("Return")],
        ..WORDS
    },
    Field {
        source: "letter/TaskItem.svelte",
        way: &[
            Click("//button[starts-with(@aria-label, 'Bước 2')]"),
            Click("//button[contains(@class, 'group')]"),
            Click("[data-testid='understood-task']"),
        ],
        what: ".task textarea",
        ..WORDS
    },
    Field {
        source: "letter/UnitField.svelte",
        way: &[Click("//button[starts-with(@aria-label, 'Bước 3')]")],
        what: "#unit",
        ..WORDS
    },
    Field {
        source: "letter/UnitStep.svelte",
        way: &[Click("//button[contains(., 'Đơn vị không có trong danh mục')]")],
        what: "#own-name",
        ..WORDS
    },
    Field { source: "letter/UnitStep.svelte", what: "#own-abbreviation", ..WORDS },
    Field { source: "letter/UnitStep.svelte", what: "#own-superior", ..WORDS },
    Field { source: "letter/UnitStep.svelte", what: "#year", takes: Figures("2027"), ..WORDS },
];

/// Fields of the start screen, with many plans on it.
pub const OF_THE_START: &[Field] =
    &[Field { source: "views/Start.svelte", what: "input[aria-label='Tìm kế hoạch']", ..WORDS }];

/// How many fields each component of the interface has: its own, and one more if it uses the shared ones. A choice of
/// yes or no, or of one of several, is no field here.
///
/// # Errors
/// If a source cannot be read.
pub fn in_the_sources() -> std::io::Result<BTreeMap<String, usize>> {
    let folder = root().join("ui/src");
    let mut found = BTreeMap::new();
    gather(&folder, &folder, &mut found)?;
    Ok(found)
}

fn gather(folder: &Path, under: &Path, found: &mut BTreeMap<String, usize>) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            gather(&path, under, found)?;
            continue;
        }
        let name = path.strip_prefix(under).unwrap_or(&path).display().to_string().replace('\\', "/");
        if !name.ends_with(".svelte") && !name.ends_with(".ts") || name.ends_with(".test.ts") {
            continue;
        }
        let fields = fields(&fs::read_to_string(&path)?);
        if fields > 0 {
            found.insert(name, fields);
        }
    }
    Ok(())
}

fn fields(source: &str) -> usize {
    let own = ["<input", "<textarea"].into_iter().flat_map(|tag| source.match_indices(tag)).filter(|(at, _)| {
        let tag = tag(&source[*at..]);
        !["checkbox", "radio", "file", "hidden", "range"].iter().any(|kind| tag.contains(&format!("type=\"{kind}\"")))
    });
    let edited = source.matches("new Editor(").count() + source.matches("contenteditable=\"true\"").count();
    let made = ["createElement(\"input\")", "createElement(\"textarea\")"].iter().map(|made| source.matches(made).count());
    let shared = usize::from(source.lines().any(|line| line.trim_start_matches(['>', ' ']).split(' ').next() == Some("<Field")));
    own.count() + edited + made.sum::<usize>() + shared
}

/// A tag up to its end; an arrow in one of its attributes is no end.
fn tag(from: &str) -> &str {
    let ends = from.match_indices('>').find(|(at, _)| !from[..*at].ends_with('='));
    ends.map_or(from, |(at, _)| &from[..at])
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_field_of_the_interface_is_one_that_is_typed_into() {
        let mut typed: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for field in [OF_A_PLAN, OF_PRINTING, OF_THE_STEPS, OF_THE_START].concat() {
            typed.entry(field.source).or_default().insert(field.what);
        }
        let known = |source: &str| typed.get(source).map_or(0, BTreeSet::len);
        let sources = in_the_sources().unwrap();
        // the shared field is typed into wherever it is used
        let missing: Vec<String> = sources
            .iter()
            .filter(|(source, count)| *source != "shared/Field.svelte" && known(source) < **count)
            .map(|(source, count)| format!("{source}: {count} fields, {} of them typed into", known(source)))
            .collect();
        assert!(missing.is_empty(), "list them in tests/src/fields.rs:\n{}", missing.join("\n"));
        let gone: Vec<&&str> = typed.keys().filter(|source| !sources.contains_key(**source)).collect();
        assert!(gone.is_empty(), "no fields there any more: {gone:?}");
    }

    #[test]
    fn fields_are_counted_and_choices_are_not() {
        let source = "<input onchange={(event) => go(event)} value=\"a\" />\n<input type=\"checkbox\" />\n\
                      <label><input\n  type=\"radio\"\n  oninput={() => set()}\n/></label><textarea></textarea>\n  <Field\n";
        assert_eq!(fields(source), 3);
    }
}
