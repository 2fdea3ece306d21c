//! How many requests were answered, and how.

use std::sync::atomic::{AtomicU64, Ordering};

/// Requests to function URLs, by the name that they have here.
const URLS: &str = "function-url";
/// Requests for no service that is built.
const NONE: &str = "none";
/// What an answer's status begins with, from 1.
const CLASSES: [&str; 5] = ["1xx", "2xx", "3xx", "4xx", "5xx"];

/// Counts for each service.
#[derive(Debug)]
pub(crate) struct Traffic {
    services: Vec<(&'static str, [AtomicU64; CLASSES.len()])>,
}

impl Traffic {
    /// For these services and what is none.
    pub(crate) fn of(services: impl Iterator<Item = &'static str>) -> Self {
        let mut names: Vec<_> = services.chain([URLS, NONE]).collect();
        names.sort_unstable();
        names.dedup();
        Self { services: names.into_iter().map(|name| (name, Default::default())).collect() }
    }

    /// An answer was made.
    pub(crate) fn answered(&self, service: &str, status: u16) {
        let class = usize::from(status / 100).clamp(1, CLASSES.len()) - 1;
        let of = |name: &str| self.services.iter().find(|(known, _)| *known == name);
        if let Some((_, counts)) = of(service).or_else(|| of(NONE)) {
            counts[class].fetch_add(1, Ordering::Relaxed);
        }
    }

    /// The same for a function URL.
    pub(crate) fn answered_url(&self, status: u16) {
        self.answered(URLS, status);
    }

    /// All counts that are not zero, by service and class of status.
    pub(crate) fn counts(&self) -> Vec<(Vec<String>, u64)> {
        let count = |(name, counts): &(&'static str, [AtomicU64; CLASSES.len()])| {
            let (name, counts) = (*name, counts.each_ref().map(|count| count.load(Ordering::Relaxed)));
            let of_class =
                move |(class, count): (&str, u64)| (vec![name.to_owned(), class.to_owned()], count);
            CLASSES.into_iter().zip(counts).map(of_class)
        };
        self.services.iter().flat_map(count).filter(|(_, count)| *count > 0).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_counted() {
        let traffic = Traffic::of(["logs", "lambda"].into_iter());
        for (service, status) in [("lambda", 200), ("lambda", 204), ("lambda", 429), ("sqs", 501), ("", 999)]
        {
            traffic.answered(service, status);
        }
        traffic.answered_url(502);
        let counts = traffic.counts();
        let counts: Vec<_> = counts.iter().map(|(l, n)| (l[0].as_str(), l[1].as_str(), *n)).collect();
        let url = ("function-url", "5xx", 1);
        assert_eq!(counts, [url, ("lambda", "2xx", 2), ("lambda", "4xx", 1), ("none", "5xx", 2)]);
    }
}
