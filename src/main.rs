//! Parses arguments, opens one of two doors, turns an error into a message and an exit code.

fn main() -> std::io::Result<()> {
    let paths: Vec<_> = std::env::args_os().skip(2).map(Into::into).collect();
    bluf::cli::mentions(&paths)
}
