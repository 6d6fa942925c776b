//! How fast text is read and each kind of finding is made, in bytes of file or reading text a second on one thread.
//! Run `cargo bench --bench extract`; a name behind it runs that part alone: `cargo bench --bench extract -- date`.
//!
//! The text is the seeds over and over, a megabyte in all; what nothing can beat on this machine is measured beside
//! it: a scan for one byte that is not there, and the check that bytes are UTF-8.

use bluf::extract::{
    Findings, Trace, assessment, country, date, event, extract, extract_all, front, indicator,
    quantity,
};
use bluf::source::seeds;
use bluf::text::runs::Runs;
use bluf::text::{self, Text};
use bluf::work;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

/// The fewest bytes that are read.
const BYTES: usize = 1 << 20;

/// Files of the seeds, repeated.
fn files() -> Vec<Vec<u8>> {
    let seeds: Vec<Vec<u8>> = seeds::SEEDS.iter().map(|(_, bytes)| bytes.to_vec()).collect();
    let size: usize = seeds.iter().map(Vec::len).sum();
    let times = BYTES.div_ceil(size.max(1));
    (0..times).flat_map(|_| seeds.iter().cloned()).collect()
}

/// The bounds, the reading of files, and all steps together.
fn read(criterion: &mut Criterion) {
    let files = files();
    let mut group = group(criterion, "read", files.iter().map(Vec::len).sum());
    group.bench_function("bound: memchr of a byte that is nowhere", |bench| {
        bench.iter(|| files.iter().filter_map(|f| memchr::memchr(0, black_box(f))).count());
    });
    group.bench_function("bound: UTF-8 validation", |bench| {
        bench.iter(|| files.iter().filter(|f| std::str::from_utf8(black_box(f)).is_ok()).count());
    });
    group.bench_function("text", |bench| {
        bench.iter(|| files.iter().for_each(|f| drop(black_box(text::read(f)))));
    });
    group.bench_function("text and all findings, one by one", |bench| {
        bench.iter(|| {
            for file in &files {
                black_box(extract(&text::read(file), None, &mut Trace::off()));
            }
        });
    });
    group.bench_function("text and all findings, together", |bench| {
        bench.iter(|| {
            let texts: Vec<Text> = files.iter().map(|file| text::read(file)).collect();
            let asked: Vec<_> = texts.iter().map(|text| (text, None)).collect();
            black_box(extract_all(&asked, &mut Trace::off()))
        });
    });
    group.finish();
}

/// Each kind of finding, with what it needs found before.
fn find(criterion: &mut Criterion) {
    let files = files();
    let texts: Vec<Text> = files.iter().map(|f| text::read(f)).collect();
    let all = |t| (t, Runs::of(t), extract(t, None, &mut Trace::off()));
    let found: Vec<_> = texts.iter().map(all).collect();
    let mut group = group(criterion, "find", texts.iter().map(|t| t.clean.len()).sum());
    group.bench_function("bound: UTF-8 validation", |bench| {
        let valid = |t: &&Text| std::str::from_utf8(black_box(t.clean.as_bytes())).is_ok();
        bench.iter(|| texts.iter().filter(valid).count());
    });
    group.bench_function("front", |bench| {
        bench.iter(|| texts.iter().for_each(|t| drop(black_box(front::find(t)))));
    });
    group.bench_function("runs of letters", |bench| {
        bench.iter(|| texts.iter().for_each(|t| drop(black_box(Runs::of(t)))));
    });
    group.bench_function("date", |bench| {
        bench.iter(|| {
            for (t, runs, _) in &found {
                black_box(date::find(t, runs, None, &mut Trace::off()));
            }
        });
    });
    group.bench_function("country", |bench| {
        bench.iter(|| {
            for t in &texts {
                black_box(country::find(t, &mut Trace::off()));
            }
        });
    });
    tell(&mut group, &found);
    group.finish();
}

/// Each kind of finding that is told by others.
fn tell(group: &mut BenchmarkGroup<'_, WallTime>, found: &[(&Text, Runs, Findings)]) {
    group.bench_function("quantity", |bench| {
        bench.iter(|| {
            for (t, runs, f) in found {
                black_box(quantity::find(t, runs, &f.dates, &mut Trace::off()));
            }
        });
    });
    group.bench_function("indicator", |bench| {
        bench.iter(|| {
            for (t, _, f) in found {
                black_box(indicator::find(
                    t,
                    &f.dates,
                    &f.countries,
                    &f.quantities,
                    &mut Trace::off(),
                ));
            }
        });
    });
    group.bench_function("assessment", |bench| {
        bench.iter(|| {
            for (t, runs, f) in found {
                black_box(assessment::find(t, runs, (&f.dates, &f.countries), &f.tables));
            }
        });
    });
    group.bench_function("event", |bench| {
        bench.iter(|| {
            for (t, _, f) in found {
                black_box(event::find(t, &f.dates, &f.countries, None, &mut Trace::off()));
            }
        });
    });
}

/// The whole load on all cores, the tables being ready.
fn load(criterion: &mut Criterion) {
    let files = files();
    let mut group = group(criterion, "work", files.iter().map(Vec::len).sum());
    let times = files.len() / seeds::open().len().max(1);
    let raw = || (0..times).flat_map(|_| seeds::open()).collect();
    group.bench_function("load", |bench| {
        bench.iter_with_setup(raw, |raw| black_box(work::load(raw, None)));
    });
    group.finish();
}

fn group<'a>(
    criterion: &'a mut Criterion,
    name: &str,
    bytes: usize,
) -> BenchmarkGroup<'a, WallTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).throughput(Throughput::Bytes(bytes as u64));
    group.measurement_time(std::time::Duration::from_secs(1));
    group.warm_up_time(std::time::Duration::from_millis(300));
    group
}

/// The whole pipeline on all cores beside a scan of memory on one, in turn; prints how fast each is and the ratio of each
/// pair, which holds while the machine's speed drifts.
#[expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
fn bound(_: &mut Criterion) {
    let all = || (0..COPIES).flat_map(|_| seeds::open());
    let memory: Vec<u8> = all().filter_map(|r| r.read().ok()).flat_map(|b| b.to_vec()).collect();
    let bytes = memory.len();
    let mut pairs: Vec<(f64, f64)> = (0..PAIRS)
        .map(|_| {
            let raw = all().collect();
            let whole = seconds(|| drop(black_box(work::load(raw, None))));
            let scan = seconds(|| {
                for _ in 0..SCANS {
                    black_box(memchr::memchr(0, black_box(&memory)));
                }
            });
            (whole, scan / f64::from(SCANS))
        })
        .collect();
    pairs.sort_by(|a, b| (a.0 / a.1).total_cmp(&(b.0 / b.1)));
    let Some((whole, scan)) = pairs.get(PAIRS / 2) else { return };
    let rate = |seconds: &f64| bytes as f64 / seconds / 1e6;
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    println!("whole pipeline, {cores} cores: {:.1} MB/s", rate(whole));
    println!("bound, a memory scan on one: {:.0} MB/s, 1:{:.0}\n", rate(scan), whole / scan);
}

/// Copies of the seeds that the pipeline reads at a time: some 8 MB.
const COPIES: usize = 144;
/// Times the two are compared.
const PAIRS: usize = 9;
/// Scans that are timed as one, being so short.
const SCANS: u32 = 50;

#[expect(clippy::disallowed_methods, reason = "a benchmark asks the clock")]
fn seconds(work: impl FnOnce()) -> f64 {
    let start = std::time::Instant::now();
    work();
    start.elapsed().as_secs_f64()
}

criterion_group!(benches, read, find, load, bound);
criterion_main!(benches);
