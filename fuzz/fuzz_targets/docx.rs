//! What `../checks.rs` does with an input of this name.
#![no_main]

#[path = "../checks.rs"]
mod checks;
#[path = "../quiet.rs"]
mod quiet;

libfuzzer_sys::fuzz_target!(init: quiet::panics(), |bytes: &[u8]| {
    checks::run("docx", bytes);
});
