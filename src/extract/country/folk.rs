//! Finds names that no table knows by what only towns have beside them: "Maplebrook residents", "the town of Maplebrook". A
//! text comes in, places go out. Never says in which country they lie.

use super::context::{after, before, blank, capital};
use super::given;
use super::list;
use super::run::{following, run};
use super::scan::Hit;
use crate::text::is_english;
use memchr::memmem::find_iter;

/// Where such names stand, in no order. `kept` are the places that the tables know.
pub(super) fn towns(text: &str, kept: &[Hit]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for &words in list::BEHIND.all() {
        for at in find_iter(text.as_bytes(), words) {
            let ends = !text.get(at + words.len()..).is_some_and(|rest| {
                words != " Mayor " && rest.starts_with(|c: char| c.is_alphanumeric() || c == '-')
            });
            let name = run(text, at, kept).filter(|_| ends);
            found.extend(name.filter(|&(from, to)| town(text, from, to) && !house(text, from, to)));
        }
    }
    for &words in list::AHEAD.all() {
        for at in find_iter(text.as_bytes(), words) {
            let name = following(text, at + words.len() - 1, kept);
            found.extend(name.filter(|&(start, end)| town(text, start, end)));
        }
    }
    found
}

/// Whether a name can be a town's: no words of the dictionary, no person's, people's or body's, no acronym.
fn town(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    let words = || name.split(|c: char| !c.is_alphabetic()).filter(|w| w.len() > 2);
    let acronym = |w: &str| w.chars().all(char::is_uppercase);
    let (prior, gap) = before(text, start);
    let (space, next) = after(text, end);
    let titled = blank(gap) && (given::TITLE.names(prior) || given::GIVEN.names(prior));
    let longer = space == " " && capital(next) && next != "Mayor";
    if titled || (longer && given::HEAD.has(next)) {
        return false;
    }
    let person = words().next().is_none_or(|first| given::GIVEN.has(first));
    let common = words().all(|w| is_english(&w.to_lowercase()));
    !person && !common && !words().any(|w| acronym(w) || list::FOLK.has(w))
}

/// Whether a name is a building's, which has residents as well: "Barlow House residents".
fn house(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    name.rsplit_once(' ').is_some_and(|(_, last)| list::STREET.has(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_town_is_known_by_its_people_and_by_its_kind() {
        let text = "The Maplebrooke police met Muslim residents, NYPD police and Local residents in the town of Harlowe \
                    Bend, near the city of Light. Harlbury Mayor Ann Bell knew John Harper police.";
        let mut found = towns(text, &[]);
        found.sort_unstable();
        let names: Vec<&str> = found.iter().map(|&(a, b)| text.get(a..b).unwrap()).collect();
        assert_eq!(names, ["Maplebrooke", "Harlowe Bend", "Harlbury"]);
    }
}
