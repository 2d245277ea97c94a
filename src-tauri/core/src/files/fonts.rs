//! Finds the typeface of every page on this machine: Times New Roman, or a free face with the same widths.
//!
//! Decree 30 wants Times New Roman; Liberation Serif 2 and Tinos have its metrics, so lines break alike. An older
//! Liberation Serif carries the same name and file names without Vietnamese letters: coverage decides, not the name.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::FileError;
use crate::layout::FontFiles;

/// File names of a family's four faces, lower case, without spaces, "-" and "_": regular, bold, italic, bold italic.
struct Family([&'static [&'static str]; 4]);

const FAMILIES: [Family; 3] = [
    // Times New Roman
    Family([
        &["times.ttf", "timesnewroman.ttf"],
        &["timesbd.ttf", "timesnewromanbold.ttf"],
        &["timesi.ttf", "timesnewromanitalic.ttf"],
        &["timesbi.ttf", "timesnewromanbolditalic.ttf"],
    ]),
    // Liberation Serif
    Family([
        &["liberationserifregular.ttf"],
        &["liberationserifbold.ttf"],
        &["liberationserifitalic.ttf"],
        &["liberationserifbolditalic.ttf"],
    ]),
    // Tinos
    Family([
        &["tinosregular.ttf", "tinos400regular.ttf"],
        &["tinosbold.ttf", "tinos700bold.ttf"],
        &["tinositalic.ttf", "tinos400regularitalic.ttf"],
        &["tinosbolditalic.ttf", "tinos700bolditalic.ttf"],
    ]),
];

/// The typeface to set pages in: first from the folder that `SKH_FONT_DIR` names, then from the system's.
///
/// # Errors
/// [`FileError::NoFont`] if no family is there with all four faces and all Vietnamese letters.
pub fn fonts() -> Result<FontFiles, FileError> {
    let own = env::var_os("SKH_FONT_DIR").map(PathBuf::from);
    own.iter().find_map(|folder| find(std::slice::from_ref(folder))).or_else(|| find(&system_folders())).ok_or(FileError::NoFont)
}

/// Where the system keeps its fonts, the machine's before the user's.
fn system_folders() -> Vec<PathBuf> {
    let home = env::var_os("HOME").map(PathBuf::from);
    let below_home = |rest: &str| home.as_ref().map(|home| home.join(rest));
    if cfg!(windows) {
        let windows = env::var_os("WINDIR").map_or_else(|| PathBuf::from(r"C:\Windows"), PathBuf::from);
        let user = env::var_os("LOCALAPPDATA").map(|local| PathBuf::from(local).join(r"Microsoft\Windows\Fonts"));
        std::iter::once(windows.join("Fonts")).chain(user).collect()
    } else if cfg!(target_os = "macos") {
        let shared = ["/System/Library/Fonts/Supplemental", "/System/Library/Fonts", "/Library/Fonts"].map(PathBuf::from);
        shared.into_iter().chain(below_home("Library/Fonts")).collect()
    } else {
        let shared = ["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from);
        shared.into_iter().chain(below_home(".local/share/fonts")).chain(below_home(".fonts")).collect()
    }
}

/// The first family of [`FAMILIES`] that lies complete in one folder at or below `roots`.
fn find(roots: &[PathBuf]) -> Option<FontFiles> {
    let mut folders = Vec::new();
    for root in roots {
        collect_folders(root, 6, &mut folders);
    }
    FAMILIES.iter().find_map(|family| folders.iter().find_map(|files| family.load(files)))
}

/// The font files of `folder` and of those below it, one list a folder, in the order of their names.
fn collect_folders(folder: &Path, depth: u32, out: &mut Vec<Vec<PathBuf>>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| entry.ok().map(|e| e.path())).collect();
    paths.sort();
    let (below, files): (Vec<_>, Vec<_>) = paths.into_iter().partition(|path| path.is_dir());
    out.push(files);
    if depth > 0 {
        for folder in below {
            collect_folders(&folder, depth - 1, out);
        }
    }
}

impl Family {
    fn load(&self, files: &[PathBuf]) -> Option<FontFiles> {
        let face = |names: &[&str]| {
            let path = files.iter().find(|path| names.contains(&bare_name(path).as_str()))?;
            fs::read(path).ok().filter(|bytes| covers_vietnamese(bytes))
        };
        let [regular, bold, italic, bold_italic] = self.0;
        Some(FontFiles { regular: face(regular)?, bold: face(bold)?, italic: face(italic)?, bold_italic: face(bold_italic)? })
    }
}

/// "Times_New_Roman_Bold.ttf" → "timesnewromanbold.ttf".
fn bare_name(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().to_lowercase()).unwrap_or_default();
    name.replace([' ', '-', '_'], "")
}

/// Whether a font has every letter that Vietnamese needs beyond Latin-1: đ, ơ, ư and U+1EA0 to U+1EF9.
fn covers_vietnamese(font: &[u8]) -> bool {
    let Ok(face) = ttf_parser::Face::parse(font, 0) else { return false };
    let letters = ('\u{1ea0}'..='\u{1ef9}').chain("ăâđêôơưĂÂĐÊÔƠƯ".chars());
    letters.into_iter().all(|letter| face.glyph_index(letter).is_some())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn every_naming_of_the_faces_is_known() {
        for (file, family, face) in [
            ("TIMESBD.TTF", 0, 1),
            ("Times New Roman Bold Italic.ttf", 0, 3),
            ("Times_New_Roman_Italic.ttf", 0, 2),
            ("LiberationSerif-Regular.ttf", 1, 0),
            ("Tinos_700Bold_Italic.ttf", 2, 3),
        ] {
            let name = bare_name(Path::new(file));
            assert!(FAMILIES[family].0[face].contains(&name.as_str()), "{file}");
        }
    }

    #[test]
    fn this_machine_has_a_face_with_all_vietnamese_letters() {
        let found = fonts().unwrap();
        for face in [&found.regular, &found.bold, &found.italic, &found.bold_italic] {
            assert!(covers_vietnamese(face));
        }
    }

    #[test]
    fn a_family_that_is_incomplete_or_no_font_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        assert!(find(&[folder.path().to_owned()]).is_none());
        for name in ["times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"] {
            fs::write(folder.path().join(name), "not a font").unwrap();
        }
        assert!(find(&[folder.path().to_owned()]).is_none());
    }
}
