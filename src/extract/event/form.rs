//! The forms of English words: a lemma comes in, its forms go out, each with what it is. Regular ones are built,
//! irregular ones are looked up. Never looks at a text.

use std::collections::BTreeMap;

/// Verbs whose forms no rule builds: lemma to past and past participle, and to the gerund where it is not the past's.
pub(super) type Irregular = BTreeMap<String, Vec<String>>;

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
    let known = irregular.get(lemma).map(Vec::as_slice);
    let (past, participle) = if let Some([past, participle, ..]) = known {
        (past.clone(), participle.clone())
    } else {
        (past.clone(), past)
    };
    let gerund = if let Some([_, _, gerund]) = known {
        gerund.clone()
    } else {
        let doubled = past.strip_suffix("ed").filter(|s| s.len() == lemma.len() + 1 && !silent_e);
        format!("{}ing", doubled.unwrap_or(stem))
    };
    vec![
        (lemma.to_owned(), Form::Base),
        (plural(lemma), Form::Present),
        (participle, Form::Participle),
        (past, Form::Past),
        (gerund, Form::Gerund),
    ]
}

/// The -s form of a noun or verb.
pub(super) fn plural(word: &str) -> String {
    let hissing = word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh");
    match word.strip_suffix('y').filter(|s| !s.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None if hissing => format!("{word}es"),
        None if word == "go" || word == "undergo" => format!("{word}es"),
        None => format!("{word}s"),
    }
}
