//! The built-in sample: an invented framework letter, ministry plan and unit profile (`templates/mau/`, made by its
//! `make.py`).

/// The sample's papers, as files would hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// File name of the framework letter.
    pub letter_name: &'static str,
    /// Its bytes (DOCX).
    pub letter: &'static [u8],
    /// File name of the ministry's plan, its annex within.
    pub plan_name: &'static str,
    /// Its bytes (DOCX).
    pub plan: &'static [u8],
    /// The profile file's text (TOML).
    pub profile: &'static str,
    /// The unit it is for, by a name that the built-in directory knows.
    pub unit: &'static str,
    /// The year it is for.
    pub year: i32,
}

/// The sample that comes with the program.
pub fn sample() -> Sample {
    Sample {
        letter_name: "cong-van-khung.docx",
        letter: include_bytes!("../../../../templates/mau/cong-van-khung.docx"),
        plan_name: "ke-hoach-bo.docx",
        plan: include_bytes!("../../../../templates/mau/ke-hoach-bo.docx"),
        profile: include_str!("../../../../templates/mau/ho-so-don-vi.toml"),
        unit: "Trung tâm Công nghệ thông tin",
        year: 2026,
    }
}

/// A reading with these fields of the contract and nothing else, for this room's tests.
#[cfg(test)]
#[allow(clippy::unwrap_used)]
pub(super) fn reading_of(fields: &serde_json::Value) -> crate::reading::Reading {
    let mut json = serde_json::json!({
        "kind": "decision", "issuer": [], "number": null, "place": null, "date": null,
        "title": {"kind": null, "subject": null}, "attachment": null, "addressees": [], "recipients": [],
        "signatory": null, "deadline": null, "legal_bases": [], "articles": [], "priority_tasks": [],
        "outline": [], "task_tables": [], "findings": []
    });
    merge(&mut json, fields);
    serde_json::from_value(json).unwrap()
}

#[cfg(test)]
fn merge(into: &mut serde_json::Value, fields: &serde_json::Value) {
    for (name, value) in fields.as_object().into_iter().flatten() {
        into[name] = value.clone();
    }
    let tables = into["task_tables"].as_array_mut().into_iter().flatten();
    for table in tables {
        for field in ["columns", "fields", "groups", "tasks"] {
            if table[field].is_null() {
                table[field] = serde_json::json!([]);
            }
        }
    }
}
