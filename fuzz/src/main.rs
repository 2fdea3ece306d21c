//! Targets with mutations of their corpora, on any compiler: `fuzz [--seconds N] [--seed N] [TARGET…]`. A seed always makes
//! the same inputs. What a target does not bear is written to `target/fuzz/`, and the process ends with an error.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks on its terminal")]

use fuzz::{TARGETS, Target};
use std::panic::catch_unwind;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Longest input that is made, bytes.
const LONGEST: usize = 64 << 10;
/// No input of that size may keep a processor busy for longer, not even in a development build.
const SLOW: Duration = Duration::from_secs(2);

struct Options {
    seconds: u64,
    seed: u64,
    targets: Vec<Target>,
}

fn main() -> ExitCode {
    let options = match Options::parse(std::env::args().skip(1)) {
        Ok(options) => options,
        Err(error) => {
            eprintln!("fuzz: {error}");
            return ExitCode::from(2);
        }
    };
    let mut good = true;
    for target in &options.targets {
        match run(*target, &options) {
            Ok(cases) => println!("{:<14} {cases} inputs, seed {}", target.name, options.seed),
            Err(error) => {
                println!("{:<14} {error}, seed {}", target.name, options.seed);
                good = false;
            }
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

impl Options {
    fn parse(mut arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut options = Self { seconds: 2, seed: any_seed(), targets: Vec::new() };
        while let Some(argument) = arguments.next() {
            let mut number = || {
                let text = arguments.next().unwrap_or_default();
                text.parse().map_err(|_| format!("{argument} takes a number, not {text:?}"))
            };
            match argument.as_str() {
                "--seconds" => options.seconds = number()?,
                "--seed" => options.seed = number()?,
                name => {
                    let found = TARGETS.iter().find(|target| target.name == name);
                    options.targets.push(*found.ok_or_else(|| format!("there is no target {name:?}"))?);
                }
            }
        }
        if options.targets.is_empty() {
            options.targets = TARGETS.to_vec();
        }
        Ok(options)
    }
}

/// Another one each time, and one that is said.
fn any_seed() -> u64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    since.map_or(0, |since| since.as_micros() as u64 % 1_000_000_007)
}

fn run(target: Target, options: &Options) -> Result<u64, String> {
    let corpus = corpus(target)?;
    let mut random = Random(
        options.seed
            ^ target.name.bytes().fold(0, |sum: u64, b| sum.wrapping_mul(31).wrapping_add(u64::from(b))),
    );
    let end = Instant::now() + Duration::from_secs(options.seconds);
    let mut cases = 0_u64;
    for input in &corpus {
        judge(target, input)?;
        cases += 1;
    }
    while Instant::now() < end {
        judge(target, &random.input(&corpus))?;
        cases += 1;
    }
    Ok(cases)
}

fn corpus(target: Target) -> Result<Vec<Vec<u8>>, String> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus").join(target.name);
    let files = std::fs::read_dir(&directory).map_err(|e| format!("{}: {e}", directory.display()))?;
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    // So that a seed means the same everywhere.
    paths.sort();
    let read: Result<Vec<Vec<u8>>, _> = paths.iter().map(std::fs::read).collect();
    let corpus = read.map_err(|e| format!("{}: {e}", directory.display()))?;
    if corpus.is_empty() { Err(format!("{} is empty", directory.display())) } else { Ok(corpus) }
}

/// Runs one input. One that the target does not bear, or bears too long, is kept.
fn judge(target: Target, input: &[u8]) -> Result<(), String> {
    let before = processor_time();
    let outcome = catch_unwind(|| (target.run)(input));
    let took = processor_time().saturating_sub(before);
    let problem = match outcome {
        Err(_) => "panicked".to_owned(),
        Ok(()) if took > SLOW => format!("took {took:?} of a processor"),
        Ok(()) => return Ok(()),
    };
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/fuzz");
    let path = directory.join(format!("{}-{:016x}", target.name, hash(input)));
    let written = std::fs::create_dir_all(&directory).and_then(|()| std::fs::write(&path, input));
    let at = written.map_or_else(|e| format!("not kept: {e}"), |()| path.display().to_string());
    Err(format!("{problem}: {at}"))
}

/// Of this thread: what waits for a processor on a busy machine is not slow.
fn processor_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
}

fn hash(input: &[u8]) -> u64 {
    input
        .iter()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// One of the corpus, changed a few times.
    fn input(&mut self, corpus: &[Vec<u8>]) -> Vec<u8> {
        let mut input = corpus[self.below(corpus.len())].clone();
        for _ in 0..=self.below(6) {
            self.change(&mut input, corpus);
        }
        input.truncate(LONGEST);
        input
    }

    fn range(&mut self, input: &[u8]) -> std::ops::Range<usize> {
        let start = self.below(input.len() + 1);
        let most = if self.below(4) == 0 { input.len() } else { 16 };
        start..(start + self.below(most + 1)).min(input.len())
    }

    fn change(&mut self, input: &mut Vec<u8>, corpus: &[Vec<u8>]) {
        let range = self.range(input);
        match self.below(9) {
            0 if !input.is_empty() => {
                let at = self.below(input.len());
                input[at] ^= 1 << self.below(8);
            }
            1 if !input.is_empty() => {
                let at = self.below(input.len());
                input[at] = self.next() as u8;
            }
            2 => drop(input.drain(range)),
            3 => {
                let piece = input[range.clone()].to_vec();
                let times = if self.below(20) == 0 { 1_000 } else { 1 + self.below(4) };
                input.splice(range.end..range.end, piece.repeat(times.min(LONGEST / piece.len().max(1))));
            }
            4 | 5 => {
                let other = &corpus[self.below(corpus.len())];
                let piece = other[self.range(other)].to_vec();
                input.splice(range, piece);
            }
            6 => {
                let piece = INTERESTING[self.below(INTERESTING.len())];
                input.splice(range, piece.iter().copied());
            }
            7 => {
                let bytes: Vec<u8> = (0..self.below(9)).map(|_| self.next() as u8).collect();
                input.splice(range.start..range.start, bytes);
            }
            _ => {
                let (value, width) = (self.next() >> self.below(64), [1, 2, 4, 8][self.below(4)]);
                let bytes = if self.below(2) == 0 { value.to_le_bytes() } else { value.to_be_bytes() };
                let end = (range.start + width).min(input.len());
                input.splice(range.start..end, bytes[..width].iter().copied());
            }
        }
    }
}

/// What parsers stumble over.
const INTERESTING: [&[u8]; 44] = [
    b"\0",
    b"\r\n",
    b"\n",
    b"\r\n\r\n",
    b"\n\n",
    b"%",
    b"%00",
    b"%zz",
    b"%ff",
    b"%2F",
    b"+",
    b"&",
    b"=",
    b";",
    b"\"",
    b"\\",
    b"\\u0000",
    b"\\ud800",
    b"{}",
    b"[]",
    b"[[[[[[[[",
    b"{\"a\":",
    b"null",
    b"-0",
    b"1e999",
    b"NaN",
    b"0",
    b"-1",
    b"2147483648",
    b"4294967296",
    b"9223372036854775808",
    b"18446744073709551616",
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\xef\xbb\xbf",
    b"\xc3\x28",
    b"\xf0\x9f\x98\x80",
    b"../",
    b"/",
    b"*",
    b"?",
    b"${a}",
    b"$LATEST",
    b"transfer-encoding: chunked\r\n",
];
