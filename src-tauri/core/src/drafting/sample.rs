//! The built-in sample.

/// A reading with these fields of the contract and nothing else, for this room's tests.
#[cfg(test)]
pub(super) fn reading_of(fields: &serde_json::Value) -> crate::reading::Reading {
    let mut json = serde_json::json!({
        "kind": "decision", "issuer": [], "number": null, "place": null, "date": null,
        "title": {"kind": null, "subject": null}, "attachment": null, "addressees": [], "recipients": [],
        "signatory": null, "deadline": null, "legal_bases": [], "articles": [], "priority_tasks": [],
        "outline": [], "task_tables": [], "findings": []
    });
    merge(&mut json, fields);
    serde_json::from_value(json).unwrap_or_else(|error| panic!("{error}"))
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
