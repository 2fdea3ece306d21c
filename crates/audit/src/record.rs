//! The members of a record as they are written: one structure, so that a record is made without a tree of it.

use serde::Serialize;
use serde_json::Value;
use std::borrow::Cow;
use std::net::IpAddr;

/// CloudTrail's version of the format.
pub(crate) const VERSION: &str = "1.11";

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Record<'a> {
    pub(crate) event_version: &'static str,
    pub(crate) user_identity: Identity<'a>,
    pub(crate) event_time: String,
    pub(crate) event_source: String,
    pub(crate) event_name: Cow<'a, str>,
    pub(crate) aws_region: &'a str,
    #[serde(rename = "sourceIPAddress")]
    pub(crate) source_ip_address: IpAddr,
    pub(crate) user_agent: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_code: Option<&'a str>,
    /// The inner one is null where the text may not be written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) error_message: Option<Option<&'a str>>,
    pub(crate) request_parameters: Parameters<'a>,
    pub(crate) response_elements: &'a Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) additional_event_data: Option<Additional<'a>>,
    #[serde(rename = "requestID")]
    pub(crate) request_id: &'a str,
    #[serde(rename = "eventID")]
    pub(crate) event_id: String,
    pub(crate) read_only: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) resources: Option<[Resource<'a>; 1]>,
    pub(crate) event_type: &'static str,
    pub(crate) management_event: bool,
    pub(crate) recipient_account_id: &'a str,
    pub(crate) event_category: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) tls_details: Option<TlsDetails<'a>>,
}

/// Who called; without what is not known.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Identity<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) principal_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) arn: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) account_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) access_key_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) user_name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) session_context: Option<SessionContext<'a>>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionContext<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) session_issuer: Option<SessionIssuer<'a>>,
    pub(crate) attributes: Attributes,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SessionIssuer<'a> {
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    pub(crate) principal_id: &'a str,
    pub(crate) arn: &'a str,
    pub(crate) account_id: &'a str,
    pub(crate) user_name: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Attributes {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) creation_date: Option<String>,
    pub(crate) mfa_authenticated: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
pub(crate) enum Parameters<'a> {
    Any(&'a Value),
    #[serde(rename_all = "camelCase")]
    Invoked {
        function_name: &'a str,
        invocation_type: &'a str,
    },
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Additional<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) sandbox_of: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) abandoned_by_client: Option<bool>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Resource<'a> {
    pub(crate) account_id: &'a str,
    #[serde(rename = "type")]
    pub(crate) kind: &'static str,
    #[serde(rename = "ARN")]
    pub(crate) arn: &'a str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TlsDetails<'a> {
    pub(crate) tls_version: &'static str,
    pub(crate) cipher_suite: &'a str,
    pub(crate) client_provided_host_header: &'a str,
}
