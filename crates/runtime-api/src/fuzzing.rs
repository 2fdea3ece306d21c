//! For fuzz targets only: what a function can send, without a socket.

use crate::telemetry::parse;
use crate::{Session, TelemetryApi};
use std::sync::Arc;
use tokio::io::{AsyncRead, AsyncWrite};

/// One connection to the Runtime API.
pub async fn connection(session: Arc<Session>, stream: impl AsyncRead + AsyncWrite + Unpin) {
    crate::http::serve_stream(session, stream).await;
}

/// The body of a subscription; whether it is one.
pub fn subscription(body: &[u8]) -> bool {
    let apis = [TelemetryApi::Telemetry, TelemetryApi::Logs];
    apis.into_iter().filter(|api| parse(*api, body).is_ok()).count() > 0
}
