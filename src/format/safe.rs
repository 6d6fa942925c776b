//! What a file says of itself, and what is said of its faults in its own words, made fit to be shown: one line each,
//! without control characters or escape sequences. Never touches the text itself; reading that does the same.

use super::converted::{Converted, Locator};
use super::failure::Failure;
use crate::text::one_line;

/// The most characters of a message: names and values of any length are quoted in them.
const LONGEST: usize = 400;

/// Makes what is known of a file fit to be shown.
pub(super) fn converted(mut converted: Converted) -> Converted {
    let about = &mut converted.about;
    let fields = [&mut about.title, &mut about.publisher, &mut about.url, &mut about.language];
    for field in fields {
        *field = field.take().map(|words| one_line(&words)).filter(|words| !words.is_empty());
    }
    for author in &mut about.authors {
        *author = one_line(author);
    }
    about.authors.retain(|author| !author.is_empty());
    for mark in &mut converted.marks {
        if let Locator::Part(name) = &mut mark.locator {
            *name = message(name);
        }
    }
    for warning in &mut converted.warnings {
        *warning = message(warning);
    }
    for member in &mut converted.members {
        if let Err(why) = &mut member.bytes {
            *why = message(why);
        }
    }
    converted
}

/// Makes a failure fit to be shown.
pub(super) fn failure(mut failure: Failure) -> Failure {
    if let Failure::Broken { why, .. } | Failure::NoEvents { why, .. } | Failure::NotText(why) =
        &mut failure
    {
        *why = message(why);
    }
    failure
}

fn message(words: &str) -> String {
    let line = one_line(words);
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default()),
        None => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Format, Script};

    #[test]
    fn what_a_file_says_of_itself_is_one_line_without_controls() {
        let hostile = "a\x1b[31mb\r\n\u{202e}c\u{9b}";
        let mut given = Converted::new(Format::Html, Script::None);
        given.about.title = Some(hostile.to_owned());
        given.about.publisher = Some("\u{7}".to_owned());
        given.about.authors = vec![hostile.to_owned(), "\n".to_owned()];
        given.warnings = vec!["x".repeat(10_000)];
        let shown = converted(given);
        assert_eq!(shown.about.title.as_deref(), Some("ab c"));
        assert_eq!((shown.about.publisher, shown.about.authors), (None, vec!["ab c".to_owned()]));
        assert_eq!(shown.warnings[0].chars().count(), LONGEST + 1);
        assert_eq!(
            failure(Failure::NotText(hostile.to_owned())),
            Failure::NotText("ab c".to_owned())
        );
    }
}
