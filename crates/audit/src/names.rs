//! What CloudTrail calls an operation, and which sort it is of.

use aws_wire::model::Operation;
use std::borrow::Cow;

/// Operations of Lambda of whose name CloudTrail has the second form (developer guide, "Logging AWS Lambda API calls
/// using AWS CloudTrail").
const SECOND: [&str; 9] = [
    "AddPermission",
    "GetFunction",
    "GetFunctionConfiguration",
    "GetPolicy",
    "RemovePermission",
    "TagResource",
    "UntagResource",
    "UpdateFunctionCode",
    "UpdateFunctionConfiguration",
];

/// Operations that CloudTrail counts as data events: there may be very many of them, and each carries a payload.
const DATA: [(&str, &str); 8] = [
    ("lambda", "Invoke"),
    ("lambda", "InvokeAsync"),
    ("lambda", "InvokeWithResponseStream"),
    ("lambda", "InvokeFunctionUrl"),
    ("lambda", "DownloadCode"),
    ("logs", "PutLogEvents"),
    ("monitoring", "PutMetricData"),
    ("xray", "PutTraceSegments"),
];

/// Beginnings of names of operations that change nothing.
const READING: [&str; 11] = [
    "Get", "List", "Describe", "Filter", "Simulate", "Lookup", "BatchGet", "Test", "Start", "Stop",
    "Download",
];

/// The event's name: an operation's own, with the version of the API where Lambda has it.
pub(crate) fn event_name(service: &str, operation: &'static Operation) -> Cow<'static, str> {
    let name = operation.name;
    if service != "lambda" || is_data(service, name) {
        return name.into();
    }
    let date: String = operation.uri.chars().skip(1).take(10).filter(char::is_ascii_digit).collect();
    // What came after layers is called as it is.
    if date.len() != 8 || &*date > "20181031" {
        return name.into();
    }
    let second = if SECOND.contains(&name) { "v2" } else { "" };
    format!("{name}{date}{second}").into()
}

/// Whether an operation is a data event.
pub fn is_data(service: &str, operation: &str) -> bool {
    DATA.contains(&(service, operation))
}

/// Whether an operation changes nothing. Those of STS make credentials and change nothing that is kept.
pub fn is_read_only(service: &str, operation: &str) -> bool {
    let starts = matches!(operation, "StartQuery" | "StartLiveTail" | "StopQuery");
    let reads = READING.iter().any(|reading| operation.starts_with(reading));
    service == "sts"
        || if operation.starts_with("Sta") || operation.starts_with("Sto") { starts } else { reads }
}

#[cfg(test)]
mod tests {
    use super::*;
    use aws_wire::generated::{iam, lambda, logs, sts};

    #[test]
    fn names_of_events() {
        for (operation, name) in [
            ("CreateFunction", "CreateFunction20150331"),
            ("UpdateFunctionCode", "UpdateFunctionCode20150331v2"),
            ("UpdateFunctionConfiguration", "UpdateFunctionConfiguration20150331v2"),
            ("AddPermission", "AddPermission20150331v2"),
            ("GetPolicy", "GetPolicy20150331v2"),
            ("DeleteFunction", "DeleteFunction20150331"),
            ("ListFunctions", "ListFunctions20150331"),
            ("CreateEventSourceMapping", "CreateEventSourceMapping20150331"),
            ("PutFunctionConcurrency", "PutFunctionConcurrency20171031"),
            ("PublishLayerVersion", "PublishLayerVersion20181031"),
            ("GetLayerVersionPolicy", "GetLayerVersionPolicy20181031"),
            ("GetAccountSettings", "GetAccountSettings20160819"),
            ("TagResource", "TagResource20170331v2"),
            ("PutProvisionedConcurrencyConfig", "PutProvisionedConcurrencyConfig"),
            ("CreateFunctionUrlConfig", "CreateFunctionUrlConfig"),
            ("Invoke", "Invoke"),
        ] {
            assert_eq!(event_name("lambda", lambda::MODEL.operation(operation).unwrap()), name);
        }
        assert_eq!(event_name("iam", iam::MODEL.operation("CreateRole").unwrap()), "CreateRole");
    }

    #[test]
    fn what_only_reads() {
        for (service, operation, reads) in [
            ("lambda", "GetFunction", true),
            ("lambda", "ListFunctions", true),
            ("lambda", "Invoke", false),
            ("lambda", "StopDurableExecution", false),
            ("iam", "SimulateCustomPolicy", true),
            ("iam", "CreateRole", false),
            ("logs", "FilterLogEvents", true),
            ("logs", "StartQuery", true),
            ("logs", "TestMetricFilter", true),
            ("sts", "AssumeRole", true),
        ] {
            assert_eq!(is_read_only(service, operation), reads, "{operation}");
        }
        assert!(is_data("logs", "PutLogEvents") && !is_data("logs", "CreateLogGroup"));
        assert_eq!(sts::MODEL.signing_name, "sts");
        assert_eq!(logs::MODEL.signing_name, "logs");
    }
}
