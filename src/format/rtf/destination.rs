//! Where the words of a group go: a control word in, a destination out. Plain tables.

/// Where words go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Destination {
    /// Into the text.
    Body,
    /// Nowhere.
    Nowhere,
    /// The names of fonts.
    Fonts,
    /// The names of styles.
    Styles,
    /// The mark of a list's item.
    Label,
    /// A note at the foot or the end.
    Note,
    /// Fields about the document, of which two are read.
    Info,
    Title,
    Author,
}

/// Groups without words of the text, in byte order.
const NOWHERE: [&str; 30] = [
    "atnauthor",
    "atnid",
    "colortbl",
    "colorschememapping",
    "datastore",
    "falt",
    "filetbl",
    "fontemb",
    "footer",
    "footerf",
    "footerl",
    "footerr",
    "ftncn",
    "ftnsep",
    "ftnsepc",
    "generator",
    "header",
    "headerf",
    "headerl",
    "headerr",
    "listoverridetable",
    "listtable",
    "nonesttables",
    "nonshppict",
    "objdata",
    "pict",
    "revtbl",
    "sp",
    "tc",
    "xe",
];
/// Groups that readers who do not know them should skip, and that hold words or rows of the text all the same.
const KNOWN: [&str; 5] = ["nesttableprops", "shpinst", "shppict", "shptxt", "ud"];

/// Where a control word at a group's head sends its words; nothing where it is an ordinary one. `starred` tells whether
/// readers who do not know it should skip the group.
pub(super) fn of(word: &str, starred: bool) -> Option<Destination> {
    match word {
        "fonttbl" => Some(Destination::Fonts),
        "stylesheet" => Some(Destination::Styles),
        "info" => Some(Destination::Info),
        "listtext" | "pntext" => Some(Destination::Label),
        "footnote" => Some(Destination::Note),
        _ if NOWHERE.contains(&word) => Some(Destination::Nowhere),
        // `\upr` gives the same words twice; the second time in Unicode.
        "upr" => Some(Destination::Nowhere),
        "ud" => Some(Destination::Body),
        _ if starred && !KNOWN.contains(&word) => Some(Destination::Nowhere),
        _ => None,
    }
}
