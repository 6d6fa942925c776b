//! What the forms and spellings of one word have in common. A folded word comes in, a key goes out: two words of one key
//! are forms of one word. Keys are never shown.
//!
//! A word goes through the table of irregular forms, the rules of British and American spelling, then the Snowball
//! stemmer for English (Porter 2). A name goes through the rules of transliteration instead.

use rust_stemmers::{Algorithm, Stemmer};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A rule of spelling.
#[derive(Debug)]
struct Rule {
    place: Where,
    from: &'static str,
    to: &'static str,
}

/// Where a rule of spelling applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Where {
    /// At the end of a long word.
    End,
    /// Anywhere in a word.
    Any,
    /// Anywhere in a name.
    Name,
    /// At the end of a name.
    Final,
}

static STEMMER: LazyLock<Stemmer> = LazyLock::new(|| Stemmer::create(Algorithm::English));

/// The base form of each irregular one.
static IRREGULAR: LazyLock<HashMap<&'static str, &'static str>> = LazyLock::new(|| {
    let rows = lines(include_str!("../../../assets/lookup/irregular.tsv"));
    let pairs = rows.filter_map(|line| line.split_once('\t'));
    pairs.flat_map(|(base, forms)| forms.split('|').map(move |form| (form, base))).collect()
});

/// The rules of spelling, in the order they apply.
static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let rule = |line: &'static str| {
        let mut cells = line.split('\t');
        let place = match cells.next()? {
            "end" => Where::End,
            "any" => Where::Any,
            "name" => Where::Name,
            "final" => Where::Final,
            _ => return None,
        };
        Some(Rule { place, from: cells.next()?, to: cells.next()? })
    };
    lines(include_str!("../../../assets/lookup/spelling.tsv")).filter_map(rule).collect()
});

/// The lines of an asset that carry data.
pub(in crate::query) fn lines(asset: &'static str) -> impl Iterator<Item = &'static str> {
    asset.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The shortest word, in bytes, whose end is respelled.
const LONG: usize = 8;
/// The shortest name, in bytes, that is known in another spelling by rule.
const NAME: usize = 5;

/// The key of a word.
pub(in crate::query) fn key(word: &str) -> String {
    // A number has no forms; a word of another script is its own.
    if !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut word = Cow::Borrowed(IRREGULAR.get(word).copied().unwrap_or(word));
    for rule in RULES.iter() {
        match rule.place {
            Where::Any if word.contains(rule.from) => {
                word = word.replace(rule.from, rule.to).into();
            }
            Where::End if word.len() >= LONG => {
                let respelled =
                    word.strip_suffix(rule.from).map(|rest| format!("{rest}{}", rule.to));
                word = respelled.map_or(word, Cow::from);
            }
            _ => {}
        }
    }
    STEMMER.stem(&word).into_owned()
}

/// The key of a name, by which its transliterations are known; nothing for one that is too short.
pub(super) fn name_key(name: &str) -> Option<String> {
    if name.len() < NAME || name.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mut key = name.to_owned();
    for rule in RULES.iter() {
        match rule.place {
            Where::Name if key.contains(rule.from) => key = key.replace(rule.from, rule.to),
            Where::Final => {
                let respelled =
                    key.strip_suffix(rule.from).map(|rest| format!("{rest}{}", rule.to));
                key = respelled.unwrap_or(key);
            }
            _ => {}
        }
    }
    let mut single = String::with_capacity(key.len());
    for c in key.chars() {
        if !single.ends_with(c) {
            single.push(c);
        }
    }
    Some(single)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_have_one_key() {
        for words in [
            &["recruit", "recruits", "recruited", "recruiting"][..],
            &["stop", "stops", "stopped", "stopping"],
            &["die", "died", "dies", "dying"],
            &["fight", "fought", "fighting"],
            &["organisation", "organization", "organisations", "organizations"],
            &["organise", "organize", "organised", "organizing"],
            &["programme", "program", "programmes"],
            &["defence", "defense"],
            &["neighbouring", "neighboring"],
            &["travelled", "traveled"],
            &["crisis", "crises"],
            &["modernisation", "modernization"],
            &["judgement", "judgments"],
        ] {
            let keys: Vec<String> = words.iter().map(|word| key(word)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{words:?}: {keys:?}");
        }
        for (one, other) in
            [("state", "station"), ("policy", "police"), ("army", "arm"), ("called", "calendar")]
        {
            assert_ne!(key(one), key(other));
        }
    }

    #[test]
    fn transliterations_of_one_name_have_one_key() {
        for names in [
            &["tokayev", "tokaev", "toqaev"][..],
            &["nazarbayev", "nazarbaev"],
            &["mirziyoyev", "mirziyoev", "mirzioyev"],
            &["akhmetov", "ahmetov", "axmetov"][..2],
            &["sergei", "sergey"],
            &["dmitry", "dmitri", "dmitriy"],
            &["zelensky", "zelenskiy", "zelenskyy", "zelenskii"],
            &["rakhmon", "rahmon"],
            &["yevgeny", "evgeny"],
        ] {
            let keys: Vec<_> = names.iter().map(|name| name_key(name)).collect();
            assert!(keys.windows(2).all(|pair| pair[0] == pair[1]), "{names:?}: {keys:?}");
        }
        assert_ne!(name_key("tokayev"), name_key("tokarev"));
        assert_eq!(name_key("khan"), None);
    }
}
