//! Prints what is read of a file, for looking at by hand.
#![allow(clippy::unwrap_used)]
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    match skh_core::reading::read(&bytes, &path) {
        Ok(reading) => println!("{}", serde_json::to_string(&reading).unwrap()),
        Err(error) => eprintln!("{} {}", error.message, error.hint),
    }
}
