//! How a name meets the parts of a question, word by word. A folded name comes in, a match goes out.

use super::answer::Match;
use super::question::Part;

/// How a name meets all parts.
pub(super) fn named(name: &str, parts: &[&Part]) -> Option<Match> {
    let typed: Vec<&str> = parts.iter().map(|part| part.text.as_str()).collect();
    let typed = typed.join(" ");
    if name == typed {
        return Some(Match::Exact);
    }
    if name.starts_with(&typed) {
        return Some(Match::Prefix);
    }
    let words = || name.split(|c: char| !c.is_alphanumeric());
    let met = |part: &&Part| {
        let whole = words().any(|word| word == part.text);
        let start = part.open && words().any(|word| word.starts_with(&part.text));
        if whole { Some(Match::Word) } else { start.then_some(Match::Start) }
    };
    parts.iter().map(met).min().flatten()
}
