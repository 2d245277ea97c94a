//! Fuzz target: `skh_fuzz::pdf`.
#![no_main]

libfuzzer_sys::fuzz_target!(init: skh_fuzz::watch(), |input: &[u8]| skh_fuzz::pdf(input));
