//! Tells a people's adjective that means a language, a way of cooking or a native people from one that means a country.
//! Names the guard that refuses it; never looks further than a few words beside it.

use super::context::{after, before, blank, capital, comma};
use super::list;
use super::scan::Hit;
use crate::extract::Rule;

/// The guard that refuses an adjective, where one does.
pub(super) fn refused(text: &str, hit: Hit) -> Option<Rule> {
    let name = text.get(hit.start..hit.end).unwrap_or_default();
    if name.starts_with("Indian") && native(text, hit) {
        return Some("country.not-a-native-people");
    }
    if name.ends_with('s') || hit.end - hit.start < 4 {
        // "Afghans", "Poles": people, never a language or a dish; of "Swiss" there is neither.
        return None;
    }
    if spoken(text, hit) || taught(text, hit) {
        return Some("country.not-a-language");
    }
    let kitchen = |word: &str| list::KITCHEN.has(word) || matches!(word, "Market" | "Marketplace");
    heads(text, hit.end, &kitchen).then_some("country.not-a-cuisine")
}

/// A language named as such: "speaks English", "in Dutch and Thai.", "Spanish lessons".
fn spoken(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    let aloud = word.starts_with("sp") || closes(text, hit.end);
    if blank(gap) && list::SPOKEN.has(word) && aloud {
        return true;
    }
    if blank(gap) && list::BEFORE_LANGUAGE.has(word) {
        let (verb, space) = before(text, hit.start - gap.len() - word.len());
        if blank(space) && verb.starts_with("sp") && list::SPOKEN.has(verb) {
            return true;
        }
    }
    let tongue = |word: &str| {
        list::TONGUE.says(word) || matches!(word, "Language" | "Immersion" | "Department")
    };
    if heads(text, hit.end, &tongue) {
        return true;
    }
    let (head, space) = before(text, hit.start - gap.len() - word.len());
    let known = word == "of" && blank(space) && (list::KNOWING | list::TONGUE).has(head);
    let told = blank(gap) && (list::IN_LANGUAGE.has(word) || known);
    (told || listed(text, hit)) && closes(text, hit.end) || glossed(text, hit) || subject(text, hit)
}

/// "Isfahan (Persian: …)": the language that a name is told in.
fn glossed(text: &str, hit: Hit) -> bool {
    let opens = text.get(..hit.start).is_some_and(|lead| lead.ends_with(['(', '[', ';']));
    opens && text.get(hit.end..).is_some_and(|rest| rest.starts_with(':'))
}

/// "Spanish is widely spoken", "although French was heard", "languages like German": a language by what is told of it.
fn subject(text: &str, hit: Hit) -> bool {
    let (gap, verb) = after(text, hit.end);
    let (word, lead) = before(text, hit.start);
    let opens = lead.trim_end().ends_with(['.', '!', '?', ';', '\n']) || lead.contains('\n');
    let free = opens || hit.start == 0 || comma(lead) || blank(lead) && list::CLAUSE.has(word);
    if free && blank(gap) && list::OF_TONGUE.has(verb) {
        return true;
    }
    closes(text, hit.end) && in_list(text, hit.start)
}

/// Whether the word "languages" stands a little before a place, in its sentence.
fn in_list(text: &str, at: usize) -> bool {
    let mut from = at.saturating_sub(LISTED - 1);
    while !text.is_char_boundary(from) {
        from += 1;
    }
    let lead = text.get(from..at).unwrap_or_default();
    lead.rsplit(['.', ';', ':', '\n']).next().is_some_and(|near| near.contains("languages "))
}

/// The second of two languages: "in English and Spanish", "only Dutch and Thai".
fn listed(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    if !(blank(gap) && matches!(word, "and" | "or")) {
        return false;
    }
    let at = hit.start - gap.len() - word.len();
    let (other, gap) = before(text, at);
    if !(blank(gap) && capital(other)) {
        return false;
    }
    let (word, gap) = before(text, at - gap.len() - other.len());
    let told = list::IN_LANGUAGE.has(word) || matches!(word, "both" | "only");
    blank(gap) && (told || list::SPOKEN.has(word))
}

/// The longest way, in bytes, from the word "languages" to one that it lists: "languages such as German, Hebrew and Thai".
const LISTED: usize = 60;

/// A subject of lessons: "history and English", "honors Spanish".
fn taught(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    if blank(gap) && list::LESSON.has(word) {
        return true;
    }
    let and = blank(gap) && matches!(word, "and" | "or");
    let other = if and { before(text, hit.start - gap.len() - word.len()).0 } else { word };
    if (and || comma(gap)) && list::SUBJECT.has(other) {
        return true;
    }
    let (gap, next) = after(text, hit.end);
    let and = blank(gap) && matches!(next, "and" | "or");
    let other = if and { after(text, hit.end + gap.len() + next.len()).1 } else { next };
    (and || comma(gap)) && list::SUBJECT.has(other)
}

/// Whether a phrase ends here: a stop, a small word such as "on", or "and" with one more capitalised word.
fn closes(text: &str, at: usize) -> bool {
    let (gap, next) = after(text, at);
    if !blank(gap) {
        return !gap.starts_with(['-', '\'', '’']);
    }
    if matches!(next, "and" | "or") {
        let end = at + gap.len() + next.len();
        let (gap, other) = after(text, end);
        if blank(gap) && list::CLOSES.says(other) {
            return true;
        }
        let (stop, then) = after(text, end + gap.len() + other.len());
        let ends = !blank(stop) && !stop.starts_with(['-', '\'', '’']);
        return capital(other) && (ends || list::CLOSES.says(then));
    }
    list::CLOSES.says(next)
}

/// Whether the next word is of a kind, or the one after "and" and one more word: "the Greek and Italian Grill".
fn heads(text: &str, at: usize, of: &dyn Fn(&str) -> bool) -> bool {
    let (gap, next) = after(text, at);
    if !(blank(gap) || gap == "-") {
        return false;
    }
    if !matches!(next, "and" | "or") {
        return of(next);
    }
    let end = at + gap.len() + next.len();
    let (gap, other) = after(text, end);
    let (space, then) = after(text, end + gap.len() + other.len());
    capital(other) && blank(space) && of(then)
}

/// "Cree and Dakota Indians", "Nambe Indians": the name of a people stands before, or of a club.
fn native(text: &str, hit: Hit) -> bool {
    let (word, gap) = before(text, hit.start);
    if !(blank(gap) && capital(word)) || gap.contains('\n') {
        return false;
    }
    let plural = hit.end - hit.start > "Indian".len();
    let small = word.chars().skip(1).any(char::is_lowercase);
    let other = list::OPENER.has(word) || list::NO_NATIVE.has(word);
    list::NATIVE.has(word) || (plural && small && !other)
}
