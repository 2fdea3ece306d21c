//! What use costs, by a list of prices.

use crate::failure::Failure;
use domain::meter::Amounts;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// AWS's public prices in us-east-1 without its free tier (<https://aws.amazon.com/lambda/pricing/>), as a file to start from.
pub(super) const DEFAULT: &str = include_str!("prices.json");
/// Larger files are no list of prices, bytes.
const MAX_FILE: u64 = 64 * 1024;

/// Prices of one unit each.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Prices {
    /// As it is shown, such as `USD`.
    pub(super) currency: String,
    request: f64,
    /// By architecture; what is not listed costs what `x86_64` does.
    gb_second: BTreeMap<String, f64>,
    /// Of `/tmp` beyond what costs nothing.
    storage_gb_second: f64,
    /// Of environments that are provisioned, whether or not they run; by architecture.
    provisioned_gb_second: BTreeMap<String, f64>,
    /// Of what runs in them, instead of `gb_second`; by architecture.
    provisioned_run_gb_second: BTreeMap<String, f64>,
    /// Of streamed responses beyond what costs nothing; of 1,024³ bytes.
    streamed_gb: f64,
}

impl Prices {
    /// From a file, or the default.
    pub(super) fn load(file: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = file else { return Self::parse(DEFAULT) };
        let failed = |error: &dyn std::fmt::Display| Failure::file("cannot read the prices", path, error);
        let size = std::fs::metadata(path).map_err(|e| failed(&e))?.len();
        if size > MAX_FILE {
            return Err(failed(&"the file is too large"));
        }
        Self::parse(&std::fs::read_to_string(path).map_err(|e| failed(&e))?)
    }

    fn parse(text: &str) -> Result<Self, Failure> {
        let prices: Self =
            serde_json::from_str(text).map_err(|e| Failure::Usage(format!("no list of prices: {e}")))?;
        let by_architecture =
            [&prices.gb_second, &prices.provisioned_gb_second, &prices.provisioned_run_gb_second];
        let all = by_architecture.into_iter().flat_map(BTreeMap::values);
        let all = all.chain([&prices.request, &prices.storage_gb_second, &prices.streamed_gb]);
        let wrong = all.copied().find(|price| !price.is_finite() || *price < 0.0);
        match wrong {
            Some(price) => Err(Failure::Usage(format!("no list of prices: {price} is no price"))),
            None => Ok(prices),
        }
    }

    /// What an amount costs that was used on an architecture.
    pub(super) fn cost(&self, architecture: &str, amounts: &Amounts) -> f64 {
        let of = |prices: &BTreeMap<String, f64>| {
            prices.get(architecture).or_else(|| prices.get("x86_64")).copied().unwrap_or_default()
        };
        let on_demand = amounts.memory_mb_ms.saturating_sub(amounts.provisioned_run_mb_ms);
        // An event itself becomes a request when it runs.
        amounts.requests.saturating_add(amounts.event_chunks) as f64 * self.request
            + gb_seconds(on_demand) * of(&self.gb_second)
            + gb_seconds(amounts.provisioned_run_mb_ms) * of(&self.provisioned_run_gb_second)
            + gb_seconds(amounts.provisioned_mb_ms) * of(&self.provisioned_gb_second)
            + gb_seconds(amounts.storage_mb_ms) * self.storage_gb_second
            + gigabytes(amounts.streamed_bytes) * self.streamed_gb
    }
}

/// Of 1,024 MB and 1,000 ms.
pub(super) fn gb_seconds(mb_ms: u64) -> f64 {
    mb_ms as f64 / 1_024_000.0
}

/// Of 1,024³ bytes.
pub(super) fn gigabytes(bytes: u64) -> f64 {
    bytes as f64 / f64::from(1 << 30)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A million requests of a second with 1 GB and 1 GB of `/tmp` beyond what is free.
    #[test]
    fn the_default_is_what_aws_asks_for() {
        let prices = Prices::load(None).unwrap();
        let amounts = Amounts {
            requests: 1_000_000,
            billed_ms: 1_000_000_000,
            memory_mb_ms: 1_024_000_000_000,
            storage_mb_ms: 1_024_000_000_000,
            ..Amounts::default()
        };
        for (architecture, cost) in [("x86_64", 16.8976), ("arm64", 13.5643), ("other", 16.8976)] {
            assert!((prices.cost(architecture, &amounts) - cost).abs() < 0.001, "{architecture}");
        }
        assert_eq!(prices.cost("x86_64", &Amounts::default()), 0.0);
    }

    /// An hour of ten environments with 1 GB, half of it busy, 4,096 events of 1 MB each, and a terabyte of streams.
    #[test]
    fn what_is_provisioned_accepted_and_streamed_has_prices_of_its_own() {
        let prices = Prices::load(None).unwrap();
        let busy = 18_000 * 1_024_000;
        let mut amounts = Amounts { memory_mb_ms: busy, provisioned_run_mb_ms: busy, ..Amounts::default() };
        (0..12).for_each(|_| amounts += Amounts::provisioned(10 * 1_024));
        (0..4_096).for_each(|_| amounts += Amounts::event(1 << 20));
        amounts.streamed_bytes = 1 << 40;
        assert_eq!((amounts.events, amounts.event_chunks), (4_096, 12 * 4_096));
        for (architecture, of_memory) in
            [("x86_64", 0.150_001_2 + 0.174_999_6), ("arm64", 0.120_002_4 + 0.140_000_4)]
        {
            let cost = of_memory + 49_152.0 * 0.000_000_2 + 8.192;
            assert!((prices.cost(architecture, &amounts) - cost).abs() < 1e-6, "{architecture}");
        }
    }

    #[test]
    fn what_is_no_list_is_refused() {
        for text in [
            "",
            "[]",
            r#"{"currency":"EUR","request":1,"gb_second":{},"storage_gb_second":0}"#,
            r#"{"currency":"EUR","request":-1,"gb_second":{},"storage_gb_second":0,"provisioned_gb_second":{},"provisioned_run_gb_second":{},"streamed_gb":0}"#,
            r#"{"currency":"EUR","request":"1","gb_second":{},"storage_gb_second":0,"provisioned_gb_second":{},"provisioned_run_gb_second":{},"streamed_gb":0}"#,
            r#"{"currency":"EUR","request":1,"gb_second":{},"storage_gb_second":0,"provisioned_gb_second":{},"provisioned_run_gb_second":{},"streamed_gb":0,"more":1}"#,
        ] {
            assert!(matches!(Prices::parse(text), Err(Failure::Usage(_))), "{text}");
        }
    }
}
