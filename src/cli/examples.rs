//! What the help of each subcommand says below its options: examples, and what an answer counts. Text only.

pub(super) const EXIT: &str = "\
Exit codes: 0 found, 1 nothing found, 2 error (message on standard error), 130 interrupted.";

pub(super) const DOCUMENTS: &str = "Examples:
  bluf documents                              what the embedded corpus holds
  bluf documents reports/ --since 2020        documents that tell of 2020 or later
  bluf documents reports/ --format json

";

pub(super) const SOURCES: &str = "Examples:
  bluf sources reports/                       what each file is, and what became of it
  bluf sources reports/ --format jsonl

";

pub(super) const TEXT: &str = "Examples:
  bluf text report.pdf                        offsets of other commands count in these bytes
  bluf text report.pdf | head -c 4200 | tail -c 100

";

pub(super) const FIND: &str = "Examples:
  bluf find 'how many recruits were stopped in 2016'
  bluf find 'head of csto' reports/ --limit 3 --format jsonl
  bluf find '\"border agreement\" tajikistan 2025' reports/

A country or a date in the question is understood as one; words match in any form and order; \"…\" or 'word asks for
words as they are, !word for sentences without it. Rows say how they match: exact, prefix, word, form (another form or
spelling), related (a word that tells of the same), start, near (beside the sentence), fuzzy. Where nothing matches,
standard error says what was searched and tried, what is nearest, and which documents speak of a gap.

";

pub(super) const EVENTS: &str = "Examples:
  bluf events --country tajikistan --since 2025 --until 2025
  bluf events reports/ --country KG,TJ --all  what concerns both
  bluf events --match 'border agreement' --format jsonl
  bluf events reports/ --match '!meeting attack | bomb' --format md

";

pub(super) const INDICATORS: &str = "Examples:
  bluf indicators --match recruits            how many, and when
  bluf indicators reports/ --country KZ --since 2016 --until 2017 --format csv
  bluf indicators reports/ --series           figures of one thing along the calendar
  bluf indicators reports/ --derived          what bluf computes of them, never stated by a document

";

pub(super) const COVERAGE: &str = "Examples:
  bluf coverage                               what is known of each country and year
  bluf coverage reports/ --since 2015 --format csv
  bluf coverage --match 'border agreement' --country KG,TJ

An event or a figure counts in the year it begins (at the earliest that of --since) and for every country it concerns.
A year without a row is a blank: nothing was found. What has no date or no country is counted on standard error.

";

pub(super) const ASSESSMENTS: &str = "Examples:
  bluf assessments --country KZ --kind forecast,risk
  bluf assessments reports/ --scale phia --format jsonl
  bluf assessments --match border --kind recommendation --format md

A word of likelihood is given as it is written, with the band that the scale has for it; a hedge has no number.

";

pub(super) const BRIEF: &str = "Examples:
  bluf brief KZ                               one page on Kazakhstan, from the corpus that comes with bluf
  bluf brief KZ,UZ reports/ --since 2024 --format md
  bluf brief TJ reports/ --match border --format html > tajikistan.html

Every sentence is a document's own, quoted and cited; what bluf counts or computes is said to be that.

";

pub(super) const MENTIONS: &str = "Examples:
  bluf mentions reports/ --format jsonl       every date, country, quantity and name
  bluf mentions - --kind date,country < report.txt
  bluf mentions --match caspian --kind country
  bluf mentions reports/ --kind person,organisation

";

pub(super) const REHEARSE: &str = "Examples:
  bluf rehearse reports/                      answer ten questions in the explorer, against the clock
  bluf rehearse reports/ -n 50 --format csv   bluf types them itself: keys, seconds, on which row the answer stood

Without a terminal bluf plays both parts.

";

pub(super) const VERIFY: &str = "Examples:
  bluf verify reports/                        every sentence, date, country, figure and event
  bluf find 'head of csto' reports/ --format jsonl > quoted.jsonl
  bluf verify reports/ --rows quoted.jsonl    is what was quoted still what the files say?

Reads each file twice, the second time without the cache: SHA-256, text and findings must be the same, the letters of
every quote must be those of its bytes, and every rule must be one that `bluf explain` knows. Exit code 2 if not.

";

pub(super) const EXPLAIN: &str = "Examples:
  bluf explain 001_7955f991e146a58a.txt --at 46   a line of the embedded corpus
  bluf explain report.txt --at 12 --dated 2019-05-03
  bluf explain report.txt --at 12 --format jsonl

";

pub(super) const EXAMPLES: &str = "Examples:
  bluf                                        explore the corpus that comes with bluf
  bluf reports/                               explore a folder: PDF, HTML, DOCX, text and more
  bluf events reports/ --country KZ,UZ --since 2020
  bluf events --match 'border agreement' --format md
  bluf find 'how many recruits were stopped in 2016'
  bluf indicators --country KZ --format csv
  bluf mentions reports/ --kind date --format jsonl
  bluf explain report.txt --at 12
  cat report.txt | bluf events -";

pub(super) const SIGNPOSTS: &str = "Examples:
  bluf signposts                              what the documents say is to be watched
  bluf signposts reports/ --country KZ --format jsonl
  bluf signposts --match 'border | troops'

Lists the analyst's own warning signs first (origin analyst; add and rate them in the explorer, key S, or by hand in the
file), then those of the text (origin text). The file is signposts.toml in bluf's state folder (XDG).

";

pub(super) const TABLES: &str = "Examples:
  bluf tables                                 tables put together again, in columns
  bluf tables reports/ --format md            ready to paste
  bluf tables report.txt --format csv         a line a cell, with its bytes
  bluf tables --match terrorism --format json

Only tables whose rows and columns are certain; `bluf explain` says why another was left as lines.

";

pub(super) const NARRATIVE: &str = "Examples:
  bluf narrative terrorism reports/           every use, the term in the middle
  bluf narrative 'border agreement' --by words    which words go with it more than chance would have it (G2)
  bluf narrative 'youth | young people' --country KZ --by published --format csv
  bluf narrative \"'attack\" --sort right       only as it stands, in the order of what follows
  bluf narrative 'radical*' --by countries

Words are a phrase and met in all their forms; a | b is either, 'word only as it stands, word* whatever begins so; capitals
are an abbreviation. Standard error says which forms were counted. Rates are uses in a thousand words searched. G2 is
Dunning's log-likelihood ratio (1993); words with fewer than 3 meetings, G2 under 3.84 and function words are left out.

";
