//! What is read of a request to the API, before and after it is known who sent it.

use crate::head::request;
use aws_wire::encode::{encode_error, frame};
use aws_wire::flow::{Content, Event};
use aws_wire::generated::{cloudwatch, iam, lambda, logs, sts, xray};
use aws_wire::sigv4::{self, Credentials, Secret};
use aws_wire::{ServiceModel, pick_service};
use bytes::Bytes;
use domain::Timestamp;

const NOW: Timestamp = Timestamp(1_795_544_521_123);

/// Any signature is judged, none of a stranger's is right, and what we sign ourselves is.
pub(crate) fn sigv4(data: &[u8]) {
    let Some((parts, body)) = request(data) else { return };
    let service = pick_service(&parts).unwrap_or("lambda").to_owned();
    if let Ok(presented) = sigv4::parse(&parts) {
        let verified = presented.verify(&parts, &body, &Secret::new("nobody's"), NOW, &service);
        assert!(verified.is_err(), "a signature was right by chance");
    }
    let credentials =
        Credentials { access_key_id: "AKID".to_owned(), secret: Secret::new("secret"), session_token: None };
    let mut signed = parts;
    for name in ["authorization", "x-amz-security-token", "x-amz-content-sha256"] {
        signed.headers.remove(name);
    }
    if sigv4::sign(&mut signed, &body, &credentials, "us-east-1", "lambda", NOW).is_err() {
        return;
    }
    // A query that brings a signature of its own is another matter.
    if signed.uri.query().is_some_and(|query| query.to_ascii_lowercase().contains("x-amz")) {
        return;
    }
    let presented = sigv4::parse(&signed).expect("it was signed");
    let verified = presented.verify(&signed, &body, &credentials.secret, NOW, "lambda");
    verified.expect("it was signed by us");
}

pub(crate) fn rest_json(data: &[u8]) {
    decode(&lambda::MODEL, data);
    decode(&xray::MODEL, data);
}

pub(crate) fn aws_json(data: &[u8]) {
    decode(&logs::MODEL, data);
    decode(&cloudwatch::MODEL, data);
}

pub(crate) fn query(data: &[u8]) {
    decode(&iam::MODEL, data);
    decode(&sts::MODEL, data);
    decode(&cloudwatch::MODEL, data);
}

/// A body of Smithy's RPC protocol, alone and as that of CloudWatch's operations.
pub(crate) fn cbor(data: &[u8]) {
    let read = aws_wire::decode::read_cbor(data);
    for name in ["PutMetricData", "GetMetricData", "PutMetricAlarm", "ListMetrics"] {
        let path = format!("/service/GraniteServiceVersion20100801/operation/{name}");
        let request =
            http::Request::post(path).header("smithy-protocol", "rpc-v2-cbor").body(()).expect("it is one");
        let (parts, ()) = request.into_parts();
        let model = cloudwatch::MODEL.spoken(&parts);
        let route = model.route(&parts, &[]).expect("it is an operation");
        let decoded = route.operation.decode(model, &parts, &route.labels, Bytes::copy_from_slice(data));
        if let Err(error) = &decoded {
            assert_eq!(error.status / 100, 4, "{error:?}");
            encode_error(Some(model), error, "id");
        }
        assert!(read.is_ok() || data.is_empty() || decoded.is_err(), "what is no CBOR was decoded");
    }
}

/// An input that passes has kept to its model, and an error can always be told.
fn decode(model: &'static ServiceModel, data: &[u8]) {
    let Some((parts, body)) = request(data) else { return };
    let model = model.spoken(&parts);
    let decoded = model
        .route(&parts, &body)
        .and_then(|route| route.operation.decode(model, &parts, &route.labels, body));
    if let Err(error) = decoded {
        assert!((400..=599).contains(&error.status), "{error:?}");
        let answer = encode_error(Some(model), &error, "id");
        assert!(answer.status().as_u16() == error.status && !answer.body().is_empty(), "{error:?}");
    }
}

/// A frame has the lengths that it says, whatever the payload.
pub(crate) fn event_stream(data: &[u8]) {
    let event = Event { name: "PayloadChunk", content: Content::Bytes(Bytes::copy_from_slice(data)) };
    let frame = frame(event);
    let number = |at: usize| u32::from_be_bytes(frame[at..at + 4].try_into().unwrap()) as usize;
    assert_eq!(number(0), frame.len());
    assert_eq!(&frame[12 + number(4)..frame.len() - 4], data);
}
