//! What function code can send: to the Runtime API of its sandbox, and, were it to take over a process of ours, to the
//! others.

use crate::front_door::exchange;
use domain::clock::SystemClock;
use runtime_api::{Function, Session, fuzzing};
use std::sync::Arc;

/// A connection of any bytes.
pub(crate) fn runtime_api(data: &[u8]) {
    let answer = exchange(data, |stream| async move {
        let function = Function {
            name: "f".to_owned(),
            version: "$LATEST".to_owned(),
            handler: "h".to_owned(),
            account_id: "123456789012".to_owned(),
            extensions: vec!["external".into()],
        };
        let session = Session::new(Arc::new(SystemClock), function);
        session.start();
        fuzzing::connection(session, stream).await;
    });
    assert!(!answer.starts_with(b"HTTP/1.1 500"), "{}", String::from_utf8_lossy(&answer));
}

/// A subscription to telemetry or logs.
pub(crate) fn telemetry(data: &[u8]) {
    let taken = fuzzing::subscription(data);
    assert!(!taken || serde_json::from_slice::<serde_json::Value>(data).is_ok_and(|body| body.is_object()));
}

/// A packet to or from the keeper.
pub(crate) fn keeper(data: &[u8]) {
    sandbox::linux::fuzzing::packet(data);
}
