//! The sample papers of `letters/`, in our own words, read as text and as DOCX: what the truth files say of letterhead,
//! title, addressees, signature, căn cứ and outline is read to the letter, the same from both formats.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::path::{Path, PathBuf};

use serde_json::Value;
use skh_core::reading;

fn letters() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("letters")
}

fn read(file: &str) -> Value {
    let bytes = std::fs::read(letters().join(file)).unwrap();
    serde_json::to_value(reading::read(&bytes, file).unwrap()).unwrap()
}

fn truth(name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(letters().join(format!("{name}.truth.json"))).unwrap()).unwrap()
}

/// A value without its places, which differ between formats.
fn bare(value: &Value) -> Value {
    match value {
        Value::Array(items) => Value::Array(items.iter().map(bare).collect()),
        Value::Object(fields) => {
            let kept = fields.iter().filter(|(name, _)| *name != "at");
            Value::Object(kept.map(|(name, value)| (name.clone(), bare(value))).collect())
        }
        other => other.clone(),
    }
}

#[test]
fn the_samples_are_read_to_the_letter() {
    for name in ["framework-letter", "digitisation-decision"] {
        let truth = truth(name);
        for ending in ["docx", "txt"] {
            let read = read(&format!("{name}.{ending}"));
            for (key, want) in truth["reading"].as_object().unwrap() {
                assert_eq!(&bare(&read[key]), want, "{name}.{ending}: {key}");
            }
            let bases = |key: &str| truth[key].as_array().cloned().unwrap_or_default();
            let want: Vec<Value> = [bases("can_cu"), bases("can_cu_plan")].concat();
            assert_eq!(bare(&read["legal_bases"]), Value::Array(want), "{name}.{ending}");
            assert_eq!(bare(&read["outline"]), bare(&truth["outline"]), "{name}.{ending}");
        }
    }
}

#[test]
fn every_node_basis_and_task_knows_its_place() {
    fn places(nodes: &Value) {
        for node in nodes.as_array().unwrap() {
            assert_ne!(node["at"], "", "{}", node["label"]);
            places(&node["children"]);
        }
    }
    let read = read("digitisation-decision.docx");
    places(&read["outline"]);
    for task in read["task_tables"][0]["tasks"].as_array().unwrap() {
        assert_ne!(task["at"], "", "{task}");
    }
    for basis in read["legal_bases"].as_array().unwrap() {
        assert_ne!(basis["where"], "", "{basis}");
        assert_ne!(basis["at"], "", "{basis}");
    }
    for article in read["articles"].as_array().unwrap() {
        assert_ne!(article["at"], "", "{article}");
    }
}
