//! What belongs to each of many words, of any size and in one place each. Words and values come in; values go out by the
//! word, in any ASCII case. Knows no word itself.

use super::hash::{Packed, WordTable};

/// Values by word.
#[derive(Debug, Clone)]
pub struct WordEntries<T> {
    /// Where the value of a word is.
    places: WordTable<u16>,
    values: Vec<T>,
}

impl<T> Default for WordEntries<T> {
    fn default() -> Self {
        Self { places: WordTable::default(), values: Vec::new() }
    }
}

impl<T: Default> WordEntries<T> {
    /// The value of a word that is known.
    #[inline]
    pub fn get(&self, word: Packed) -> Option<&T> {
        self.values.get(usize::from(self.places.get(word)?))
    }

    /// The value of a word, which is known from now on; nothing where 65,536 words are known already.
    pub fn entry(&mut self, word: &str) -> Option<&mut T> {
        let at = if let Some(at) = self.places.find(word) {
            at
        } else {
            let at = u16::try_from(self.values.len()).ok()?;
            self.places.insert(word, at);
            self.values.push(T::default());
            at
        };
        self.values.get_mut(usize::from(at))
    }

    /// All values, in the order in which their words came.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.values.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_one_value_in_any_case() {
        let mut map = WordEntries::<Vec<u8>>::default();
        for (word, value) in [("risk", 1), ("key", 2), ("Risk", 3)] {
            map.entry(word).unwrap().push(value);
        }
        let get = |word: &str| map.get(Packed::of(word.as_bytes(), 0, word.len()));
        assert_eq!(get("RISK"), Some(&vec![1, 3]));
        assert_eq!(get("key"), Some(&vec![2]));
        assert_eq!(get("keys"), None);
    }
}
