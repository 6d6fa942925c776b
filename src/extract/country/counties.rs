//! Finds the names of counties that are listed before the word: "Clarke, Madison and Oconee counties". A text comes in,
//! places go out. Never says in which country they lie.

use super::context::{before, blank, named};
use super::list;

/// The most names read before one "counties".
const MOST: usize = 12;

/// Where the names stand that are listed before "counties", in no order.
pub(super) fn listed(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), " counties") {
        let mut end = at;
        for _ in 0..MOST {
            let Some(start) = name(text, end) else { break };
            found.push((start, end));
            let (word, gap) = before(text, start);
            if blank(gap) && matches!(word, "and" | "or") {
                let at = start - gap.len() - word.len();
                let (_, gap) = before(text, at);
                end = at - gap.len();
            } else if gap == ", " {
                end = start - gap.len();
            } else {
                break;
            }
        }
    }
    found
}

/// Where the name of one or two words begins that ends at an offset.
fn name(text: &str, end: usize) -> Option<usize> {
    let mut start = None;
    let mut at = end;
    for _ in 0..2 {
        let (word, gap) = before(text, at);
        let joined = if start.is_none() { gap.is_empty() } else { gap == " " };
        if !joined || !named(word) || list::OPENER.has(word) {
            break;
        }
        at -= gap.len() + word.len();
        start = Some(at);
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_back_to_their_first_name() {
        let text =
            "In Clarke, San Juan and Oconee counties and the two counties of Kent, counties all.";
        let found: Vec<&str> = listed(text).iter().map(|&(a, b)| text.get(a..b).unwrap()).collect();
        assert_eq!(found, ["Oconee", "San Juan", "Clarke"]);
    }
}
