//! Every input that the fuzzers kept, fed to its target again without a fuzzer: what was once found stays mended.
//! The targets themselves stand in `tests/fuzz/src/lib.rs`; `cargo xtask fuzz` runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::sync::{Arc, Mutex};

use skh_tests::program::{listing, root};

#[test]
fn every_kept_input_is_read_without_a_fault() {
    let corpus = root().join("tests/fuzz/corpus");
    // a panic of our own code on the reading thread would be told as a damaged file: it is heard here
    let heard = Arc::new(Mutex::new(None));
    let ear = Arc::clone(&heard);
    std::panic::set_hook(Box::new(move |panic| *ear.lock().unwrap() = Some(panic.to_string())));
    fuzz::watch();
    for target in fuzz::TARGETS {
        let folder = corpus.join(target);
        let names = listing(&folder);
        assert!(names.len() > 5, "{target} has lost its corpus");
        for name in names {
            let input = std::fs::read(folder.join(&name)).unwrap();
            if let Err(fault) = std::panic::catch_unwind(|| fuzz::run(target, &input)) {
                let said = fault.downcast_ref::<String>().map_or("no words", String::as_str);
                panic!("tests/fuzz/corpus/{target}/{name}: {said}");
            }
            let fault = heard.lock().unwrap().take();
            assert!(fault.is_none(), "tests/fuzz/corpus/{target}/{name}: {}", fault.unwrap_or_default());
        }
    }
}

#[test]
fn the_corpus_stays_small() {
    fn bytes(folder: &std::path::Path) -> u64 {
        let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        entries.map(|e| if e.path().is_dir() { bytes(&e.path()) } else { e.metadata().unwrap().len() }).sum()
    }
    let size = bytes(&root().join("tests/fuzz/corpus"));
    assert!(size < 2 << 20, "{size} bytes: minimise it with `cargo xtask fuzz TARGET`");
}
