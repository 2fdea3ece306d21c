//! Where telemetry is exported to, from what was typed, and OpenTelemetry's variables, to what is meant.

use crate::failure::Failure;
use telemetry::otlp::settings::{Settings, settings};

/// As typed.
// The URL is parsed later, for clap repeats what it does not take, and there may be a password in it.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct ExportArgs {
    /// Collector that traces, metrics and logs are exported to by OTLP; how, say OTEL_EXPORTER_OTLP_PROTOCOL (http/protobuf or grpc) and
    /// its like [default: $OTEL_EXPORTER_OTLP_ENDPOINT, else none]
    #[arg(long, value_name = "URL")]
    otlp_endpoint: Option<String>,
}

impl ExportArgs {
    /// With what the environment says.
    pub(crate) fn validate(
        &self,
        variable: impl Fn(&str) -> Option<String>,
    ) -> Result<Option<Settings>, Failure> {
        settings(self.otlp_endpoint.as_deref(), &variable).map_err(Failure::Usage)
    }
}
