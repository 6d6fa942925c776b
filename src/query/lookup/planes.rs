//! A number for each of a million sentences, one set for each bit, so that all are added to at once and the best are
//! found without looking at one. Sets come in, sets go out. Knows nothing of what the numbers mean.

use crate::query::bits::Bits;

/// Numbers by sentence: the sets of those whose lowest bit is set, the next, and so on.
#[derive(Debug, Default)]
pub(super) struct Planes(Vec<Bits>);

impl Planes {
    /// Adds 2 to the power of `bit` to the numbers of a set.
    pub(super) fn add(&mut self, set: &Bits, bit: usize) {
        let mut carry = set.clone();
        for at in bit.. {
            if carry.is_empty() {
                return;
            }
            while self.0.len() <= at {
                self.0.push(Bits::none(set.len()));
            }
            let Some(plane) = self.0.get_mut(at) else { return };
            let mut next = plane.clone();
            next.intersect(&carry);
            plane.toggle(&carry);
            carry = next;
        }
    }

    /// The sets from the highest bit of so many down; a number that needs more is the highest there is.
    pub(super) fn falling(mut self, bits: usize) -> Vec<Bits> {
        for over in self.0.split_off(bits.min(self.0.len())) {
            self.0.iter_mut().for_each(|plane| plane.unite(&over));
        }
        self.0.reverse();
        self.0
    }
}

/// The best of a set: those that are certainly among them, and those, all equal, that share the room that is left.
/// Each plane parts the better from the others, the first one first.
pub(super) fn best<'a>(
    all: Bits,
    planes: impl Iterator<Item = &'a Bits>,
    count: usize,
) -> (Bits, Bits) {
    let (mut sure, mut equal) = (Bits::none(all.len()), all);
    let mut room = count;
    for plane in planes {
        let mut better = equal.clone();
        better.intersect(plane);
        let found = better.count();
        if found >= room {
            equal = better;
        } else if found > 0 {
            room -= found;
            sure.unite(&better);
            equal.subtract(plane);
        }
    }
    (sure, equal)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(numbers: &[usize]) -> Bits {
        let mut bits = Bits::none(200);
        for &number in numbers {
            bits.insert(number);
        }
        bits
    }

    #[test]
    fn numbers_are_added_bit_by_bit() {
        let mut planes = Planes::default();
        planes.add(&set(&[1, 2, 3]), 0);
        planes.add(&set(&[2, 3, 150]), 0);
        planes.add(&set(&[3, 150]), 1);
        let falling = planes.falling(3);
        let number = |at: usize| {
            falling.iter().fold(0, |number, plane| number * 2 + u32::from(plane.contains(at)))
        };
        assert_eq!([0, 1, 2, 3, 150].map(number), [0, 1, 2, 4, 3]);
    }

    #[test]
    fn too_high_numbers_are_the_highest() {
        let mut planes = Planes::default();
        (0..5).for_each(|_| planes.add(&set(&[7]), 0));
        planes.add(&set(&[8]), 1);
        let falling = planes.falling(2);
        assert!(falling.iter().all(|plane| plane.contains(7)));
        assert!(falling[0].contains(8) && !falling[1].contains(8));
    }

    #[test]
    fn the_best_are_found_plane_by_plane() {
        let planes = [set(&[1, 2, 3, 4]), set(&[1, 2, 9]), set(&[2, 10])];
        let found = |count| {
            let all = set(&[1, 2, 3, 4, 9, 10, 11]);
            let (sure, equal) = best(all, planes.iter(), count);
            (sure.iter().collect::<Vec<_>>(), equal.iter().collect::<Vec<_>>())
        };
        assert_eq!(found(1), (vec![], vec![2]));
        assert_eq!(found(3), (vec![1, 2], vec![3, 4]));
        assert_eq!(found(5), (vec![1, 2, 3, 4], vec![9]));
        assert_eq!(found(9), (vec![1, 2, 3, 4, 9, 10], vec![11]));
    }
}
