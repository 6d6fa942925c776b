//! The command line: names, help texts and examples. Decides nothing.

use super::examples::{
    ASSESSMENTS, BRIEF, COVERAGE, DOCUMENTS, EVENTS, EXAMPLES, EXIT, EXPLAIN, FIND, INDICATORS,
    MENTIONS, NARRATIVE, REHEARSE, SIGNPOSTS, SOURCES, TABLES, TEXT, VERIFY,
};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// bluf, "bottom line up front": a terminal explorer for an analyst's corpus.
///
/// Without a subcommand it opens the explorer on the PATHs (files, folders or - for standard input), or on the
/// corpus that comes with it. Every date, country and figure it shows leads back to the bytes it came from.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXAMPLES, after_long_help = EXAMPLES, max_term_width = 100)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// The question to answer without a screen.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What the explorer opens.
    #[command(flatten)]
    pub explore: Explore,
}

/// Options of the explorer.
#[derive(Debug, Args)]
pub struct Explore {
    /// Files, folders or - (standard input); the embedded corpus where none is given
    pub paths: Vec<PathBuf>,
    /// The date of publication (EDTF) of the one document given, which then anchors "last week"
    #[arg(long, value_name = "DATE")]
    pub dated: Option<String>,
    /// Do not keep, or use, text that was taken out of files before
    #[arg(long)]
    pub no_cache: bool,
    /// Do not watch the paths for files that change
    #[arg(long)]
    pub no_watch: bool,
    /// Let the mouse scroll and select (the terminal's own selection then needs Shift)
    #[arg(long)]
    pub mouse: bool,
    /// The analyst's file.
    #[command(flatten)]
    pub own: Own,
}

/// The questions that can be asked without a screen.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// List documents: title, date, publisher, counts
    #[command(after_help = format!("{DOCUMENTS}{EXIT}"))]
    Documents(Selection),
    /// List every file: format, pages, words, events, or why it could not be read
    #[command(after_help = format!("{SOURCES}{EXIT}"))]
    Sources(Selection),
    /// Print the text that places lead to: a file's own bytes, or what was taken out of it
    #[command(after_help = format!("{TEXT}{EXIT}"))]
    Text(Selection),
    /// Answer a question in plain words: the sentences that say it, the best first
    #[command(after_help = format!("{FIND}{EXIT}"))]
    Find {
        /// The question: "recruits stopped 2016"
        question: String,
        /// Where the answer is looked for
        #[command(flatten)]
        place: Place,
        /// The most rows to print
        #[arg(long, short = 'n', value_name = "N", default_value_t = 10)]
        limit: usize,
        /// How to print: a table on a terminal, plain tab-separated lines when piped
        #[arg(long, short, value_name = "FORMAT")]
        format: Option<Format>,
    },
    /// List dated events in chronological order, each with its sentence
    #[command(after_help = format!("{EVENTS}{EXIT}"))]
    Events(Selection),
    /// List figures with what they count, where and when
    #[command(after_help = format!("{INDICATORS}{EXIT}"))]
    Indicators {
        /// What is listed.
        #[command(flatten)]
        selection: Selection,
        /// Print series: the values of one thing along the calendar, whole where the lens leaves one of them
        #[arg(long)]
        series: bool,
        /// Print what is computed of the figures instead: changes, shares, ratios, net flows, with their operands
        #[arg(long, conflicts_with = "series")]
        derived: bool,
    },
    /// List judgements: bottom lines, forecasts, risks, recommendations, scenarios, gaps
    #[command(after_help = format!("{ASSESSMENTS}{EXIT}"))]
    Assessments {
        /// What to list from.
        #[command(flatten)]
        selection: Selection,
        /// Only these kinds: bottom-line, key-judgement, judgement, forecast, risk, recommendation, scenario, gap, strength,
        /// weakness
        #[arg(long, value_delimiter = ',', value_name = "KIND")]
        kind: Vec<String>,
        /// The scale that likelihoods are read on: icd203, phia, nato or kent
        #[arg(long, value_name = "SCALE", default_value = "icd203")]
        scale: String,
    },
    /// Print one page on a country: bottom line, events, figures, judgements, signs, differences, gaps
    #[command(after_help = format!("{BRIEF}{EXIT}"))]
    Brief {
        /// The countries it is about (KZ or KZ,UZ or kazakhstan); or a path, for a brief on everything
        about: Option<String>,
        /// Where it is looked for
        #[command(flatten)]
        place: Place,
        /// What it is narrowed to
        #[command(flatten)]
        through: Through,
        /// The scale that likelihoods are read on: icd203, phia, nato or kent
        #[arg(long, value_name = "SCALE", default_value = "icd203")]
        scale: String,
        /// Everything the lens leaves, however many pages
        #[arg(long)]
        whole: bool,
        /// How to print: plain (the default), md, json, or html for a page that prints
        #[arg(long, short, value_name = "FORMAT", default_value = "plain")]
        format: Sheet,
    },
    /// List warning signs: what the documents say is to be watched, and the analyst's own
    #[command(after_help = format!("{SIGNPOSTS}{EXIT}"))]
    Signposts {
        /// What to list from.
        #[command(flatten)]
        selection: Selection,
        /// The analyst's file.
        #[command(flatten)]
        own: Own,
    },
    /// Count events and figures by country and year
    #[command(after_help = format!("{COVERAGE}{EXIT}"))]
    Coverage(Selection),
    /// Show where documents use a term, how often by year and country, and which words go with it
    #[command(after_help = format!("{NARRATIVE}{EXIT}"))]
    Narrative {
        /// The term: "terrorism", "border agreement", "youth | young people"
        term: String,
        /// What to list
        #[arg(long, value_enum, value_name = "WHAT", default_value_t = By::Lines)]
        by: By,
        /// The order of lines
        #[arg(long, value_enum, value_name = "ORDER", default_value_t = Sort::Place)]
        sort: Sort,
        /// With --by words: words at most five words away, not those of the same sentence
        #[arg(long)]
        near: bool,
        /// Where, and seen through which lens; its --match chooses no sentences here but for #tags.
        #[command(flatten)]
        selection: Selection,
    },
    /// List tables with rows and columns: those the format knows, and torn ones that leave no doubt
    #[command(after_help = format!("{TABLES}{EXIT}"))]
    Tables(Selection),
    /// List every date, country, quantity and name found, with its bytes
    #[command(after_help = format!("{MENTIONS}{EXIT}"))]
    Mentions {
        /// What to list from.
        #[command(flatten)]
        selection: Selection,
        /// Only these kinds
        #[arg(long, value_delimiter = ',', value_name = "KIND")]
        kind: Vec<Kind>,
    },
    /// Practise: questions drawn from the corpus, keys and seconds to the source
    #[command(after_help = format!("{REHEARSE}{EXIT}"))]
    Rehearse {
        /// What the questions are drawn from.
        #[command(flatten)]
        place: Place,
        /// How many are asked
        #[arg(long, short = 'n', value_name = "N", default_value_t = 10)]
        count: usize,
        /// What decides which: the same number asks the same questions
        #[arg(long, value_name = "NUMBER", default_value_t = 1)]
        seed: u64,
        /// Let bluf answer itself, and print how it did in this format
        #[arg(long, short, value_name = "FORMAT")]
        format: Option<Format>,
    },
    /// Read the corpus again and hold all that was found in it against the very bytes
    #[command(after_help = format!("{VERIFY}{EXIT}"))]
    Verify {
        /// What is checked.
        #[command(flatten)]
        place: Place,
        /// Check rows exported before (JSON Lines of find, events, indicators or mentions) instead
        #[arg(long, value_name = "FILE")]
        rows: Option<PathBuf>,
        /// How to print: a table on a terminal, plain tab-separated lines when piped
        #[arg(long, short, value_name = "FORMAT")]
        format: Option<Format>,
    },
    /// Show which rules read a line of a file, which were beaten, and by what
    #[command(after_help = format!("{EXPLAIN}{EXIT}"))]
    Explain {
        /// A file, - (standard input) or the name of an embedded document
        file: PathBuf,
        /// The line, from 1; all sentences that have words on it are shown
        #[arg(long, value_name = "LINE")]
        at: usize,
        /// The date of publication (EDTF), which then anchors "last week"
        #[arg(long, value_name = "DATE")]
        dated: Option<String>,
        /// How to print: a table on a terminal, plain tab-separated lines when piped
        #[arg(long, short, value_name = "FORMAT")]
        format: Option<Format>,
    },
    /// Say what text taken out of files is kept between runs, or remove it
    Cache {
        /// Remove it
        #[arg(long)]
        clear: bool,
    },
    /// List the explorer's keys
    Keys {
        /// How to print them: table (the default), json, jsonl, csv or md
        #[arg(long, value_name = "FORMAT")]
        format: Option<Format>,
    },
}

/// Where the analyst's own warning signs are.
#[derive(Debug, Clone, Default, Args)]
pub struct Own {
    /// The file of the analyst's own warning signs, instead of signposts.toml in bluf's state folder
    #[arg(long = "signposts", value_name = "FILE", env = "BLUF_SIGNPOSTS", hide_env_values = true)]
    pub file: Option<PathBuf>,
}

/// What to search.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// Files, folders or - (standard input); the embedded corpus where none is given
    pub paths: Vec<PathBuf>,
    /// The date of publication (EDTF) of the one document given, which then anchors "last week"
    #[arg(long, value_name = "DATE")]
    pub dated: Option<String>,
    /// Do not keep, or use, text that was taken out of files before
    #[arg(long)]
    pub no_cache: bool,
}

/// The lens to see it through.
#[derive(Debug, Args)]
pub struct Through {
    /// Only what concerns these countries: ISO 3166-1 codes or names, with commas between
    #[arg(long, short, value_delimiter = ',', value_name = "COUNTRY")]
    pub country: Vec<String>,
    /// Ask for all the countries at once instead of any of them
    #[arg(long, requires = "country")]
    pub all: bool,
    /// Leave out countries reached only through a group, city, region or metonym
    #[arg(long)]
    pub strict: bool,
    /// Only what may fall on this date or after: EDTF, such as 2025, 2025-04 or 199X
    #[arg(long, short = 'S', value_name = "DATE")]
    pub since: Option<String>,
    /// Only what may fall on this date or before
    #[arg(long, short = 'U', value_name = "DATE")]
    pub until: Option<String>,
    /// Only what matches: fzf's term syntax (word 'exact ^prefix suffix$ !not a | b)
    #[arg(long = "match", short, value_name = "QUERY")]
    pub query: Option<String>,
}

/// What to search, and the lens to see it through.
#[derive(Debug, Args)]
pub struct Selection {
    /// What to search.
    #[command(flatten)]
    pub place: Place,
    /// The lens to see it through.
    #[command(flatten)]
    pub through: Through,
    /// How to print: a table on a terminal, plain tab-separated lines when piped
    #[arg(long, short, value_name = "FORMAT")]
    pub format: Option<Format>,
}

/// What is listed of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum By {
    /// Each use with its context
    Lines,
    /// Words that go with it, by G²
    Words,
    /// Counts by document
    Documents,
    /// Counts by the year a document was published
    Published,
    /// Counts by the years of the dates in the sentence
    Told,
    /// Counts by the countries that the sentence names
    Countries,
}

/// The order of uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sort {
    /// By document and place
    Place,
    /// By the words before
    Left,
    /// By the words after
    Right,
}

/// The kinds of mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Kind {
    /// Dates, times, durations and sets.
    Date,
    /// Countries and what leads to them.
    Country,
    /// Numbers with what they count.
    Quantity,
    /// Persons, with their office where the text gives it.
    Person,
    /// Organisations and their acronyms.
    Organisation,
}

/// How rows are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Aligned columns, cut to the terminal's width
    Table,
    /// One row a line, columns parted by tabs, nothing cut
    Plain,
    /// One JSON object a line
    Jsonl,
    /// One JSON array
    Json,
    /// Comma-separated values with a header
    Csv,
    /// A Markdown table
    Md,
}

/// How a brief is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Sheet {
    /// Lines of at most 78 columns
    Plain,
    /// Markdown
    Md,
    /// One JSON object
    Json,
    /// One page of HTML that needs nothing else
    Html,
}
