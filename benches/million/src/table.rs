//! Prints milliseconds of CPU a key for each engine, and what they come to.

/// One engine's keys.
pub struct Row {
    /// Its name.
    pub engine: &'static str,
    /// What stood in the query after each key, milliseconds of CPU, what was found.
    pub keys: Vec<(String, f64, usize)>,
}

impl Row {
    fn at(&self, share: f64) -> f64 {
        let mut times: Vec<f64> = self.keys.iter().map(|key| key.1).collect();
        times.sort_by(f64::total_cmp);
        times.get(((times.len() - 1) as f64 * share).round() as usize).copied().unwrap_or_default()
    }
}

/// Every key of every engine, then median, 95th percentile and worst key, and how often the first engine's median goes
/// into each.
pub fn print(rows: &[Row]) {
    let Some(first) = rows.first() else { return };
    print!("{:24}", "key");
    rows.iter().for_each(|row| print!("{:>10} ms{:>9}", row.engine, "found"));
    println!();
    for (at, (typed, ..)) in first.keys.iter().enumerate() {
        print!("{typed:24}");
        for row in rows {
            let (_, time, found) = &row.keys[at];
            print!("{time:>13.2}{found:>9}");
        }
        println!();
    }
    for (name, share) in [("median", 0.5), ("95th", 0.95), ("worst", 1.0)] {
        print!("{name:24}");
        rows.iter().for_each(|row| {
            print!("{:>13.2}{:>8.1}x", row.at(share), row.at(share) / first.at(share))
        });
        println!();
    }
}
