//! X-Ray's daemon, as a function sees it: an address on its own loopback that takes segments by UDP. It is there from the first
//! invocation on that is traced; no other costs anything for it.

use super::Environment;
use crate::ports::SegmentDaemon;
use domain::FunctionConfig;
use sandbox::Datagrams;
use std::io::ErrorKind;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until};

/// `AWS_XRAY_DAEMON_ADDRESS`.
pub(crate) const PORT: u16 = 2000;
/// The longest datagram that UDP has, bytes.
const LONGEST: usize = 65_507;
/// Datagrams in a second; what comes beyond waits in the kernel as far as that has room. X-Ray takes 2,600 segments a second
/// of an account (X-Ray quotas).
const RATE: u32 = 2_600;

/// Ends with it.
#[derive(Debug)]
pub(super) struct Listening(AbortHandle);

impl Drop for Listening {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Environment {
    /// Has the daemon there. Where it cannot be, since the function listens there itself, say, the invocation is none the worse.
    pub(super) async fn take_segments(&self) {
        let listen = || async {
            match self.sandbox.as_ref()?.connector().datagrams(PORT).await {
                Ok(datagrams) => {
                    let (function, daemon) = (Arc::clone(&self.function), Arc::clone(&self.segments));
                    Some(Listening(tokio::spawn(receive(datagrams, function, daemon)).abort_handle()))
                }
                Err(error) => {
                    tracing::debug!(%error, function = %self.function.arn(), "no address for segments");
                    None
                }
            }
        };
        self.listening.get_or_init(listen).await;
    }
}

async fn receive(datagrams: Datagrams, function: Arc<FunctionConfig>, daemon: Arc<dyn SegmentDaemon>) {
    let (mut second, mut received) = (Instant::now(), 0);
    while datagrams.socket.readable().await.is_ok() {
        // Only while there is something: most of the time there is nothing.
        let mut buffer = vec![0; LONGEST];
        loop {
            match datagrams.socket.try_recv(&mut buffer) {
                Ok(length) => daemon.received(&function, buffer.get(..length).unwrap_or_default()),
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(_) => return,
            }
            received += 1;
            let end = second + Duration::from_secs(1);
            if Instant::now() >= end {
                (second, received) = (Instant::now(), 0);
            } else if received >= RATE {
                sleep_until(end).await;
                (second, received) = (Instant::now(), 0);
            }
        }
    }
}
