//! The ministry's units, and finding one by any of the names that papers give it.

use std::collections::BTreeMap;

use serde::Deserialize;
use thiserror::Error;

use super::toml_place;
use super::words::key;
use crate::plan::Unit;
use crate::text::squeeze;

const BO_KHCN: &str = include_str!("../../../../templates/bo-khcn/units.toml");

/// A unit as the directory knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitEntry {
    /// Full name, sentence case.
    pub name: String,
    /// Abbreviation in symbols: "TTCNTT".
    pub abbreviation: String,
    /// Other names that papers give it.
    pub aliases: Vec<String>,
    /// Cơ quan chủ quản.
    pub superior: String,
    /// Post of its head: "Giám đốc".
    pub head_title: String,
    /// Địa danh on its papers.
    pub place: String,
    /// Where the directory has it from, as the data file says.
    pub source: String,
}

/// What the head of a unit is called, by the unit's name: "Vụ …" → "Vụ trưởng"; "Thủ trưởng" where the name does not say.
pub fn head_title(name: &str) -> &'static str {
    const HEADS: [(&str, &str); 16] = [
        ("van phong", "Chánh Văn phòng"),
        ("thanh tra", "Chánh Thanh tra"),
        ("cuc", "Cục trưởng"),
        ("tong cuc", "Tổng cục trưởng"),
        ("vu", "Vụ trưởng"),
        ("vien", "Viện trưởng"),
        ("hoc vien", "Giám đốc"),
        ("trung tam", "Giám đốc"),
        ("so", "Giám đốc"),
        ("ban", "Trưởng Ban"),
        ("uy ban", "Chủ tịch"),
        ("truong", "Hiệu trưởng"),
        ("bao", "Tổng Biên tập"),
        ("tap chi", "Tổng Biên tập"),
        ("nha xuat ban", "Giám đốc"),
        ("quy", "Giám đốc"),
    ];
    let name = format!("{} ", key(name));
    HEADS.iter().find(|(kind, _)| name.starts_with(&format!("{kind} "))).map_or("Thủ trưởng", |(_, head)| head)
}

impl UnitEntry {
    /// The unit as a plan carries it.
    pub fn unit(&self) -> Unit {
        Unit {
            name: self.name.clone(),
            abbreviation: self.abbreviation.clone(),
            superior: self.superior.clone(),
            head_title: self.head_title.clone(),
        }
    }
}

/// A ministry and its units.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Directory {
    /// The ministry's name.
    pub ministry: String,
    /// Units in the file's order.
    units: Vec<UnitEntry>,
    /// Key of every name → place among the units.
    names: BTreeMap<String, usize>,
    /// Keys of the ministry's names, longest first.
    ministry_names: Vec<String>,
}

/// A name that no unit has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("không có đơn vị “{name}” trong danh bạ")]
pub struct UnknownUnit {
    /// As it was asked for.
    pub name: String,
    /// Full names of the nearest units, nearest first, at most three; empty if none is near.
    pub nearest: Vec<String>,
}

/// Why a file of units cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DirectoryError {
    /// The TOML is wrong or names a field that there is not.
    #[error("danh bạ đơn vị sai tại {place}: {reason}")]
    Syntax {
        /// "dòng 12".
        place: String,
        /// What the parser says.
        reason: String,
    },
    /// Two units answer to one name.
    #[error("hai đơn vị cùng tên gọi “{name}”: {first} và {second}")]
    SameName {
        /// The name.
        name: String,
        /// Full name of the first.
        first: String,
        /// Full name of the second.
        second: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ministry: FileMinistry,
    #[serde(default)]
    unit: Vec<FileUnit>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileMinistry {
    name: String,
    abbreviation: String,
    #[serde(default)]
    aliases: Vec<String>,
    place: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileUnit {
    name: String,
    abbreviation: String,
    #[serde(default)]
    aliases: Vec<String>,
    superior: Option<String>,
    head_title: String,
    place: Option<String>,
    #[serde(default)]
    source: String,
}

impl Directory {
    /// Where the built-in directory stands in the source tree.
    pub const BUILTIN_FILE: &str = "templates/bo-khcn/units.toml";

    /// The units of Bộ Khoa học và Công nghệ that come with the program; a test holds the file to its shape.
    pub fn builtin() -> Self {
        Self::parse(BO_KHCN).unwrap_or_default()
    }

    /// Reads a file of units.
    ///
    /// # Errors
    /// [`DirectoryError`] if the TOML is wrong or two units answer to one name.
    pub fn parse(text: &str) -> Result<Self, DirectoryError> {
        let file: File = toml::from_str(text)
            .map_err(|error| DirectoryError::Syntax { place: toml_place(text, &error), reason: error.message().to_owned() })?;
        let mut ministry_names: Vec<String> = file.ministry.aliases.iter().map(|name| key(name)).collect();
        ministry_names.extend([key(&file.ministry.name), key(&file.ministry.abbreviation)]);
        ministry_names.sort_by_key(|name| (std::cmp::Reverse(name.len()), name.clone()));
        ministry_names.dedup();
        let ministry = squeeze(&file.ministry.name);
        let mut directory = Self { ministry, units: Vec::new(), names: BTreeMap::new(), ministry_names };
        for unit in file.unit {
            directory.add(unit, &file.ministry.place)?;
        }
        Ok(directory)
    }

    fn add(&mut self, unit: FileUnit, place: &str) -> Result<(), DirectoryError> {
        let entry = UnitEntry {
            name: squeeze(&unit.name),
            abbreviation: squeeze(&unit.abbreviation),
            aliases: unit.aliases.iter().map(|alias| squeeze(alias)).collect(),
            superior: unit.superior.map_or_else(|| self.ministry.clone(), |s| squeeze(&s)),
            head_title: squeeze(&unit.head_title),
            place: squeeze(unit.place.as_deref().unwrap_or(place)),
            source: squeeze(&unit.source),
        };
        self.put(entry)
    }

    fn put(&mut self, entry: UnitEntry) -> Result<(), DirectoryError> {
        for name in [&entry.name, &entry.abbreviation].into_iter().chain(&entry.aliases) {
            match self.names.insert(key(name), self.units.len()) {
                Some(other) if other != self.units.len() => {
                    let first = self.units[other].name.clone();
                    return Err(DirectoryError::SameName { name: name.clone(), first, second: entry.name.clone() });
                }
                _ => {}
            }
        }
        self.units.push(entry);
        Ok(())
    }

    /// The directory with one unit more, for a unit that the file does not have yet.
    ///
    /// # Errors
    /// [`DirectoryError::SameName`] if another unit answers to one of its names.
    pub fn with(mut self, entry: UnitEntry) -> Result<Self, DirectoryError> {
        self.put(entry)?;
        Ok(self)
    }

    /// Every unit, in the file's order.
    pub fn units(&self) -> &[UnitEntry] {
        &self.units
    }

    /// The unit that answers to `name`: full name, abbreviation or alias, whatever the case, accents and spaces,
    /// with or without the ministry's name behind it.
    ///
    /// # Errors
    /// [`UnknownUnit`] with the nearest units if there is none.
    pub fn find(&self, name: &str) -> Result<&UnitEntry, UnknownUnit> {
        self.named(name).ok_or_else(|| UnknownUnit { name: squeeze(name), nearest: self.nearest(name) })
    }

    /// [`Self::find`] without the search for the nearest.
    pub(super) fn named(&self, name: &str) -> Option<&UnitEntry> {
        let key = key(name);
        let at = self.names.get(&key).or_else(|| self.names.get(self.without_ministry(&key)?));
        at.and_then(|at| self.units.get(*at))
    }

    /// "van phong bo khoa hoc cong nghe" → "van phong"; "vu phap che thuoc bo" → "vu phap che".
    fn without_ministry<'k>(&self, key: &'k str) -> Option<&'k str> {
        let rest = self.ministry_names.iter().find_map(|name| key.strip_suffix(name.as_str())).or_else(|| {
            // "của Bộ", "thuộc Bộ": the ministry without its name
            key.strip_suffix("thuoc bo").or_else(|| key.strip_suffix("cua bo"))
        })?;
        let rest = rest.trim_end();
        let rest = rest.strip_suffix(" truc thuoc").or_else(|| rest.strip_suffix(" thuoc")).unwrap_or(rest);
        let rest = rest.strip_suffix(" cua").unwrap_or(rest);
        (!rest.is_empty()).then_some(rest)
    }

    /// Whether these words name the ministry ("Bộ KH&CN").
    pub(super) fn is_ministry(&self, name: &str) -> bool {
        self.ministry_names.contains(&key(name))
    }

    /// Full names of the units whose names look most like `name`, at most three.
    fn nearest(&self, name: &str) -> Vec<String> {
        let wanted = letter_pairs(&key(name));
        let mut best: BTreeMap<usize, f64> = BTreeMap::new();
        for (known, at) in &self.names {
            let likeness = likeness(&wanted, &letter_pairs(known));
            let entry = best.entry(*at).or_insert(0.0);
            *entry = entry.max(likeness);
        }
        let mut near: Vec<(usize, f64)> = best.into_iter().filter(|(_, likeness)| *likeness >= 0.45).collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.iter().take(3).map(|(at, _)| self.units[*at].name.clone()).collect()
    }
}

fn letter_pairs(text: &str) -> Vec<(char, char)> {
    let letters: Vec<char> = std::iter::once(' ').chain(text.chars()).chain(std::iter::once(' ')).collect();
    letters.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// Dice's coefficient of two bags of letter pairs, 0 to 1.
fn likeness(one: &[(char, char)], other: &[(char, char)]) -> f64 {
    let mut left: Vec<(char, char)> = other.to_vec();
    let common = one.iter().filter(|pair| left.iter().position(|p| p == *pair).map(|at| left.swap_remove(at)).is_some());
    2.0 * common.count() as f64 / (one.len() + other.len()).max(1) as f64
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use std::sync::LazyLock;

    use proptest::prelude::*;

    use super::*;

    static DIRECTORY: LazyLock<Directory> = LazyLock::new(Directory::builtin);

    #[test]
    fn the_built_in_directory_is_whole() {
        let directory = Directory::parse(BO_KHCN).unwrap();
        assert!(directory.units().len() >= 25);
        for unit in directory.units() {
            assert!(!unit.head_title.is_empty() && !unit.abbreviation.is_empty() && !unit.source.is_empty(), "{}", unit.name);
        }
    }

    #[test]
    fn a_unit_answers_to_all_its_names() {
        let directory = Directory::builtin();
        for (asked, name) in [
            ("TTCNTT", "Trung tâm Công nghệ thông tin"),
            ("trung tâm  CNTT", "Trung tâm Công nghệ thông tin"),
            ("Trung tam cong nghe thong tin", "Trung tâm Công nghệ thông tin"),
            ("Trung tâm Công nghệ thông tin, Bộ KH&CN", "Trung tâm Công nghệ thông tin"),
            ("Cục TTKH&CN QG", "Cục Thông tin khoa học và công nghệ quốc gia"),
            ("Cục Thông tin KH&CN quốc gia", "Cục Thông tin khoa học và công nghệ quốc gia"),
            ("VỤ TỔ CHỨC CÁN BỘ", "Vụ Tổ chức cán bộ"),
            ("Vụ Kế hoạch – Tài chính", "Vụ Kế hoạch - Tài chính"),
            ("Văn phòng Bộ Khoa học và Công nghệ", "Văn phòng Bộ"),
            ("Vụ Pháp chế thuộc Bộ", "Vụ Pháp chế"),
            ("VnExpress", "Báo VnExpress"),
            ("Tạp chí KH&CN Việt Nam", "Tạp chí Khoa học và Công nghệ Việt Nam"),
            ("Uỷ ban Tiêu chuẩn Đo lường Chất lượng Quốc gia", "Ủy ban Tiêu chuẩn Đo lường Chất lượng Quốc gia"),
        ] {
            assert_eq!(directory.find(asked).map(|u| u.name.as_str()), Ok(name), "{asked}");
        }
    }

    #[test]
    fn a_unit_that_is_not_in_the_file_is_added_and_its_head_named() {
        let entry = |name: &str, abbreviation: &str| UnitEntry {
            name: name.into(),
            abbreviation: abbreviation.into(),
            aliases: Vec::new(),
            superior: "Bộ A".into(),
            head_title: head_title(name).into(),
            place: "Hà Nội".into(),
            source: String::new(),
        };
        let more = Directory::builtin().with(entry("Vụ Vũ trụ", "VVT")).unwrap();
        assert_eq!(more.find("vu vu tru").map(|unit| unit.head_title.as_str()), Ok("Vụ trưởng"));
        assert!(Directory::builtin().with(entry("Vụ Vũ trụ", "TTCNTT")).is_err());
        assert_eq!((head_title("Học viện Chiến lược"), head_title("Hội đồng A")), ("Giám đốc", "Thủ trưởng"));
    }

    #[test]
    fn an_unknown_name_brings_the_nearest() {
        let directory = Directory::builtin();
        let error = directory.find("Trung tâm Công nghệ thông").unwrap_err();
        assert_eq!(error.nearest[0], "Trung tâm Công nghệ thông tin");
        assert!(directory.find("Vụ Pháp chees").unwrap_err().nearest.contains(&"Vụ Pháp chế".to_owned()));
        assert!(directory.find("zzz").unwrap_err().nearest.is_empty());
        for empty in ["", " ", "&", "Bộ Khoa học và Công nghệ"] {
            assert!(directory.find(empty).is_err(), "{empty}");
        }
    }

    #[test]
    fn a_wrong_file_says_where() {
        let head = "[ministry]\nname = \"Bộ A\"\nabbreviation = \"BA\"\nplace = \"Hà Nội\"\n";
        let unknown = format!("{head}[[unit]]\nname = \"Vụ B\"\nabbreviation = \"B\"\nhead_title = \"Vụ trưởng\"\ncolour = 1\n");
        let Err(DirectoryError::Syntax { place, .. }) = Directory::parse(&unknown) else { panic!("must be refused") };
        assert_eq!(place, "dòng 9");
        let unit = "[[unit]]\nname = \"Vụ B\"\nabbreviation = \"B\"\nhead_title = \"Vụ trưởng\"\n";
        let twice = format!("{head}{unit}{}", unit.replace("Vụ B", "Vụ C"));
        assert!(matches!(Directory::parse(&twice), Err(DirectoryError::SameName { .. })));
    }

    proptest! {
        /// Case, accents, spaces and the ministry's name behind it do not change which unit is meant.
        #[test]
        fn spelling_does_not_matter(at in 0usize..40, upper: bool, bare: bool, wide in 1usize..4, ministry: bool) {
            let directory = &*DIRECTORY;
            let unit = &directory.units()[at % directory.units().len()];
            let mut asked = unit.name.replace(' ', &" ".repeat(wide));
            if upper { asked = asked.to_uppercase(); }
            if bare { asked = crate::text::fold(&asked); }
            if ministry { asked.push_str(" Bộ KH&CN"); }
            // "Văn phòng Bộ Bộ KH&CN" is nobody's spelling
            prop_assume!(!(ministry && unit.name.ends_with("Bộ")));
            prop_assert_eq!(directory.find(&asked).map(|u| u.name.clone()), Ok(unit.name.clone()));
        }

        #[test]
        fn nothing_panics(name in any::<String>()) {
            let _ = DIRECTORY.find(&name);
        }
    }
}
