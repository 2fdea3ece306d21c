//! The tracing header of an invocation (`X-Amzn-Trace-Id`), and in it the chain of invocations that led here.
//!
//! Its form is X-Ray's: `Root=1-<seconds>-<96 bits>;Parent=<64 bits>;Sampled=0|1;Lineage=<chain>`. The chain is Lambda's, and how
//! it finds recursive loops: each function that the chain came through with how often it was there before. Recorded on AWS are
//! `Lineage=1:<hash>:0` of a function that a client called and, in documentation, `Lineage=<hash>:<n>|<hash>:<n>`. What stands
//! before the first hash is not told; we write 1, and read either form.

use crate::clock::Timestamp;
use crate::fnv::fnv1a_32;
use crate::name::FunctionName;
use crate::scope::Scope;
use std::fmt;

/// Functions that a chain tells apart.
const FUNCTIONS: usize = 16;

/// Names a trace: when it began, and 96 bits that tell it from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TraceId {
    /// Of the Unix epoch.
    pub seconds: u32,
    /// 96 bits.
    pub unique: u128,
}

impl TraceId {
    /// Reads `1-<8 digits>-<24 digits>`, or W3C's 32 digits, which are the same bits.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(bits) = parse_hex(text, 32) {
            let seconds = u32::try_from(bits >> 96).ok()?;
            return Some(Self { seconds, unique: bits & (u128::MAX >> 32) });
        }
        let (seconds, unique) = text.strip_prefix("1-")?.split_once('-')?;
        Some(Self { seconds: u32::try_from(parse_hex(seconds, 8)?).ok()?, unique: parse_hex(unique, 24)? })
    }
}

impl fmt::Display for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "1-{:08x}-{:024x}", self.seconds, self.unique)
    }
}

/// See the module's documentation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    id: TraceId,
    parent: u64,
    /// Whether whoever calls has said its segment; else the parent is a made up one.
    is_called: bool,
    /// Whether somebody has decided it, and how.
    sampled: Option<bool>,
    chain: Vec<Link>,
}

/// A function that a chain came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Link {
    function: u32,
    before: u16,
}

impl Trace {
    /// Goes on with a caller's trace, and begins a new one that is not sampled where there is no header or it is none.
    /// `random` is for what is new.
    pub fn follow(header: Option<&str>, now: Timestamp, random: [u8; 20]) -> Self {
        let [unique @ .., _, _, _, _, _, _, _, _] = random;
        let [.., a, b, c, d, e, f, g, h] = random;
        let new = Self {
            id: TraceId {
                seconds: u32::try_from(now.0 / 1_000).unwrap_or(0),
                unique: unique.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte)),
            },
            parent: u64::from_be_bytes([a, b, c, d, e, f, g, h]),
            is_called: false,
            sampled: None,
            chain: Vec::new(),
        };
        header.and_then(|header| new.read(header)).unwrap_or(new)
    }

    /// The header that W3C's `traceparent` amounts to (Trace Context, level 1): `00-<32 digits>-<16 digits>-<flags>`.
    pub fn header_of_w3c(traceparent: &str) -> Option<String> {
        let mut parts = traceparent.trim().split('-');
        let (version, trace, parent) = (parts.next()?, parts.next()?, parts.next()?);
        let flags = parse_hex(parts.next()?, 2)?;
        let lower = traceparent.bytes().all(|b| !b.is_ascii_uppercase());
        let none = parse_hex(trace, 32)? == 0 || parse_hex(parent, 16)? == 0;
        if parse_hex(version, 2)? == 0xff || version == "00" && parts.next().is_some() || none || !lower {
            return None;
        }
        Some(format!("Root={};Parent={parent};Sampled={}", TraceId::parse(trace)?, flags & 1))
    }

    /// What a header says; what it leaves out is as here.
    fn read(&self, header: &str) -> Option<Self> {
        let mut root = None;
        let mut read = Self { chain: Vec::new(), ..*self };
        for (key, value) in header.split(';').filter_map(|part| part.split_once('=')) {
            match key.trim() {
                "Root" => root = Some(TraceId::parse(value).filter(|_| value.starts_with("1-"))?),
                "Parent" => {
                    let parent = parse_hex(value, 16);
                    read.parent = parent.map_or(self.parent, |bits| bits as u64);
                    read.is_called = parent.is_some();
                }
                "Sampled" => {
                    read.sampled = match value {
                        "1" => Some(true),
                        "0" => Some(false),
                        _ => None,
                    };
                }
                "Lineage" => read.chain = parse_chain(value),
                _ => {}
            }
        }
        read.id = root?;
        Some(read)
    }

    /// Which trace it is.
    pub fn id(&self) -> TraceId {
        self.id
    }

    /// The segment that what comes now is called from, where the header had one.
    pub fn parent(&self) -> Option<u64> {
        self.is_called.then_some(self.parent)
    }

    /// Whether segments are made, where that is decided.
    pub fn sampled(&self) -> Option<bool> {
        self.sampled
    }

    /// The same trace, decided.
    #[must_use]
    pub fn sampling(self, sampled: bool) -> Self {
        Self { sampled: Some(sampled), ..self }
    }

    /// The same trace as seen from a segment of it.
    #[must_use]
    pub fn within(self, parent: u64) -> Self {
        Self { parent, is_called: true, ..self }
    }

    /// The same trace as the beginning of a chain.
    #[must_use]
    pub fn unchained(self) -> Self {
        Self { chain: Vec::new(), ..self }
    }

    /// How often the chain was at this function before. A chain through more functions than it can tell apart counts for
    /// each more than it was there, never less: so it ends, too.
    pub fn visits(&self, scope: &Scope, name: &FunctionName) -> u32 {
        let function = digest(scope, name);
        match self.chain.iter().find(|link| link.function == function) {
            Some(link) => u32::from(link.before) + 1,
            None if self.chain.len() < FUNCTIONS => 0,
            None => self.chain.iter().map(|link| u32::from(link.before) + 1).min().unwrap_or(0),
        }
    }

    /// The trace with which this function runs, or would.
    #[must_use]
    pub fn through(mut self, scope: &Scope, name: &FunctionName) -> Self {
        let before = u16::try_from(self.visits(scope, name)).unwrap_or(u16::MAX);
        let link = Link { function: digest(scope, name), before };
        match self.chain.iter_mut().find(|known| known.function == link.function) {
            Some(known) => *known = link,
            None => {
                if self.chain.len() >= FUNCTIONS
                    && let Some(least) = (0..self.chain.len()).min_by_key(|at| self.chain[*at].before)
                {
                    self.chain.remove(least);
                }
                self.chain.push(link);
            }
        }
        self
    }
}

impl fmt::Display for Trace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { id, parent, is_called: _, sampled, chain } = self;
        write!(f, "Root={id};Parent={parent:016x};Sampled={}", u8::from(sampled.unwrap_or(false)))?;
        for (at, Link { function, before }) in chain.iter().enumerate() {
            write!(f, "{}{function:08x}:{before}", if at == 0 { ";Lineage=1:" } else { "|" })?;
        }
        Ok(())
    }
}

/// Exactly so many digits.
fn parse_hex(text: &str, digits: usize) -> Option<u128> {
    let fits = text.len() == digits && text.bytes().all(|b| b.is_ascii_hexdigit());
    fits.then(|| u128::from_str_radix(text, 16).ok())?
}

/// What is no link is left out. The AWS SDK for Python escapes what separates them.
fn parse_chain(value: &str) -> Vec<Link> {
    let links = value.split('|').flat_map(|part| part.split("%7C"));
    links.filter_map(parse_link).take(FUNCTIONS).collect()
}

fn parse_link(text: &str) -> Option<Link> {
    let (function, before) = text.rsplit_once(':')?;
    let function = function.rsplit(':').next().unwrap_or(function);
    let before = before.parse::<u64>().ok()?;
    Some(Link {
        function: u32::try_from(parse_hex(function, 8)?).ok()?,
        before: u16::try_from(before).unwrap_or(u16::MAX),
    })
}

/// A function in a chain. Events that are queued have it, so it never changes.
fn digest(scope: &Scope, name: &FunctionName) -> u32 {
    fnv1a_32(&[scope.account.as_str(), "/", scope.region.as_str(), "/", name.as_str()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scope::{AccountId, Region};

    const WHOLE: &str = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";
    const NOW: Timestamp = Timestamp(1_795_544_521_123);
    const RANDOM: [u8; 20] = [7; 20];

    fn follow(header: &str) -> Trace {
        Trace::follow(Some(header), NOW, RANDOM)
    }

    fn scope() -> Scope {
        Scope::new(AccountId::new("123456789012").unwrap(), Region::new("us-east-1").unwrap())
    }

    fn name(text: &str) -> FunctionName {
        FunctionName::new(text).unwrap()
    }

    #[test]
    fn a_callers_trace_goes_on() {
        let root = &WHOLE[..40];
        for (header, expected) in [
            (WHOLE.to_owned(), WHOLE.to_owned()),
            (root.to_owned(), format!("{root};Parent=0707070707070707;Sampled=0")),
            (
                format!("{WHOLE};Lineage=a87bd80c:1|68fd508a:5"),
                format!("{WHOLE};Lineage=1:a87bd80c:1|68fd508a:5"),
            ),
            (
                format!("{WHOLE};Lineage=2:a87bd80c:1%7C68fd508a:5"),
                format!("{WHOLE};Lineage=1:a87bd80c:1|68fd508a:5"),
            ),
            (
                format!("Lineage=1:a87bd80c:0;Self=1-2-3;{WHOLE};Sampled=?"),
                format!("{};Sampled=0;Lineage=1:a87bd80c:0", &WHOLE[..64]),
            ),
            (
                format!("{root};Parent=short;Lineage=what|:|1:2:3|a87bd80c:-1"),
                format!("{root};Parent=0707070707070707;Sampled=0"),
            ),
            (format!("{WHOLE};Lineage=a87bd80c:99999999"), format!("{WHOLE};Lineage=1:a87bd80c:65535")),
        ] {
            assert_eq!(follow(&header).to_string(), expected, "{header}");
        }
    }

    #[test]
    fn what_is_none_begins_a_new_one() {
        let new = "Root=1-6b05d5c9-070707070707070707070707;Parent=0707070707070707;Sampled=0";
        for none in [
            "",
            "garbage",
            "Parent=53995c3f42cd8ad8;Sampled=1",
            "Root=1-5759e988-bd862e3f",
            "Root=2-5759e988-bd862e3fe1be46a994272793",
            "Root=1-+759e988-bd862e3fe1be46a994272793;Sampled=1;Lineage=1:a87bd80c:1",
        ] {
            assert_eq!(follow(none).to_string(), new, "{none}");
        }
        assert_eq!(Trace::follow(None, NOW, RANDOM).to_string(), new);
        assert_eq!(follow(&format!("{WHOLE};Lineage=a87bd80c:1")).unchained().to_string(), WHOLE);
    }

    #[test]
    fn a_chain_counts_how_often_it_was_at_each_function() {
        let (scope, a, b) = (scope(), name("a"), name("b"));
        let mut trace = follow(WHOLE);
        for round in 0..20 {
            for function in [&a, &b] {
                assert_eq!(trace.visits(&scope, function), round);
                trace = follow(&trace.through(&scope, function).to_string().replace('|', "%7C"));
            }
        }
        let elsewhere = Scope { region: Region::new("eu-west-1").unwrap(), ..scope.clone() };
        assert_eq!(trace.visits(&elsewhere, &a), 0);
    }

    #[test]
    fn a_chain_of_any_functions_ends_and_stays_short() {
        let scope = scope();
        let mut trace = follow(WHOLE);
        let mut hops = 0;
        while trace.visits(&scope, &name(&format!("f-{}", hops % 40))) < 16 {
            trace = trace.through(&scope, &name(&format!("f-{}", hops % 40)));
            hops += 1;
        }
        assert_eq!(hops, 16 * FUNCTIONS, "no function of it ran seven times");
        for _ in 0..70_000 {
            trace = trace.through(&scope, &name("g"));
        }
        assert_eq!(trace.visits(&scope, &name("g")), 65_536);
        assert!(trace.to_string().replace('|', "%7C").len() <= 360, "{trace}");
    }

    #[test]
    fn what_w3c_says_is_the_same_trace() {
        let told = "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01";
        assert_eq!(Trace::header_of_w3c(told).as_deref(), Some(WHOLE));
        let unsampled = Trace::header_of_w3c(&told.replace("-01", "-00")).unwrap();
        assert_eq!(follow(&unsampled).sampled(), Some(false));
        assert!(Trace::header_of_w3c(&told.replace("00-", "01-").replace("-01", "-03-more")).is_some());
        for bad in [
            "",
            "00",
            &told.replace("00-", "ff-"),
            &format!("{told}-more"),
            "00-00000000000000000000000000000000-53995c3f42cd8ad8-01",
            "00-5759e988bd862e3fe1be46a994272793-0000000000000000-01",
            "00-5759E988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01",
            "00-5759e988bd862e3fe1be46a99427279-53995c3f42cd8ad8-01",
        ] {
            assert_eq!(Trace::header_of_w3c(bad), None, "{bad}");
        }
    }

    #[test]
    fn only_a_yes_or_no_is_a_decision() {
        for (header, decided) in [
            (WHOLE.to_owned(), Some(true)),
            (WHOLE[..40].to_owned(), None),
            (format!("{};Sampled=?", &WHOLE[..40]), None),
        ] {
            assert_eq!(follow(&header).sampled(), decided, "{header}");
        }
        let within = follow(WHOLE).within(0xab).sampling(false);
        assert_eq!(
            (within.id(), within.parent(), within.sampled()),
            (follow(WHOLE).id(), Some(0xab), Some(false))
        );
        assert_eq!(follow(&WHOLE[..40]).parent(), None);
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read(text in "[ -~]{0,300}", parts in proptest::collection::vec("(Root=1-[0-9a-f]{8}-[0-9a-f]{24}|Parent=[0-9a-f]*|Sampled=.|Lineage=[0-9a-f:|%C7]*)", 0..6)) {
            for header in [text, parts.join(";")] {
                let read = follow(&header);
                let decided = read.clone().sampling(read.sampled().unwrap_or(false));
                let decided = decided.clone().within(read.parent().unwrap_or(0x0707_0707_0707_0707));
                proptest::prop_assert_eq!(follow(&read.to_string()), decided);
            }
        }
    }
}
