//! A cell of the ministry's table that names units → those units.

use super::units::{Directory, UnitEntry};
use super::words::syllables;
use crate::text::{fold, squeeze};

/// One name of a cell, understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named<'d> {
    /// A unit of the directory.
    Unit(&'d UnitEntry),
    /// “Các đơn vị thuộc Bộ” and its variants; `restriction` is what narrows them, as written.
    AllUnits {
        /// "không bao gồm …", "chủ trì cung cấp TTHC"; `None` if it is all of them.
        restriction: Option<String>,
    },
    /// Nobody in particular (“Các đơn vị liên quan”) or somebody outside the ministry.
    Others(String),
    /// A name that the directory does not have.
    Unknown(String),
}

/// What stood before an atom.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Start,
    Comma,
    Semicolon,
    LineFeed,
}

struct Atom {
    text: String,
    mark: Mark,
}

impl Directory {
    /// The names in a cell: apart at commas, semicolons, line feeds and “và”, but not inside a unit's own name
    /// (“Vụ Khoa học Xã hội, Nhân văn và Tự nhiên”) nor inside brackets.
    pub fn split(&self, cell: &str) -> Vec<Named<'_>> {
        let atoms = atoms(cell);
        let mut out = Vec::new();
        let mut at = 0;
        while at < atoms.len() {
            at += self.take(&atoms[at..], &mut out);
        }
        out
    }

    /// Reads what the first atoms name and returns how many it took, at least one.
    fn take<'d>(&'d self, atoms: &[Atom], out: &mut Vec<Named<'d>>) -> usize {
        let most = atoms.len().min(4);
        for count in (1..=most).rev() {
            if atoms[1..count].iter().any(|atom| atom.mark == Mark::Semicolon) {
                continue;
            }
            if let Some(unit) = self.unit(&join(&atoms[..count])) {
                out.push(Named::Unit(unit));
                return count;
            }
        }
        if let Some(units) = self.units_joined_by_and(&atoms[0].text) {
            out.extend(units);
            return 1;
        }
        // "Các cơ quan, đơn vị trực thuộc Bộ": a small letter goes on with what was begun; so does "Công nghệ và Thông
        // tin" after "Cục Khoa học,", the rest of a name that the directory does not have.
        let rest_of_name = |atom: &Atom| atom.mark == Mark::Comma && opens_with(&atoms[0].text, &UNITS) && is_rest(&atom.text);
        let goes_on = |atom: &Atom| {
            atom.mark != Mark::Semicolon && (begins_small(&atom.text) || rest_of_name(atom)) && self.unit(&atom.text).is_none()
        };
        let count = 1 + atoms[1..].iter().take_while(|atom| goes_on(atom)).count();
        let text = join(&atoms[..count]);
        out.push(self.group(&text).unwrap_or(Named::Unknown(text)));
        count
    }

    fn unit(&self, text: &str) -> Option<&UnitEntry> {
        let text = text.rsplit(':').next().unwrap_or(text);
        self.named(text).or_else(|| self.named(text.split('(').next()?))
    }

    fn units_joined_by_and<'d>(&'d self, text: &str) -> Option<Vec<Named<'d>>> {
        for sign in [" và ", "/", " - ", " – "] {
            let parts: Vec<&str> = text.split(sign).collect();
            let named = |part: &&str| self.unit(part).map(Named::Unit).or_else(|| self.group(part));
            let found: Option<Vec<Named>> = parts.iter().map(named).collect();
            if let (true, Some(found)) = (parts.len() > 1, found) {
                return Some(found);
            }
        }
        None
    }

    /// “Các đơn vị …” understood; `None` if the text opens with a name of its own.
    fn group(&self, text: &str) -> Option<Named<'static>> {
        let words = syllables(text);
        let opens = |phrase: &str| words.join(" ").starts_with(phrase);
        let outside = ["bo ", "uy ban nhan dan", "ubnd", "so ", "doanh nghiep", "van phong chinh phu", "chinh phu", "to chuc"];
        let many = ["cac ", "toan ", "tat ca ", "thu truong ", "mot so ", "don vi ", "co quan "];
        if !many.iter().any(|m| opens(m)) {
            return outside.iter().any(|o| opens(o)).then(|| Named::Others(text.to_owned()));
        }
        let has = |phrase: &str| format!(" {} ", words.join(" ")).contains(&format!(" {phrase} "));
        let ours = ["don vi", "co quan", "cuc", "vu"].iter().any(|kind| has(kind));
        if !ours || has("lien quan") || has("khac") {
            return Some(Named::Others(text.to_owned()));
        }
        Some(Named::AllUnits { restriction: self.restriction(text) })
    }

    /// What follows “Các đơn vị thuộc Bộ”, or “Các đơn vị” where nothing says of whom.
    fn restriction(&self, text: &str) -> Option<String> {
        let words: Vec<&str> = text.split_whitespace().collect();
        let folded: Vec<String> = words.iter().map(|w| fold(w).trim_matches(|c: char| !c.is_alphanumeric()).to_owned()).collect();
        let of_ministry = folded.windows(2).position(|w| matches!(w[0].as_str(), "thuoc" | "trong" | "cua") && w[1] == "bo");
        let rest = match of_ministry {
            Some(at) => {
                // "thuộc Bộ KH&CN": the ministry's name is no restriction
                let name = (at + 2..=words.len()).rev().find(|end| self.is_ministry(&words[at + 1..*end].join(" ")));
                &words[name.unwrap_or(at + 2)..]
            }
            None => &words[opening(&folded)..],
        };
        let rest = rest.join(" ");
        let rest = rest.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '.'));
        let inner = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')).unwrap_or(rest).trim();
        (!inner.is_empty()).then(|| inner.to_owned())
    }
}

/// How many words of “Các cơ quan, đơn vị …” say only that it is all of them.
fn opening(folded: &[String]) -> usize {
    let unit = folded.windows(2).position(|pair| pair[0] == "don" && pair[1] == "vi");
    let generic = ["toan", "bo", "tat", "ca", "thu", "truong", "cac", "co", "quan", "cuc", "vu"];
    let all = folded.iter().take_while(|word| generic.contains(&word.as_str())).count();
    let end = unit.map_or(all, |at| at + 2);
    end + folded[end..].iter().take_while(|word| matches!(word.as_str(), "truc" | "thuoc")).count()
}

/// What the names of a ministry's units open with, folded; they may hold commas.
const UNITS: [&str; 13] = [
    "ban",
    "chi cuc",
    "cuc",
    "hoc vien",
    "so",
    "thanh tra",
    "tong cuc",
    "trung tam",
    "truong",
    "uy ban",
    "van phong",
    "vien",
    "vu",
];
/// What other names open with.
const OTHERS: [&str; 19] = [
    "bao",
    "benh vien",
    "bo",
    "cac",
    "chinh phu",
    "co quan",
    "cong doan",
    "cong ty",
    "dai hoc",
    "dang uy",
    "doanh nghiep",
    "don vi",
    "hoi",
    "kho bac",
    "nha xuat ban",
    "phong",
    "quy",
    "tap",
    "ubnd",
];

fn opens_with(text: &str, kinds: &[&str]) -> bool {
    let words = syllables(text).join(" ");
    kinds.iter().any(|kind| words.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// Words that could be the rest of a unit's name: several, not an abbreviation, no kind of unit before them.
fn is_rest(text: &str) -> bool {
    text.split_whitespace().count() > 1
        && text.chars().any(char::is_lowercase)
        && !opens_with(text, &UNITS)
        && !opens_with(text, &OTHERS)
}

fn begins_small(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
}

fn join(atoms: &[Atom]) -> String {
    let mut out = String::new();
    for (at, atom) in atoms.iter().enumerate() {
        if at > 0 {
            out.push_str(if atom.mark == Mark::Comma { ", " } else { " " });
        }
        out.push_str(&atom.text);
    }
    out
}

fn atoms(cell: &str) -> Vec<Atom> {
    // Brackets that do not close hide nothing.
    let closed = cell.matches('(').count() == cell.matches(')').count();
    let mut out = Vec::new();
    let (mut text, mut mark, mut depth) = (String::new(), Mark::Start, 0_i32);
    for c in cell.chars().chain(std::iter::once(';')) {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        let next = match c {
            ',' => Mark::Comma,
            ';' => Mark::Semicolon,
            '\n' => Mark::LineFeed,
            _ => Mark::Start,
        };
        if next == Mark::Start || (closed && depth > 0) {
            text.push(c);
            continue;
        }
        let taken = squeeze(&std::mem::take(&mut text));
        let bare = taken.trim_start_matches(['-', '–', '+', '•', '*', ' ']).trim_end_matches(['.', ' ']);
        if !bare.is_empty() {
            out.push(Atom { text: bare.to_owned(), mark });
        }
        mark = next;
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static DIRECTORY: LazyLock<Directory> = LazyLock::new(Directory::builtin);

    /// Units by abbreviation, "*" for all, "*: …" for restricted, "~" for others, "?" for unknown.
    fn split(cell: &str) -> Vec<String> {
        let directory = Directory::builtin();
        let show = |named: &Named| match named {
            Named::Unit(unit) => unit.abbreviation.clone(),
            Named::AllUnits { restriction: None } => "*".to_owned(),
            Named::AllUnits { restriction: Some(text) } => format!("*: {text}"),
            Named::Others(text) => format!("~{text}"),
            Named::Unknown(text) => format!("?{text}"),
        };
        directory.split(cell).iter().map(show).collect()
    }

    #[test]
    fn cells_come_apart_at_the_right_places() {
        assert_eq!(split("Trung tâm CNTT, Văn phòng Bộ"), ["TTCNTT", "VP"]);
        assert_eq!(split("VnExpress; Tạp chí KH&CN Việt Nam"), ["VNE", "TCKHCN"]);
        assert_eq!(split("- Trung tâm\nCông nghệ thông tin\n- Vụ Pháp chế."), ["TTCNTT", "PC"]);
        assert_eq!(split("Vụ Khoa học Xã hội, Nhân văn và Tự nhiên, Vụ Pháp chế và Văn phòng Bộ"), ["XNT", "PC", "VP"]);
        assert_eq!(split("Trung tâm Công nghệ thông tin (đầu mối, tổng hợp); VP"), ["TTCNTT", "VP"]);
        assert_eq!(split("Chủ trì: Vụ KH-TC"), ["KHTC"]);
        assert_eq!(split(""), Vec::<String>::new());
        assert_eq!(split("Trung tâm Vũ trụ, Văn phòng Bộ"), ["?Trung tâm Vũ trụ", "VP"]);
        let unknown = "Cục Khoa học, Công nghệ và Thông tin";
        assert_eq!(split(unknown), [format!("?{unknown}")], "a comma inside a name");
        assert_eq!(
            split(&format!("{unknown}, Tập đoàn Bưu chính, VP")),
            [format!("?{unknown}"), "?Tập đoàn Bưu chính".into(), "VP".into()]
        );
        assert_eq!(split("Cục Vũ trụ, VNPT, Bộ Công an"), ["?Cục Vũ trụ", "?VNPT", "~Bộ Công an"]);
    }

    #[test]
    fn all_units_are_known_in_their_variants() {
        for cell in
            ["Các đơn vị thuộc Bộ", "các cơ quan, đơn vị trực thuộc Bộ", "Toàn bộ các đơn vị thuộc Bộ KH&CN", "Các đơn vị"]
        {
            assert_eq!(split(cell), ["*"], "{cell}");
        }
        assert_eq!(split("Các đơn vị chủ trì cung cấp TTHC"), ["*: chủ trì cung cấp TTHC"]);
        assert_eq!(split("Các đơn vị thuộc Bộ có HTTT"), ["*: có HTTT"]);
        assert_eq!(split("Các đơn vị thuộc Bộ (không bao gồm Vụ A, Vụ B)"), ["*: không bao gồm Vụ A, Vụ B"]);
        assert_eq!(split("Các đơn vị quản lý, đơn vị chủ trì nhiệm vụ"), ["*: quản lý, đơn vị chủ trì nhiệm vụ"]);
        assert_eq!(split("Trung tâm CNTT và các đơn vị thuộc Bộ"), ["TTCNTT", "*"]);
    }

    #[test]
    fn nobody_in_particular_is_not_everybody() {
        for cell in
            ["Các đơn vị liên quan", "Các đơn vị thuộc Bộ có liên quan", "Các bộ, ngành", "Bộ Công an", "Các doanh nghiệp"]
        {
            assert_eq!(split(cell), [format!("~{cell}")]);
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(cell in any::<String>()) {
            let _ = DIRECTORY.split(&cell);
        }

        /// Any units joined by any of the signs are found again, in order.
        #[test]
        fn joined_names_come_apart(picks in proptest::collection::vec((0usize..40, 0usize..4), 1..5)) {
            let directory = &*DIRECTORY;
            let mut cell = String::new();
            let mut want = Vec::new();
            for (at, sign) in picks {
                let unit = &directory.units()[at % directory.units().len()];
                if !cell.is_empty() { cell.push_str([", ", "; ", "\n", ";\n- "][sign]); }
                cell.push_str(&unit.name);
                want.push(Named::Unit(unit));
            }
            prop_assert_eq!(directory.split(&cell), want);
        }
    }
}
