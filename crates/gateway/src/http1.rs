//! One connection of HTTP/1.

use crate::config::Gateway;
use crate::connection::Idle;
use crate::framing::framing;
use crate::request::{Peer, serve_request};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::pin::pin;
use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt as _};
use tokio::sync::watch;

/// Largest head of a request: SigV4 tokens, presigned URLs and `ClientContext` fit several times over.
pub(crate) const MAX_HEAD: usize = 64 * 1_024;
/// Headers of a request at most.
pub(crate) const MAX_HEADERS: usize = 128;

/// What HTTP/2 says in this case: an empty SETTINGS frame, and GOAWAY with HTTP_1_1_REQUIRED (RFC 9113, 6.8 and 7).
const GO_AWAY: &[u8] = b"\0\0\0\x04\0\0\0\0\0\
    \0\0\x08\x07\0\0\0\0\0\0\0\0\0\0\0\0\x0d";

/// Serves it until it ends, or is told to.
pub(crate) async fn drive(
    gateway: &Gateway,
    peer: &Peer,
    mut stream: impl AsyncRead + AsyncWrite + Unpin,
    mut stopped: watch::Receiver<bool>,
) -> hyper::Result<()> {
    let idle = Idle::new();
    let service = service_fn(|request: http::Request<_>| {
        let (gateway, peer, idle) = (gateway, peer, &idle);
        async move {
            idle.ends();
            let (parts, incoming) = request.into_parts();
            let framing = framing(&parts);
            let answer = serve_request(gateway, peer, parts, incoming, framing).await;
            idle.begins();
            Ok::<_, Infallible>(answer)
        }
    });
    let ended = {
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(gateway.parts.limits.head)
            .max_buf_size(MAX_HEAD)
            .max_headers(MAX_HEADERS)
            .serve_connection(TokioIo::new(&mut stream), service);
        let mut connection = pin!(connection);
        let told_to_stop = async { drop(stopped.wait_for(|stop| *stop || idle.is_long()).await) };
        tokio::select! {
            ended = &mut connection => ended,
            () = told_to_stop => {
                connection.as_mut().graceful_shutdown();
                connection.await
            }
        }
    };
    if ended.as_ref().is_err_and(hyper::Error::is_parse_version_h2) {
        // Whether it is read does not matter.
        let _ = stream.write_all(GO_AWAY).await;
        let _ = stream.shutdown().await;
    }
    ended
}
