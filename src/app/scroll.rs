//! Scrolling as arithmetic: what first row keeps a selection in sight. Knows no pane.

/// The first row to show so that `selected` is in sight with `margin` rows around it where there is room.
pub fn follow(selected: usize, offset: usize, height: usize, margin: usize) -> usize {
    if height == 0 {
        return offset;
    }
    let margin = margin.min((height - 1) / 2);
    let highest = selected.saturating_sub(margin);
    let lowest = (selected + margin + 1).saturating_sub(height);
    offset.clamp(lowest.min(highest), highest)
}

/// A move by `by` places within `len` items.
pub fn step(at: usize, by: isize, len: usize) -> usize {
    at.saturating_add_signed(by).min(len.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_selection_stays_in_sight() {
        assert_eq!(follow(0, 5, 10, 2), 0);
        assert_eq!(follow(20, 5, 10, 0), 11);
        assert_eq!(follow(7, 5, 10, 2), 5);
        assert_eq!(follow(3, 9, 0, 2), 9);
        assert_eq!(follow(9, 0, 1, 3), 9);
    }

    #[test]
    fn a_step_stops_at_both_ends() {
        assert_eq!(step(3, -9, 5), 0);
        assert_eq!(step(3, 9, 5), 4);
        assert_eq!(step(0, 1, 0), 0);
    }
}
