//! The forms of English words: a lemma comes in, its forms go out, each with what it is. Regular ones are built,
//! irregular ones are looked up. Never looks at a text.

use std::collections::BTreeMap;

/// Verbs whose forms no rule builds: lemma to past and past participle.
pub(super) type Irregular = BTreeMap<String, (String, String)>;

/// The forms of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// sign
    Base,
    /// signs
    Present,
    /// signed, went; also the participle where it looks the same
    Past,
    /// gone
    Participle,
    /// signing
    Gerund,
}

/// All forms of a verb with what they are.
pub(super) fn forms(lemma: &str, irregular: &Irregular) -> Vec<(String, Form)> {
    let silent_e = lemma.ends_with('e') && !lemma.ends_with("ee");
    let stem = if silent_e { lemma.strip_suffix('e').unwrap_or(lemma) } else { lemma };
    let before_y = lemma.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u']));
    let past = before_y.map_or_else(|| format!("{stem}ed"), |s| format!("{s}ied"));
    let (past, participle) =
        irregular.get(lemma).cloned().unwrap_or_else(|| (past.clone(), past.clone()));
    let doubled = past
        .strip_suffix("ed")
        .filter(|s| s.len() == lemma.len() + 1 && !silent_e)
        .or_else(|| DOUBLING.contains(&lemma).then_some(lemma))
        .map(|s| if s.len() > lemma.len() { format!("{s}ing") } else { double(s) });
    let gerund = doubled.unwrap_or_else(|| format!("{stem}ing"));
    vec![
        (lemma.to_owned(), Form::Base),
        (plural(lemma), Form::Present),
        (participle, Form::Participle),
        (past, Form::Past),
        (gerund, Form::Gerund),
    ]
}

/// Irregular verbs that double their last letter before -ing.
const DOUBLING: [&str; 8] = ["begin", "cut", "get", "put", "run", "set", "shed", "win"];

fn double(lemma: &str) -> String {
    let last = lemma.chars().next_back().unwrap_or_default();
    format!("{lemma}{last}ing")
}

/// The -s form of a noun or verb.
pub(super) fn plural(word: &str) -> String {
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|end| word.ends_with(end));
    match word.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if hissing => format!("{word}es"),
        None if word == "go" || word == "undergo" => format!("{word}es"),
        None => format!("{word}s"),
    }
}
