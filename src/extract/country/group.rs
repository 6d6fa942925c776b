//! Groups of states: names and members from `assets/groups.toml`, with the years of membership.
//! A name means the members only before a word such as "states"; alone it is an organisation or a region.

use super::context::{before, blank};
use super::iso::Country;
use super::list;
use serde::Deserialize;
use std::sync::LazyLock;

/// A group of states.
#[derive(Debug)]
pub(super) struct Group {
    /// What it is called. A name stands for the members before a word of `heads`.
    pub(super) names: Vec<String>,
    /// Names that mean the members by themselves.
    alone: Vec<String>,
    /// Names of the land itself.
    region: Vec<String>,
    members: Vec<Member>,
    /// Its name means the members before "states" but not before "leaders".
    states_only: bool,
}

#[derive(Debug, Clone, Copy)]
struct Member {
    country: Country,
    /// First year of membership; 0 from the beginning.
    from: u16,
    /// The year in which it ended; `u16::MAX` while it lasts.
    to: u16,
}

impl Group {
    /// The members in a year, by code; today's where no year is given.
    pub(super) fn members(&self, year: Option<u16>) -> impl Iterator<Item = Country> + '_ {
        let lasts = move |m: &&Member| match year {
            Some(year) => m.from <= year && year < m.to,
            None => m.to == u16::MAX,
        };
        self.members.iter().filter(lasts).map(|m| m.country)
    }

    /// Whether a name of the group means its members without a word such as "states".
    pub(super) fn alone(&self, name: &str) -> bool {
        self.alone.iter().any(|n| n == name)
    }
}

#[derive(Deserialize)]
struct File {
    heads: Vec<String>,
    people: Vec<String>,
    some: Vec<String>,
    group: Vec<Written>,
}

#[derive(Deserialize)]
struct Written {
    names: Vec<String>,
    #[serde(default)]
    alone: Vec<String>,
    #[serde(default)]
    region: Vec<String>,
    #[serde(default)]
    states_only: bool,
    members: Vec<String>,
}

struct Tables {
    heads: Vec<String>,
    people: Vec<String>,
    some: Vec<String>,
    groups: Vec<Group>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let file = toml::from_str(include_str!("../../../assets/groups.toml"));
    let nothing =
        || File { heads: Vec::new(), people: Vec::new(), some: Vec::new(), group: Vec::new() };
    let file = file.unwrap_or_else(|_| nothing());
    let groups = file.group.into_iter().map(group).collect();
    Tables { heads: file.heads, people: file.people, some: file.some, groups }
});

/// All groups.
pub(super) fn all() -> &'static [Group] {
    &TABLES.groups
}

/// The names of regions, each with the countries that make it up.
pub(in crate::extract) fn regions() -> impl Iterator<Item = (&'static str, Vec<Country>)> {
    all().iter().flat_map(|group| {
        let members: Vec<Country> = group.members(None).collect();
        group.region.iter().map(move |name| (name.as_str(), members.clone()))
    })
}

/// Where the phrase ends that means the members of a group whose name stands between two offsets: after the word
/// that says so ("the five Central Asian presidents"), or at the name's own end where it says so by itself.
pub(super) fn meant(text: &str, start: usize, end: usize, group: &Group) -> Option<usize> {
    let name = text.get(start..end)?;
    let rest = text.get(end..)?;
    if some_of_them(text, start) {
        return None;
    }
    let mut words = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '-');
    if words.len() < rest.len() {
        let word = |s: &str| {
            s.chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>()
        };
        let first = words.get(..word(words)).unwrap_or_default();
        if list::COUNTS.has(first) {
            words = words.get(first.len()..)?.trim_start();
        }
        let people = TABLES.people.iter().filter(|_| !group.states_only);
        for head in TABLES.heads.iter().chain(people) {
            let after = words.strip_prefix(head.as_str());
            if let Some(after) = after.filter(|a| !a.starts_with(|c: char| c.is_alphanumeric())) {
                return Some(text.len() - after.len());
            }
        }
    }
    group.alone(name).then_some(end)
}

/// Whether words before a group's name say that not all its members are meant, or others than they: "several EU countries",
/// "18 of the 28 EU countries", "eastern NATO members", "non-EU states".
pub(super) fn some_of_them(text: &str, start: usize) -> bool {
    let (word, gap) = before(text, start);
    if gap == "-" {
        return matches!(word, "non" | "Non");
    }
    if !blank(gap) {
        return false;
    }
    if TABLES.some.iter().any(|some| some.eq_ignore_ascii_case(word)) {
        return true;
    }
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) || list::COUNTS.has(word);
    let mut at = start - gap.len() - word.len();
    let mut word = word;
    for _ in 0..3 {
        let counts = !word.is_empty() && number(word);
        if !(counts || matches!(word, "the" | "its" | "their" | "of")) {
            return false;
        }
        let (next, gap) = before(text, at);
        if !blank(gap) {
            return false;
        }
        let part = word == "of" && !next.is_empty() && number(next);
        if part || (word == "of" && TABLES.some.iter().any(|s| s.eq_ignore_ascii_case(next))) {
            return true;
        }
        at -= gap.len() + next.len();
        word = next;
    }
    false
}

/// The year a sentence names, if it names just one between 1945 and 2099.
pub(super) fn year(sentence: &str) -> Option<u16> {
    let mut years = sentence.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    let mut next =
        || years.find_map(|run| run.parse().ok().filter(|year| (1945..2100).contains(year)));
    let first = next()?;
    next().is_none().then_some(first)
}

fn group(written: Written) -> Group {
    let mut names = written.names;
    let more = written.alone.iter().filter(|name| !names.contains(name)).cloned();
    names.extend(more.collect::<Vec<_>>());
    let mut members: Vec<Member> = written.members.iter().filter_map(|m| member(m)).collect();
    members.sort_by_key(|m| m.country);
    let Written { alone, region, states_only, .. } = written;
    Group { names, alone, region, members, states_only }
}

/// `KZ`, `UZ 2001` or `UZ 2006-2012`.
fn member(written: &str) -> Option<Member> {
    let (code, years) = written.split_once(' ').unwrap_or((written, "0"));
    let (from, to) = years.split_once('-').unwrap_or((years, ""));
    let to = if to.is_empty() { u16::MAX } else { to.parse().ok()? };
    Some(Member { country: Country::parse(code)?, from: from.parse().ok()?, to })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(name: &str, year: Option<u16>) -> String {
        let group = all().iter().find(|g| g.names.iter().any(|n| n == name)).unwrap();
        let codes: Vec<String> = group.members(year).map(|c| c.code().to_owned()).collect();
        codes.join(" ")
    }

    #[test]
    fn every_member_of_the_file_is_a_country() {
        let file: File = toml::from_str(include_str!("../../../assets/groups.toml")).unwrap();
        assert!(!file.heads.is_empty());
        for group in file.group {
            for written in group.members {
                assert!(member(&written).is_some(), "{written}");
            }
        }
    }

    #[test]
    fn membership_goes_by_the_year() {
        assert_eq!(members("Central Asian", None), "KG KZ TJ TM UZ");
        assert_eq!(members("CSTO", None), "AM BY KG KZ RU TJ");
        assert_eq!(members("CSTO", Some(2008)), "AM BY KG KZ RU TJ UZ");
        assert_eq!(members("SCO", Some(2002)), "CN KG KZ RU TJ UZ");
        assert!(members("EU", Some(2018)).contains("GB"));
        assert!(!members("EU", None).contains("GB"));
    }
}
