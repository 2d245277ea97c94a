//! What a unit may settle about its pages: sizes, margins and distances for which Decree 30/2020/NĐ-CP leaves a range.
//!
//! One table, [`SETTINGS`], names each with its rule, range and default. A value outside its range is refused with the
//! rule's id, never moved into it; [`PageSettings`] therefore only ever holds values that the decree allows.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a setting may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Allowed {
    /// Anything from the first to the second, both included.
    Between(f64, f64),
    /// This or more.
    AtLeast(f64),
    /// One of these.
    OneOf(&'static [f64]),
}

/// Something that a unit may settle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Setting {
    /// Its name in profile files: "margin_left".
    pub key: &'static str,
    /// The rule that gives its range: "P2".
    pub rule: &'static str,
    /// In Vietnamese: "lề trái".
    pub name: &'static str,
    /// "mm", "pt", "dòng"; empty for a share or a multiple.
    pub unit: &'static str,
    /// Its range.
    pub allowed: Allowed,
    /// What it is unless settled otherwise.
    pub default: f64,
}

const fn setting(
    key: &'static str,
    rule: &'static str,
    name: &'static str,
    unit: &'static str,
    allowed: Allowed,
    default: f64,
) -> Setting {
    Setting { key, rule, name, unit, allowed, default }
}

const SMALL: Allowed = Allowed::Between(12.0, 13.0);
const LARGE: Allowed = Allowed::Between(13.0, 14.0);
/// Length of a drawn rule as a share of the text above it.
const SHARE: Allowed = Allowed::Between(1.0 / 3.0, 0.5);

/// Every setting, in the order of the rules.
pub const SETTINGS: [Setting; 25] = [
    setting("margin_top", "P2", "lề trên", "mm", Allowed::Between(20.0, 25.0), 20.0),
    setting("margin_bottom", "P2", "lề dưới", "mm", Allowed::Between(20.0, 25.0), 20.0),
    setting("margin_left", "P2", "lề trái", "mm", Allowed::Between(30.0, 35.0), 30.0),
    setting("margin_right", "P2", "lề phải", "mm", Allowed::Between(15.0, 20.0), 15.0),
    setting("page_number", "P3", "cỡ chữ số trang", "pt", LARGE, 14.0),
    setting("country", "H1", "cỡ chữ Quốc hiệu", "pt", SMALL, 13.0),
    setting("motto", "H2", "cỡ chữ Tiêu ngữ", "pt", LARGE, 14.0),
    setting("superior", "H3", "cỡ chữ tên cơ quan chủ quản", "pt", SMALL, 13.0),
    setting("issuer", "H4", "cỡ chữ tên cơ quan ban hành", "pt", SMALL, 13.0),
    setting("issuer_rule", "H4", "đường kẻ dưới tên cơ quan ban hành so với dòng chữ", "", SHARE, 0.4),
    setting("place_date", "H6", "cỡ chữ địa danh và thời gian", "pt", LARGE, 14.0),
    setting("kind", "T1", "cỡ chữ tên loại", "pt", LARGE, 14.0),
    setting("subject", "T2", "cỡ chữ trích yếu", "pt", LARGE, 14.0),
    setting("subject_rule", "T2", "đường kẻ dưới trích yếu so với dòng chữ", "", SHARE, 0.4),
    setting("enclosed_with", "T4", "cỡ chữ dòng kèm theo quyết định", "pt", LARGE, 14.0),
    setting("body", "B1", "cỡ chữ nội dung", "pt", LARGE, 14.0),
    setting("indent", "B1", "thụt đầu dòng", "mm", Allowed::OneOf(&[10.0, 12.7]), 12.7),
    setting("paragraph_gap", "B1", "khoảng cách giữa các đoạn", "pt", Allowed::AtLeast(6.0), 6.0),
    setting("line_spacing", "B1", "giãn dòng", "", Allowed::Between(1.0, 1.5), 1.15),
    setting("authority", "S1", "cỡ chữ quyền hạn, chức vụ", "pt", LARGE, 14.0),
    setting("signature_room", "S2", "chỗ ký", "dòng", Allowed::Between(4.0, 5.0), 4.5),
    setting("signer", "S3", "cỡ chữ họ tên người ký", "pt", LARGE, 14.0),
    setting("addressee", "N3", "cỡ chữ nơi kính gửi", "pt", LARGE, 14.0),
    setting("annex_title", "A2, A3", "cỡ chữ tiêu đề phụ lục", "pt", LARGE, 14.0),
    setting("table", "A4", "cỡ chữ bảng", "pt", Allowed::Between(10.0, 13.0), 12.0),
];

/// Why a setting is refused.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum SettingError {
    /// No such setting.
    #[error("không có mục “{0}” trong thiết lập trang")]
    Unknown(String),
    /// The decree does not allow the value: "P2: lề trái 30–35 mm, không nhận 25 mm".
    #[error("{}: {} {}, không nhận {}", .0.rule, .0.name, .0.range(), .0.measured(*.1))]
    OutOfRange(Box<Setting>, f64),
}

/// What the unit settled; whatever it left out has its default.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<String, f64>", into = "BTreeMap<String, f64>")]
#[cfg_attr(feature = "bindings", derive(specta::Type), specta(type = BTreeMap<String, f64>))]
pub struct PageSettings(BTreeMap<String, f64>);

impl Setting {
    /// The setting of this key.
    pub fn of(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// Whether the decree allows a value.
    pub fn allows(&self, value: f64) -> bool {
        // 33 % is what people write for a third
        const CLOSE: f64 = 0.005;
        match self.allowed {
            Allowed::Between(low, high) if self.unit.is_empty() => (low - CLOSE..=high).contains(&value),
            Allowed::Between(low, high) => (low..=high).contains(&value),
            Allowed::AtLeast(low) => value.is_finite() && value >= low,
            Allowed::OneOf(values) => values.contains(&value),
        }
    }

    /// Its range as people write it: "30–35 mm".
    pub fn range(&self) -> String {
        match self.allowed {
            Allowed::Between(low, high) => format!("{}–{}", number(low), self.measured(high)),
            Allowed::AtLeast(low) => format!("từ {} trở lên", self.measured(low)),
            Allowed::OneOf(values) => {
                let values: Vec<String> = values.iter().map(|value| number(*value)).collect();
                format!("{} {}", values.join(" hoặc "), self.unit)
            }
        }
    }

    fn measured(&self, value: f64) -> String {
        if self.unit.is_empty() { number(value) } else { format!("{} {}", number(value), self.unit) }
    }
}

/// With a decimal comma, two places at most.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').replace('.', ",")
}

impl PageSettings {
    /// What a setting is; 0 for a key that there is not.
    pub fn get(&self, key: &str) -> f64 {
        self.0.get(key).copied().or_else(|| Setting::of(key).map(|setting| setting.default)).unwrap_or_default()
    }

    /// Settles a value.
    ///
    /// # Errors
    /// [`SettingError`] if there is no such setting or the decree does not allow the value; nothing has changed then.
    pub fn set(&mut self, key: &str, value: f64) -> Result<(), SettingError> {
        let setting = Setting::of(key).ok_or_else(|| SettingError::Unknown(key.to_owned()))?;
        if !setting.allows(value) {
            return Err(SettingError::OutOfRange(Box::new(*setting), value));
        }
        self.0.insert(key.to_owned(), value);
        Ok(())
    }

    /// Gives a setting its default back.
    ///
    /// # Errors
    /// [`SettingError::Unknown`] if there is no such setting.
    pub fn reset(&mut self, key: &str) -> Result<(), SettingError> {
        Setting::of(key).ok_or_else(|| SettingError::Unknown(key.to_owned()))?;
        self.0.remove(key);
        Ok(())
    }

    /// What was settled, by key.
    pub fn settled(&self) -> impl Iterator<Item = (&str, f64)> {
        self.0.iter().map(|(key, value)| (key.as_str(), *value))
    }
}

impl TryFrom<BTreeMap<String, f64>> for PageSettings {
    type Error = SettingError;

    fn try_from(values: BTreeMap<String, f64>) -> Result<Self, SettingError> {
        let mut settings = Self::default();
        values.iter().try_for_each(|(key, value)| settings.set(key, *value))?;
        Ok(settings)
    }
}

impl From<PageSettings> for BTreeMap<String, f64> {
    fn from(settings: PageSettings) -> Self {
        settings.0
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
mod tests {
    use super::*;

    #[test]
    fn a_value_outside_its_range_is_refused_with_its_rule() {
        let mut settings = PageSettings::default();
        let said = settings.set("margin_left", 25.0).unwrap_err().to_string();
        assert_eq!(said, "P2: lề trái 30–35 mm, không nhận 25 mm");
        assert_eq!(settings.get("margin_left"), 30.0, "nothing is moved into the range");
        let said = settings.set("indent", 12.0).unwrap_err().to_string();
        assert_eq!(said, "B1: thụt đầu dòng 10 hoặc 12,7 mm, không nhận 12 mm");
        assert!(matches!(settings.set("colour", 1.0), Err(SettingError::Unknown(_))));
        assert!(serde_json::from_str::<PageSettings>("{\"margin_left\": 25}").is_err());
    }

    #[test]
    fn every_setting_takes_its_bounds_and_nothing_beyond() {
        for setting in SETTINGS {
            let (inside, outside): (Vec<f64>, Vec<f64>) = match setting.allowed {
                Allowed::Between(low, high) => (vec![low, high], vec![low - 0.1, high + 0.1]),
                Allowed::AtLeast(low) => (vec![low, low + 6.0], vec![low - 0.1, f64::INFINITY]),
                Allowed::OneOf(values) => (values.to_vec(), vec![values[0] - 0.1, values[0] + 0.1]),
            };
            let mut settings = PageSettings::default();
            assert!(setting.allows(settings.get(setting.key)), "{}: its default", setting.key);
            for value in inside {
                settings.set(setting.key, value).unwrap();
                assert_eq!(settings.get(setting.key), value, "{}", setting.key);
            }
            for value in outside.into_iter().chain([f64::NAN, -1.0]) {
                let before = settings.clone();
                let error = settings.set(setting.key, value).unwrap_err().to_string();
                assert!(error.starts_with(&format!("{}: {}", setting.rule, setting.name)), "{error}");
                assert_eq!(settings, before);
            }
        }
    }

    #[test]
    fn every_rule_with_a_range_has_a_setting() {
        for rule in ["P2", "P3", "H1", "H2", "H3", "H4", "H6", "T1", "T2", "T4", "B1", "S1", "S2", "S3", "N3", "A2", "A3", "A4"] {
            assert!(SETTINGS.iter().any(|setting| setting.rule.split(", ").any(|id| id == rule)), "{rule}");
        }
    }
}
