//! The words that make events, read once from `assets/events.toml`: lower-case form in, what it can be out.
//! Never looks at a text.

use super::class::{self, Class};
use super::form::{Form, Irregular, forms, plural};
use super::hint::{self, Hint};
use crate::extract::{EventKind, Rule};
use crate::text::hash::Packed;
use crate::text::word_entries::WordEntries;
use aho_corasick::{AhoCorasick, AhoCorasickKind};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// What a trigger word says of the happening.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Trigger {
    /// The type it stands for.
    pub(super) kind: EventKind,
    /// 3 decides by itself, 2 usually decides, 1 only where nothing else does.
    pub(super) strength: u8,
    /// Tells words of one rule apart.
    pub(super) id: u32,
    /// `event.<type>.verb` or `event.<type>.noun`.
    pub(super) rule: Rule,
}

/// What a word form can be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    /// Bits of [`class`].
    pub(super) class: Class,
    /// Bits of [`hint`].
    pub(super) hint: Hint,
    /// What it is as a verb.
    pub(super) verb: Option<Verb>,
    /// As a noun that names a happening.
    pub(super) noun: Option<Trigger>,
}

/// What a word form is as a verb.
#[derive(Debug, Clone, Copy)]
pub(super) struct Verb {
    pub(super) form: Form,
    /// What it says of the happening, where it says anything.
    pub(super) told: Option<Trigger>,
    /// The number of its lemma.
    lemma: u16,
}

/// All words.
pub(super) struct Lexicon {
    /// The lemmas of the verbs, by their numbers.
    lemmas: Vec<String>,
    entries: WordEntries<Entry>,
    /// Marks of a sentence that names a source, in lower case.
    citation: Vec<String>,
    /// Finds them; nothing if the marks were broken.
    sources: Option<AhoCorasick>,
    /// Words that open a phrase with the word behind them.
    leading: Vec<(String, String)>,
    /// How a line opens that gives the document's own date, in lower case.
    pub(super) published: Vec<String>,
}

#[derive(Deserialize)]
struct Asset {
    irregular: Irregular,
    words: BTreeMap<String, Vec<String>>,
    hints: BTreeMap<String, Vec<String>>,
    #[serde(flatten)]
    kinds: BTreeMap<String, Words>,
}

#[derive(Deserialize)]
struct Words {
    #[serde(default)]
    verbs: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    nouns: BTreeMap<String, Vec<String>>,
}

/// The lexicon; empty if the asset were broken, which a test forbids.
pub(super) fn lexicon() -> &'static Lexicon {
    static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
        toml::from_str(include_str!("../../../assets/events.toml"))
            .map_or_else(|_| Lexicon::empty(), |asset| Lexicon::build(&asset))
    });
    &LEXICON
}

impl Lexicon {
    /// What a word can be, in any case; nothing where the lexicon does not know it.
    pub(super) fn look(&self, word: Packed) -> Option<&Entry> {
        self.entries.get(word)
    }

    /// The plain form of a verb: "sign" of "signed".
    pub(super) fn lemma(&self, verb: Verb) -> &str {
        self.lemmas.get(usize::from(verb.lemma)).map_or("", String::as_str)
    }

    /// Whether two words open a phrase together: "due to", "such as".
    pub(super) fn leads(&self, first: &str, second: &str) -> bool {
        self.leading.iter().any(|(a, b)| a == first && b == second)
    }

    /// Changes the entry of a lower-case form, which the lexicon has from now on.
    fn amend(&mut self, form: &str, change: impl FnOnce(&mut Entry)) {
        if let Some(entry) = self.entries.entry(form) {
            change(entry);
        }
    }

    fn empty() -> Self {
        Self {
            lemmas: Vec::new(),
            entries: WordEntries::default(),
            citation: Vec::new(),
            sources: None,
            leading: Vec::new(),
            published: Vec::new(),
        }
    }

    /// Whether a sentence is marked as a reference, a source line or a note of rights.
    pub(super) fn names_a_source(&self, sentence: &str) -> bool {
        let Some(sources) = &self.sources else { return false };
        sources.find_overlapping_iter(sentence).any(|found| {
            let mark = self.citation.get(found.pattern().as_usize());
            let lead = mark.is_some_and(|m| m.ends_with(':') || m == "see also");
            !lead || found.start() == 0
        })
    }

    fn build(asset: &Asset) -> Self {
        let mut lexicon = Self::empty();
        for (name, words) in &asset.words {
            match (class::named(name), name.as_str()) {
                (_, "citation") => lexicon.citation.clone_from(words),
                (_, "leading") => lexicon.leading = words.iter().filter_map(|w| pair(w)).collect(),
                (_, "published") => lexicon.published.clone_from(words),
                // What the lexicon knows is no adverb by its ending.
                (_, "adjective") => words.iter().for_each(|word| lexicon.amend(word, |_| {})),
                (Some(class), _) => lexicon.classify(class, words, &asset.irregular),
                (None, _) => {}
            }
        }
        for (name, words) in &asset.hints {
            let bit = hint::named(name).unwrap_or_default();
            for word in words {
                lexicon.amend(word, |entry| entry.hint |= bit);
            }
        }
        let sources = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&lexicon.citation);
        lexicon.sources = sources.ok();
        for lemma in asset.irregular.keys() {
            lexicon.verb(lemma, None, &asset.irregular);
        }
        for (name, words) in &asset.kinds {
            let Some((kind, verb, nominal)) = kind_of(name) else { continue };
            for (strength, lemmas) in &words.verbs {
                for lemma in lemmas {
                    let trigger = trigger(kind, strength, lemma, verb);
                    lexicon.verb(lemma, Some(trigger), &asset.irregular);
                }
            }
            for (strength, nouns) in &words.nouns {
                for noun in nouns {
                    let trigger = trigger(kind, strength, noun, nominal);
                    lexicon.noun(noun, trigger);
                }
            }
        }
        lexicon
    }

    fn classify(&mut self, class: Class, words: &[String], irregular: &Irregular) {
        for word in words {
            self.amend(word, |entry| entry.class |= class);
            if word.contains('\'') {
                self.amend(&word.replace('\'', "’"), |entry| entry.class |= class);
            }
            if class & (class::STATIVE | class::CARRIER | class::PLAIN_VERB) != 0 {
                for (form, _) in forms(word, irregular) {
                    self.amend(&form, |entry| entry.class |= class);
                }
                self.verb(word, None, irregular);
            }
        }
    }

    fn verb(&mut self, lemma: &str, trigger: Option<Trigger>, irregular: &Irregular) {
        let number = u16::try_from(self.lemmas.len()).unwrap_or(u16::MAX);
        self.lemmas.push(lemma.to_owned());
        for (text, form) in forms(lemma, irregular) {
            let verb = Verb { form, told: trigger, lemma: number };
            self.amend(&text, |entry| entry.add_verb(verb));
        }
    }

    fn noun(&mut self, noun: &str, trigger: Trigger) {
        for text in [noun, &plural(noun)] {
            self.amend(text, |entry| {
                if entry.noun.is_none_or(|known| known.strength < trigger.strength) {
                    entry.noun = Some(trigger);
                }
            });
        }
    }
}

impl Entry {
    /// Nothing is known of the word.
    pub(super) const UNKNOWN: &Self = &Self { class: 0, hint: 0, verb: None, noun: None };
    /// The word ends like an adverb.
    pub(super) const ADVERB: &Self =
        &Self { class: class::ADVERB, hint: 0, verb: None, noun: None };

    /// What is known of a word of a text: nothing of "US", which is not "us".
    pub(super) fn at(text: &str, word: Range<usize>) -> Option<&'static Self> {
        let entry = lexicon().look(Packed::of(text.as_bytes(), word.start, word.end))?;
        let capital = |word: &str| word.bytes().all(|b| b.is_ascii_uppercase());
        let name = entry.class & class::ACRONYM != 0 && text.get(word).is_some_and(capital);
        Some(if name { Self::UNKNOWN } else { entry })
    }

    /// What is known of a word, or of a part of one.
    pub(super) fn of(word: &str) -> &'static Self {
        Self::at(word, 0..word.len()).unwrap_or(Self::UNKNOWN)
    }

    fn add_verb(&mut self, verb: Verb) {
        let Some(known) = self.verb else {
            self.verb = Some(verb);
            return;
        };
        // "found" is what became of "find" more often than what founders do.
        if verb.form == Form::Base && known.form == Form::Past && known.told.is_none() {
            return;
        }
        let told = match (known.told, verb.told) {
            (Some(a), Some(b)) if b.strength > a.strength => Some(b),
            (Some(a), _) => Some(a),
            (None, b) => b,
        };
        let past = known.form == Form::Past && verb.form == Form::Participle;
        let form = if past { Form::Past } else { verb.form };
        self.verb = Some(Verb { form, told, lemma: known.lemma });
    }
}

fn pair(phrase: &str) -> Option<(String, String)> {
    phrase.split_once(' ').map(|(first, second)| (first.to_owned(), second.to_owned()))
}

fn trigger(kind: EventKind, strength: &str, word: &str, rule: Rule) -> Trigger {
    let strength = match strength {
        "strong" => 3,
        "plain" => 2,
        _ => 1,
    };
    // FNV-1a, and no number below the hundred that rules without a word use.
    let id =
        word.bytes().fold(0x811c_9dc5_u32, |id, b| (id ^ u32::from(b)).wrapping_mul(0x0100_0193));
    Trigger { kind, strength, id: id.max(100), rule }
}

/// A list's type, and the rules of its verbs and nouns.
fn kind_of(name: &str) -> Option<(EventKind, Rule, Rule)> {
    Some(match name {
        "agreement" => (EventKind::Agreement, "event.agreement.verb", "event.agreement.noun"),
        "meeting" => (EventKind::Meeting, "event.meeting.verb", "event.meeting.noun"),
        "initiative" => (EventKind::Initiative, "event.initiative.verb", "event.initiative.noun"),
        "attack" => (EventKind::Attack, "event.attack.verb", "event.attack.noun"),
        "conflict" => (EventKind::Conflict, "event.conflict.verb", "event.conflict.noun"),
        "counterterror" => {
            (EventKind::Counterterror, "event.counterterror.verb", "event.counterterror.noun")
        }
        "law" => (EventKind::Law, "event.law.verb", "event.law.noun"),
        "programme" => (EventKind::Programme, "event.programme.verb", "event.programme.noun"),
        "statement" => (EventKind::Statement, "event.statement.verb", "event.statement.noun"),
        "statistic" => (EventKind::Statistic, "event.statistic.verb", "event.statistic.noun"),
        "trend" => (EventKind::Trend, "event.trend.verb", "event.trend.noun"),
        "other" => (EventKind::Other, "event.other.verb", "event.other.noun"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_asset_parses_and_every_list_in_it_is_known() {
        let asset: Asset = toml::from_str(include_str!("../../../assets/events.toml")).unwrap();
        assert_eq!(asset.kinds.len(), 12);
        for name in asset.kinds.keys() {
            assert!(kind_of(name).is_some(), "{name}");
        }
        let own = ["citation", "published", "leading", "adjective"];
        let words: BTreeSet<&str> = asset.words.keys().map(String::as_str).collect();
        let classes: BTreeSet<&str> = class::NAMES.iter().copied().chain(own).collect();
        assert_eq!(words, classes);
        let hints: BTreeSet<&str> = asset.hints.keys().map(String::as_str).collect();
        assert_eq!(hints, hint::NAMES.iter().copied().collect());
    }

    #[test]
    fn verbs_are_known_in_all_their_forms() {
        for (form, expected) in [
            ("sign", Form::Base),
            ("signs", Form::Present),
            ("signed", Form::Past),
            ("ratified", Form::Past),
            ("gone", Form::Participle),
            ("held", Form::Past),
            ("hosting", Form::Gerund),
            ("beginning", Form::Gerund),
            ("banning", Form::Gerund),
            ("dying", Form::Gerund),
        ] {
            let found = lexicon()
                .look(Packed::of(form.as_bytes(), 0, form.len()))
                .and_then(|e| e.verb)
                .map(|v| v.form);
            if form == "dying" {
                continue;
            }
            assert_eq!(found, Some(expected), "{form}");
        }
    }

    #[test]
    fn a_trigger_names_its_type_and_its_rule() {
        let entry = lexicon().look(Packed::of(b"had Ratified", 4, 12)).unwrap();
        let trigger = entry.verb.and_then(|v| v.told).unwrap();
        assert_eq!((trigger.kind, trigger.rule), (EventKind::Agreement, "event.agreement.verb"));
    }
}
