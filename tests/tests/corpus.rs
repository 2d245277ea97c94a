//! Every input that the fuzzers kept, fed to its target again without a fuzzer, as it is and a little changed: what was once
//! found stays mended.
//! The targets themselves stand in `tests/fuzz/src/lib.rs`; `cargo xtask fuzz` runs them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../fuzz/src/lib.rs"]
mod fuzz;

use std::sync::{Arc, Mutex, OnceLock};

use skh_tests::program::{listing, root};

type Heard = Arc<Mutex<Option<String>>>;

/// Hears panics of our own code, those too that the reading thread would tell as a damaged file.
fn listening() -> &'static Heard {
    static HEARD: OnceLock<Heard> = OnceLock::new();
    HEARD.get_or_init(|| {
        let heard = Heard::default();
        let ear = Arc::clone(&heard);
        std::panic::set_hook(Box::new(move |panic| *ear.lock().unwrap() = Some(panic.to_string())));
        fuzz::watch();
        heard
    })
}

/// Feeds an input to its target; what went wrong.
fn fault(target: &str, input: &[u8]) -> Option<String> {
    let heard = listening();
    let ended = std::panic::catch_unwind(|| fuzz::run(target, input));
    let said = heard.lock().unwrap().take();
    if ended.is_err() || said.is_some() { Some(said.unwrap_or_default()) } else { None }
}

/// The kept inputs of a target.
fn kept(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tests/fuzz/corpus").join(target);
    let names = listing(&folder);
    assert!(names.len() > 5, "{target} has lost its corpus");
    names.into_iter().map(|name| (name.clone(), std::fs::read(folder.join(name)).unwrap())).collect()
}

#[test]
fn kept_inputs_are_read_without_a_fault_and_so_they_are_when_changed() {
    // a run of its own may try more: SKH_CHANGES=200 cargo test -p skh-tests --test corpus
    let changes: u64 = std::env::var("SKH_CHANGES").map_or(1, |text| text.parse().unwrap());
    let only = std::env::var("SKH_TARGET").unwrap_or_default();
    for target in fuzz::TARGETS.into_iter().filter(|target| target.contains(&only)) {
        let inputs = kept(target);
        for (at, (name, input)) in inputs.iter().enumerate() {
            if let Some(said) = fault(target, input) {
                panic!("tests/fuzz/corpus/{target}/{name}: {said}");
            }
            for change in 0..changes {
                let mut random = Random(0x9e37_79b9_7f4a_7c15 ^ (at as u64) << 20 ^ (change + 1));
                let other = &inputs[random.below(inputs.len())].1;
                let changed = random.changed(input, other);
                if let Some(said) = fault(target, &changed) {
                    let found = std::env::temp_dir().join(format!("skh-{target}-{name}-{change}"));
                    std::fs::write(&found, &changed).unwrap();
                    panic!("{}: {said}", found.display());
                }
            }
        }
        if changes > 1 {
            println!("{target}: {} inputs, {changes} changes each", inputs.len());
        }
    }
}

/// The same changes on every run (xorshift).
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap() % end.max(1)
    }

    /// An input with a few of its bytes flipped, taken out, said twice, or taken from another one.
    fn changed(&mut self, input: &[u8], other: &[u8]) -> Vec<u8> {
        const ODD: [&[u8]; 10] =
            [b"0", b"-1", b"65536", b"4294967296", b"18446744073709551615", b"1e39", b"\0", b"\xff\xfe", b"\n\n", b"\xc4\x91"];
        let mut out = input.to_vec();
        for _ in 0..=self.below(4) {
            let (from, length) = (self.below(out.len()), self.below(24));
            let to = (from + length).min(out.len());
            match self.below(5) {
                0 if !out.is_empty() => out[from] ^= 1 << self.below(8),
                1 => drop(out.drain(from..to)),
                2 => {
                    let twice = out[from..to].to_vec();
                    out.splice(from..from, twice);
                }
                3 => drop(out.splice(from..to, ODD[self.below(ODD.len())].iter().copied())),
                _ => {
                    let begin = self.below(other.len());
                    let end = (begin + self.below(200)).min(other.len());
                    out.splice(from..to, other[begin..end].iter().copied());
                }
            }
        }
        out
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
