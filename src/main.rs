//! Parses arguments, opens one of two doors, turns the outcome into an exit code.

use bluf::app::Ending;
use bluf::cache::Cache;
use bluf::cli::{self, Arguments, Command, Outcome, Safe, arguments::Explore};
use bluf::signposts::Store;
use bluf::work::Order;
use bluf::{source, ui};
use clap::Parser;
use std::io::{BufWriter, ErrorKind, IsTerminal, Write};
use std::process::ExitCode;

/// Exit codes as grep and fzf have them: 0 found, 1 nothing found, 2 error; 130 interrupted.
fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Some(Command::Rehearse { place, count, seed, format: None })
            if std::io::stdout().is_terminal() =>
        {
            let (paths, dated, no_cache) = (place.paths, place.dated, place.no_cache);
            let own = cli::arguments::Own::default();
            let asked = Explore { paths, dated, no_cache, no_watch: true, mouse: false, own };
            explore(asked, Some((count, seed)))
        }
        Some(command) => {
            let terminal = std::io::stdout().is_terminal();
            let out = BufWriter::new(std::io::stdout().lock());
            if terminal { run(&command, Safe::new(out)) } else { run(&command, out) }
        }
        None => explore(arguments.explore, None),
    };
    match result {
        Ok(code) => code,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(Safe::new(std::io::stderr()), "bluf: {error:#}");
            ExitCode::from(2)
        }
    }
}

fn run(command: &Command, mut out: impl Write) -> anyhow::Result<ExitCode> {
    // Standard error is not held: a thread that panics over a document writes there too, and would wait for ever.
    let outcome = cli::run(command, &mut out, &mut Safe::new(std::io::stderr()));
    outcome.and_then(|o| Ok(out.flush().map(|()| code(o))?))
}

fn code(outcome: Outcome) -> ExitCode {
    match outcome {
        Outcome::Found => ExitCode::SUCCESS,
        Outcome::Nothing => ExitCode::from(1),
        Outcome::Errors => ExitCode::from(2),
    }
}

fn explore(asked: Explore, rehearse: Option<(usize, u64)>) -> anyhow::Result<ExitCode> {
    #[expect(clippy::disallowed_methods, reason = "the door is where the environment is read")]
    let colour = std::env::var_os("NO_COLOR").is_none_or(|v| v.is_empty());
    #[expect(clippy::disallowed_methods, reason = "tests of debug builds ask for a failure")]
    let fault = cfg!(debug_assertions) && std::env::var_os("BLUF_FAULT").is_some();
    let signposts = asked.own.file.map(Store::at).or_else(Store::own);
    let mouse = asked.mouse;
    let options = ui::Options { colour, mouse, fault, rehearse, signposts, ..Default::default() };
    let paths = asked.paths;
    if let Some(message) = source::all_missing(&paths) {
        anyhow::bail!(message);
    }
    cli::check_dated(&paths, asked.dated.as_deref())?;
    // Standard input and the embedded corpus do not change.
    let watched = if asked.no_watch { Vec::new() } else { source::on_disk(&paths) };
    let cache = if asked.no_cache { None } else { Cache::own() };
    let eager = source::on_disk(&paths).first().is_some_and(|path| path.is_dir());
    let find = move |most| cli::find(&paths, asked.dated.as_deref(), most);
    let app = ui::run(Order { find, eager, cache, watched }, &options)?;
    cli::rehearse::scores(&app, &mut Safe::new(std::io::stdout()))?;
    Ok(match app.ending {
        Some(Ending::Quit) => ExitCode::SUCCESS,
        Some(Ending::Interrupted) | None => ExitCode::from(130),
    })
}

/// Whoever reads our output (`head`, a pager) may stop; that is no error.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| {
        cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == ErrorKind::BrokenPipe)
    })
}
