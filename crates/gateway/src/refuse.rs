//! Answers to requests that reach no service: in a protocol that the client understands, as far as the request
//! tells which one that is.

use aws_wire::ApiError;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Response, StatusCode, header};
use serde_json::json;

/// Services whose clients read XML of the query protocol (or EC2's cousin of it), by signing name.
const QUERY: [&str; 12] = [
    "autoscaling",
    "cloudformation",
    "cloudsearch",
    "docdb",
    "ec2",
    "elasticache",
    "elasticbeanstalk",
    "elasticloadbalancing",
    "rds",
    "redshift",
    "ses",
    "sns",
];

/// Services whose clients read XML of the REST protocol.
const REST_XML: [&str; 4] = ["s3", "s3-outposts", "route53", "cloudfront"];

/// Refuses a request for a service that is not built.
pub(crate) fn not_built(parts: &Parts, service: &str, request_id: &str) -> Response<Bytes> {
    let message = format!("The service '{service}' is not built in Tenfold yet.");
    spell(parts, service, &ApiError::new(501, "NotImplementedException", message), request_id)
}

/// Refuses a request that names no service, as AWS's front doors do.
pub(crate) fn no_service(parts: &Parts, request_id: &str) -> Response<Bytes> {
    let error = ApiError::new(403, "MissingAuthenticationTokenException", "Missing Authentication Token");
    spell(parts, "", &error, request_id)
}

/// Refuses a web page in development mode.
pub(crate) fn forbidden(parts: &Parts, why: &str, request_id: &str) -> Response<Bytes> {
    spell(parts, "", &ApiError::new(403, "AccessDeniedException", why), request_id)
}

/// Refuses a request that could be read in two ways.
pub(crate) fn bad_request(parts: &Parts, why: &str, request_id: &str) -> Response<Bytes> {
    spell(parts, "", &ApiError::new(400, "BadRequestException", why), request_id)
}

fn spell(parts: &Parts, service: &str, error: &ApiError, request_id: &str) -> Response<Bytes> {
    let form = parts
        .headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|v| v.as_bytes().starts_with(b"application/x-www-form-urlencoded"));
    if REST_XML.contains(&service) {
        as_s3(error, request_id)
    } else if form || QUERY.contains(&service) {
        as_query(error, request_id)
    } else {
        as_json(error)
    }
}

/// JSON that clients of both JSON protocols read.
fn as_json(error: &ApiError) -> Response<Bytes> {
    let body = json!({ "__type": error.code, "message": error.message });
    let mut response = answer(error.status, "application/json", body.to_string());
    if let Ok(code) = HeaderValue::from_str(&error.code) {
        response.headers_mut().insert("x-amzn-errortype", code);
    }
    response
}

fn as_query(error: &ApiError, request_id: &str) -> Response<Bytes> {
    let kind = if error.status < 500 { "Sender" } else { "Receiver" };
    let (code, message) = (escape(&error.code), escape(&error.message));
    let body = format!(
        "<ErrorResponse><Error><Type>{kind}</Type><Code>{code}</Code><Message>{message}</Message></Error>\
         <RequestId>{request_id}</RequestId></ErrorResponse>"
    );
    answer(error.status, "text/xml", body)
}

/// S3's spelling, which downloads of packages have too.
pub(crate) fn as_s3(error: &ApiError, request_id: &str) -> Response<Bytes> {
    let (code, message) = (escape(&error.code), escape(&error.message));
    let body = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <Error><Code>{code}</Code><Message>{message}</Message><RequestId>{request_id}</RequestId></Error>"
    );
    answer(error.status, "application/xml", body)
}

fn answer(status: u16, content_type: &'static str, body: String) -> Response<Bytes> {
    let mut response = Response::new(Bytes::from(body));
    *response.status_mut() = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}

fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // XML 1.0 has no spelling at all for the other control characters.
            c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
