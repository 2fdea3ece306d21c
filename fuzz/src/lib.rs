//! Fuzz targets: a function for each parser that strangers reach. A target panics where something is wrong, and says
//! nothing otherwise; each has its corpus in `corpus/<name>/`, a handful of inputs that reach its branches.
//!
//! The same functions are driven in two ways: by `main.rs` with mutations of the corpus, which any compiler builds, and by
//! libFuzzer with coverage (`coverage/`), which a nightly one does.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a target says what it found by panicking"
)]

mod front_door;
mod functions;
mod head;
mod measures;
mod network;
mod packages;
mod texts;
mod tokens;
mod wire;

/// One target.
#[derive(Clone, Copy)]
pub struct Target {
    /// Its name, which is its corpus's.
    pub name: &'static str,
    /// Takes any bytes.
    pub run: fn(&[u8]),
}

/// All targets.
pub const TARGETS: [Target; 25] = [
    Target { name: "sigv4", run: wire::sigv4 },
    Target { name: "rest_json", run: wire::rest_json },
    Target { name: "aws_json", run: wire::aws_json },
    Target { name: "query", run: wire::query },
    Target { name: "cbor", run: wire::cbor },
    Target { name: "metric_lines", run: texts::metric_lines },
    Target { name: "event_stream", run: wire::event_stream },
    Target { name: "http1", run: front_door::http1 },
    Target { name: "http2", run: front_door::http2 },
    Target { name: "function_url", run: front_door::function_url },
    Target { name: "runtime_api", run: functions::runtime_api },
    Target { name: "telemetry", run: functions::telemetry },
    Target { name: "egress", run: network::egress },
    Target { name: "keeper", run: functions::keeper },
    Target { name: "zip", run: packages::zip },
    Target { name: "names", run: texts::names },
    Target { name: "policies", run: texts::policies },
    Target { name: "patterns", run: texts::patterns },
    Target { name: "insights", run: texts::insights },
    Target { name: "math", run: measures::math },
    Target { name: "searches", run: measures::searches },
    Target { name: "segments", run: measures::segments },
    Target { name: "filters", run: measures::filters },
    Target { name: "web_tokens", run: tokens::web_tokens },
    Target { name: "session_tokens", run: tokens::session_tokens },
];
