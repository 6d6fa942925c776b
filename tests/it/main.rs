//! All integration tests, in one binary: one module a room.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::disallowed_methods,
    unreachable_pub,
    reason = "tests say what went wrong by failing, and read their fixtures from disk"
)]

mod answer;
mod assessment;
mod board;
mod brief;
mod cli;
mod country;
mod date;
mod docs;
mod entity;
mod event;
mod figure;
mod figures;
mod fuzz;
mod hostile;
mod house;
mod lookup;
mod model;
mod pty;
mod query;
mod roster;
mod rules;
mod screen;
mod seeds;
mod shell;
mod signpost;
mod support;
mod table;
mod text;
mod torn;
mod update;
mod watchfile;
mod work;
