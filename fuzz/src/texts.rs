//! Small languages: names, policies, filter patterns, queries of logs.

use domain::{AccountId, FunctionName, FunctionRef, Qualifier, Region, Timestamp};
use policy::{Context, Document, Policies, Policy, Request, Requester, Source, decide};
use service_logs::insights::{Record, Run, parse};
use service_logs::pattern::Pattern;
use store::{EventPosition, FilteredEvent, StoredEvent};

/// What is taken as a name is spelt as it was, and is a name again.
pub(crate) fn names(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if let Ok(name) = FunctionName::new(text) {
        assert_eq!(name.as_str(), text);
        assert_eq!(FunctionRef::parse(text).map(|found| found.name), Ok(name));
    }
    if let Ok(found) = FunctionRef::parse(text) {
        assert!(FunctionName::new(found.name.as_str()).is_ok() && text.contains(found.name.as_str()));
    }
    if let Ok(qualifier) = Qualifier::new(text) {
        assert_eq!(Qualifier::new(&qualifier.to_string()), Ok(qualifier));
    }
    if let Ok(region) = Region::new(text) {
        assert_eq!(region.as_str(), text);
    }
    if let Ok(account) = AccountId::new(text) {
        assert!(account.as_str() == text && text.len() == 12);
    }
}

/// A document that is read can be asked; one that cannot be read, and is kept all the same, lets nobody in.
pub(crate) fn policies(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let read: Result<Document, _> = text.parse();
    let kept = Policy::kept(text);
    let policy = read.as_ref().map_or(kept, Policy::new);
    let (mut context, account) = (Context::default(), "123456789012");
    context.set("aws:username", "alice");
    context.set("aws:SecureTransport", "true");
    let source = [Source { name: "p", policy: &policy }];
    let arn = "arn:aws:iam::123456789012:user/alice";
    for requester in [Requester::User { arn, id: "AIDA", account }, Requester::Anonymous] {
        let request = Request {
            action: "lambda:InvokeFunction",
            resource: "arn:aws:lambda:us-east-1:123456789012:function:f",
            owner: account,
            requester,
            context: &context,
            trust: false,
        };
        for policies in [
            Policies { identity: &source, ..Policies::default() },
            Policies { resource: &source, ..Policies::default() },
        ] {
            let decision = decide(&request, &policies);
            assert!(read.is_ok() || !decision.is_allowed(), "what cannot be read allows something");
        }
    }
}

/// The first line is a pattern, the rest a message. What matches has the texts that every match has.
pub(crate) fn patterns(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (pattern, message) = text.split_once('\n').unwrap_or((text, "{\"a\": [1, {\"b\": null}]}"));
    let Ok(pattern) = Pattern::parse(pattern) else { return };
    if pattern.matches(message) {
        for required in pattern.required() {
            assert!(message.contains(&required), "{required:?} is not in {message:?}");
        }
    }
}

/// The first line is a query, the rest a message. What would be left out early is in no result that is not of statistics.
pub(crate) fn insights(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let (query, message) = text.split_once('\n').unwrap_or((text, "{\"a\": [1, {\"b\": null}]}"));
    let Ok(query) = parse(query) else { return };
    let (required, events) = (query.required(), query.is_ordered());
    let mut run = Run::new(query, None, false);
    let position = EventPosition { timestamp: Timestamp(1), sequence: 1 };
    let event = StoredEvent { position, ingestion: Timestamp(2), message: message.to_owned() };
    let found = FilteredEvent { stream: "s".into(), event };
    let log = "111111111111:/aws/lambda/f".into();
    if run.take(Record::new(found, &log, |_, _| String::new())).is_ok()
        && let Ok(rows) = run.finish()
        && events
        && !rows.is_empty()
    {
        assert!(required.iter().all(|text| message.contains(text.as_str())), "{required:?} of {message:?}");
    }
}

/// A line of a log: whatever it says, it makes a bounded number of data, and none that is no number.
pub(crate) fn metric_lines(data: &[u8]) {
    let Ok(line) = std::str::from_utf8(data) else { return };
    let account = domain::AccountId::new("123456789012").expect("it is one");
    let scope = domain::Scope::new(account, domain::Region::new("us-east-1").expect("it is one"));
    let found = metrics::emf::read(&scope, line, domain::Timestamp(1_795_544_521_123));
    assert!(found.len() <= 1_000);
    for datum in found {
        let values = datum.values;
        assert!(values.count > 0.0 && values.sum.is_finite() && values.min <= values.max);
        assert!(datum.id.dimensions.pairs().len() <= 30);
    }
}
