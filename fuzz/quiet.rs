//! libFuzzer's hook ends the process at any panic, also at one of a parser's that bluf catches and names. This one says
//! where a panic was and lets it go on; what nobody catches still ends the process.

/// Puts it in place.
pub fn panics() {
    std::panic::set_hook(Box::new(|panic| {
        if std::env::var_os("BLUF_FUZZ_LOUD").is_some() {
            eprintln!("{panic}\n{}", std::backtrace::Backtrace::force_capture());
        }
    }));
}
