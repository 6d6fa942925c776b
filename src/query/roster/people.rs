//! Holds persons together by full names, spellings being alike; a bare surname goes to the only full name that has it, or
//! to the only one that has it with the office told.
//! Never joins two full names whose words say two things, and leaves a surname that several have to none of them.

use super::key;
use super::told::{Groups, Told};
use crate::extract::{EntityKind, entity};
use std::collections::{HashMap, HashSet};

/// A name as written, with its words in one spelling.
struct Form {
    words: Vec<String>,
    group: u32,
}

/// The groups of names that share something.
#[derive(Default)]
struct Sharing(HashMap<String, Vec<u32>>);

/// As many as are told apart; a surname of more is nobody's all the same.
const SEVERAL: usize = 12;

impl Sharing {
    fn add(&mut self, word: String, group: u32) {
        let held = self.0.entry(word).or_default();
        if held.len() < SEVERAL && !held.contains(&group) {
            held.push(group);
        }
    }

    fn get(&self, word: &str) -> &[u32] {
        self.0.get(word).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Puts each person into a group.
pub(super) fn join(told: &Told<'_>, groups: &mut Groups) {
    let (mut forms, mut by_letters): (Vec<Form>, HashMap<&str, usize>) = Default::default();
    for one in told.all.iter().filter(|one| one.kind == EntityKind::Person && full(one.name)) {
        by_letters.entry(one.name).or_insert_with(|| {
            forms.push(Form { words: key::words(one.name), group: u32::MAX });
            forms.len() - 1
        });
    }
    by_ends(&mut forms, groups);
    by_parts(&mut forms);
    for (place, one) in told.all.iter().enumerate() {
        let form = by_letters.get(one.name).filter(|_| one.kind == EntityKind::Person);
        if let Some(form) = form.and_then(|form| forms.get(*form)) {
            groups.put(place, form.group);
        }
    }
    bare(told, groups, &surnames(told, &by_letters, &forms));
}

/// Whether a name has two words or more.
fn full(name: &str) -> bool {
    name.contains([' ', '\n'])
}

/// With how many names of the same ends a name is compared: joining stays linear.
const MOST: usize = 32;

/// Names with the same first and last word are one, where the words between do not say two things.
fn by_ends(forms: &mut [Form], groups: &mut Groups) {
    let mut ends: HashMap<(String, String), usize> = HashMap::new();
    let mut same: Vec<Vec<usize>> = Vec::new();
    for (at, form) in forms.iter().enumerate() {
        let (Some(first), Some(last)) = (form.words.first(), form.words.last()) else { continue };
        let next = same.len();
        let held = *ends.entry((first.clone(), last.clone())).or_insert(next);
        if held == next {
            same.push(Vec::new());
        }
        if let Some(same) = same.get_mut(held) {
            same.push(at);
        }
    }
    for mut same in same {
        let between =
            |at: &usize| forms.get(*at).map(|form| middle(&form.words)).unwrap_or_default();
        same.sort_by(|a, b| between(b).len().cmp(&between(a).len()).then(a.cmp(b)));
        let mut heads: Vec<(usize, u32)> = Vec::new();
        let mut found = Vec::with_capacity(same.len());
        for at in same {
            let fits = |(head, _): &&(usize, u32)| allows(between(head), between(&at));
            let mut may = heads.iter().take(MOST).filter(fits);
            let only = may.next().filter(|_| may.next().is_none()).map(|(_, group)| *group);
            let group = only.unwrap_or_else(|| {
                let group = groups.open();
                heads.push((at, group));
                group
            });
            found.push((at, group));
        }
        for (at, group) in found {
            if let Some(form) = forms.get_mut(at) {
                form.group = group;
            }
        }
    }
}

/// The words between the first and the last.
fn middle(words: &[String]) -> &[String] {
    words.get(1..words.len().saturating_sub(1)).unwrap_or_default()
}

/// Whether the words of a shorter name stand in a longer one in order, whole or by their first letter.
fn allows(longer: &[String], shorter: &[String]) -> bool {
    let mut rest = longer.iter();
    let same = |a: &String, b: &String| {
        a == b
            || (a.len() == 1 && b.starts_with(a.as_str()))
            || (b.len() == 1 && a.starts_with(b.as_str()))
    };
    shorter.iter().all(|word| rest.any(|other| same(word, other)))
}

/// A name that begins or ends only one longer name is that: "Raúl Vasco" of "Raúl Vasco Ruz".
fn by_parts(forms: &mut [Form]) {
    let mut parts = Sharing::default();
    for form in forms.iter() {
        let count = form.words.len();
        for words in (2..count).flat_map(|n| [form.words.get(..n), form.words.get(count - n..)]) {
            parts.add(words.unwrap_or_default().join(" "), form.group);
        }
    }
    let mut moved: HashMap<u32, u32> = HashMap::new();
    for form in forms.iter().filter(|form| form.words.len() > 1) {
        if let &[group] = parts.get(&form.words.join(" "))
            && group != form.group
        {
            moved.entry(form.group).or_insert(group);
        }
    }
    for form in forms {
        // One step is enough: what begins a name and a longer one of that begins two.
        form.group = moved.get(&form.group).copied().unwrap_or(form.group);
    }
}

/// What is known of those who have a full name, by what a bare name may be.
struct Surnames {
    groups: Sharing,
    /// The words of the offices of each group.
    offices: HashMap<u32, HashSet<String>>,
}

impl Surnames {
    /// The one that a bare name means: the only one that has it, where the offices allow it, or the only one of several with
    /// such an office.
    fn only(&self, may: &[u32], office: Option<&str>) -> Option<u32> {
        if let &[group] = may {
            return agree(office, self.offices.get(&group)).then_some(group);
        }
        let words: Vec<String> = office_words(office?).collect();
        let shares = |group: &&u32| {
            let known = self.offices.get(group);
            known.is_some_and(|known| words.iter().any(|word| known.contains(word)))
        };
        let mut all = may.iter().filter(shares);
        all.next().filter(|_| all.next().is_none()).copied()
    }
}

fn surnames(told: &Told<'_>, by_letters: &HashMap<&str, usize>, forms: &[Form]) -> Surnames {
    let mut known = Surnames { groups: Sharing::default(), offices: HashMap::new() };
    let mut seen = vec![false; forms.len()];
    for one in told.all.iter().filter(|one| one.kind == EntityKind::Person) {
        let Some(&at) = by_letters.get(one.name) else { continue };
        let Some(form) = forms.get(at) else { continue };
        if let Some(office) = one.office {
            known.offices.entry(form.group).or_default().extend(office_words(office));
        }
        let seen = seen.get_mut(at).map(|seen| std::mem::replace(seen, true));
        if seen == Some(false) {
            let first = one.name.split([' ', '\n']).next().unwrap_or_default();
            if let Some(last) = form.words.last() {
                known.groups.add(last.clone(), form.group);
            }
            if entity::family_first(first) {
                known.groups.add(key::word(first), form.group);
            }
        }
    }
    known
}

/// Persons of whom a document gives one word only.
fn bare(told: &Told<'_>, groups: &mut Groups, known: &Surnames) {
    let mut own: HashMap<String, u32> = HashMap::new();
    for (place, one) in told.all.iter().enumerate() {
        if one.kind != EntityKind::Person || full(one.name) {
            continue;
        }
        let mut word = key::word(one.name);
        // "Pope Clement" is nobody's surname.
        let crowned = one.office.is_some_and(crowned);
        let may = if crowned { &[] } else { known.groups.get(&word) };
        if let Some(group) = known.only(may, one.office) {
            groups.put(place, group);
            continue;
        }
        if crowned {
            word.push('+');
        }
        let group = *own.entry(word).or_insert_with(|| groups.open());
        if let Some(perhaps) = groups.perhaps.get_mut(group as usize)
            && perhaps.is_empty()
        {
            perhaps.extend_from_slice(may);
        }
        groups.put(place, group);
    }
}

/// Whether an office goes with a given name.
fn crowned(office: &str) -> bool {
    const CROWNS: [&str; 14] = [
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "emperor",
        "emir",
        "sultan",
        "sheikh",
        "patriarch",
        "cardinal",
        "archbishop",
        "saint",
        "imam",
    ];
    office.split(' ').any(|word| CROWNS.contains(&word.to_lowercase().as_str()))
}

/// Whether an office may be one of those a person has: where both are told, they share a word.
fn agree(office: Option<&str>, known: Option<&HashSet<String>>) -> bool {
    let (Some(office), Some(known)) = (office, known) else { return true };
    let mut words = office_words(office).peekable();
    words.peek().is_none() || words.any(|word| known.contains(&word))
}

fn office_words(office: &str) -> impl Iterator<Item = String> {
    const OTHERS: [&str; 8] = ["former", "deputy", "vice", "acting", "first", "the", "and", "for"];
    let words = office.split([' ', '-', '\n']).map(str::to_lowercase);
    words.filter(|word| word.len() > 2 && !OTHERS.contains(&word.as_str()))
}
