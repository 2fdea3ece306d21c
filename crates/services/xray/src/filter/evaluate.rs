//! Whether a trace matches a [`Filter`].

use super::{Compare, Filter, Flag, GroupBy, Number, Selector, Test, Text};
use crate::entity::Entity;
use crate::services::{ServiceKey, Verdict, Visit, of_segment, status, visits};
use crate::summary::Trace;
use serde_json::Value;

/// A group's own filter, if there is such a group.
pub(crate) type Groups<'a> = &'a dyn Fn(GroupBy, &str) -> Option<Filter>;

impl Filter {
    /// Whether a trace matches.
    pub(crate) fn matches(&self, trace: &Trace, account: &str, groups: Groups<'_>) -> bool {
        let visits = visits(&trace.segments);
        Matching { trace, visits: &visits, account, groups }.whole(self, false)
    }
}

struct Matching<'a> {
    trace: &'a Trace,
    visits: &'a [Visit<'a>],
    account: &'a str,
    groups: Groups<'a>,
}

impl Matching<'_> {
    /// Of the trace as a whole. A group's expression names no other group.
    fn whole(&self, filter: &Filter, in_group: bool) -> bool {
        let root = || self.visits.iter().find(|visit| visit.is_root);
        match filter {
            Filter::And(one, other) => self.whole(one, in_group) && self.whole(other, in_group),
            Filter::Or(one, other) => self.whole(one, in_group) || self.whole(other, in_group),
            Filter::Not(inner) => !self.whole(inner, in_group),
            Filter::Flag(Flag::Partial, wanted) => self.trace.is_partial() == *wanted,
            Filter::Flag(flag @ (Flag::Ok | Flag::Error | Flag::Throttle | Flag::Fault), wanted) => {
                root().is_some_and(|visit| verdict(Verdict::of(visit.entity), *flag)) == *wanted
            }
            Filter::Flag(flag, wanted) => self.visits.iter().any(|visit| self.flag(visit, *flag)) == *wanted,
            Filter::Number(Number::ResponseTime, compare, number) => {
                compare.holds(self.trace.response_time(), *number)
            }
            Filter::Number(Number::Duration, compare, number) => {
                compare.holds(self.trace.duration(), *number)
            }
            Filter::Number(..) | Filter::Text(..) | Filter::Annotation(..) => {
                self.visits.iter().any(|visit| self.at(visit, filter))
            }
            Filter::Service(selector, inner) => self.visits.iter().any(|visit| {
                selector.as_ref().is_none_or(|selector| self.selects(selector, &visit.service))
                    && inner.as_ref().is_none_or(|inner| self.at(visit, inner))
            }),
            Filter::Edge(from, to, inner) => self.visits.iter().any(|visit| {
                let caller = visit.caller.and_then(|caller| self.visits.get(caller));
                let from_client = caller.is_none() && from.kind.as_deref() == Some("client");
                let from = from_client || caller.is_some_and(|caller| self.selects(from, &caller.service));
                from && self.selects(to, &visit.service)
                    && inner.as_ref().is_none_or(|inner| self.at(visit, inner))
            }),
            Filter::Group(by, name) => {
                !in_group && (self.groups)(*by, name).is_some_and(|filter| self.whole(&filter, true))
            }
        }
    }

    fn selects(&self, selector: &Selector, service: &ServiceKey) -> bool {
        selector.name.as_ref().is_none_or(|name| *name == service.name)
            && selector.kind.as_ref().is_none_or(|kind| service.kind.as_ref() == Some(kind))
            && selector.account.as_ref().is_none_or(|account| account == self.account)
    }

    /// Of one service of it.
    fn at(&self, visit: &Visit<'_>, filter: &Filter) -> bool {
        match filter {
            Filter::And(one, other) => self.at(visit, one) && self.at(visit, other),
            Filter::Or(one, other) => self.at(visit, one) || self.at(visit, other),
            Filter::Not(inner) => !self.at(visit, inner),
            Filter::Flag(flag, wanted) => self.flag(visit, *flag) == *wanted,
            Filter::Number(Number::Status, compare, number) => {
                status(visit.entity).is_some_and(|status| compare.holds(status as f64, *number))
            }
            Filter::Number(_, compare, number) => compare.holds(visit.entity.duration(), *number),
            Filter::Text(text, matching, wanted) => {
                any(visit, |entity| texts(entity, *text).iter().any(|text| matching.holds(text, wanted)))
            }
            Filter::Annotation(key, test) => any(visit, |entity| {
                let value = entity.at(&["annotations", key]);
                value.is_some_and(|value| test.as_ref().is_none_or(|test| passes(value, test)))
            }),
            // The parser has none of these within braces.
            Filter::Service(..) | Filter::Edge(..) | Filter::Group(..) => false,
        }
    }

    fn flag(&self, visit: &Visit<'_>, flag: Flag) -> bool {
        match flag {
            Flag::Partial => visit.entity.flag("in_progress"),
            Flag::Inferred => visit.is_inferred,
            Flag::Remote => visit.entity.is_call(),
            Flag::Root => visit.is_root,
            Flag::First => self.visits.first().is_some_and(|first| first.service == visit.service),
            Flag::Last => !self.visits.iter().any(|other| {
                other
                    .caller
                    .and_then(|caller| self.visits.get(caller))
                    .is_some_and(|caller| std::ptr::eq(caller, visit))
            }),
            verdict_flag => verdict(Verdict::of(visit.entity), verdict_flag),
        }
    }
}

fn verdict(verdict: Verdict, flag: Flag) -> bool {
    match flag {
        Flag::Ok => verdict.is_ok(),
        Flag::Error => verdict.error,
        Flag::Throttle => verdict.throttle,
        Flag::Fault => verdict.fault,
        _ => false,
    }
}

/// Whether anything of a service's own part is so. What a call is inferred from belongs to its caller.
fn any(visit: &Visit<'_>, is: impl Fn(&Entity) -> bool) -> bool {
    let mut found = false;
    visit.entity.walk(&mut |entity| found |= is(entity));
    found
}

fn texts(entity: &Entity, text: Text) -> Vec<String> {
    let at = |path: &[&str]| entity.at(path).and_then(Value::as_str).map(str::to_owned).into_iter().collect();
    match text {
        Text::Url => at(&["http", "request", "url"]),
        Text::Method => at(&["http", "request", "method"]),
        Text::UserAgent => at(&["http", "request", "user_agent"]),
        Text::ClientIp => at(&["http", "request", "client_ip"]),
        Text::User => at(&["user"]),
        Text::Name => vec![entity.name().to_owned()],
        Text::Type => of_segment(entity).kind.into_iter().collect(),
        Text::Zone => at(&["aws", "ec2", "availability_zone"]),
        Text::Instance => at(&["aws", "ec2", "instance_id"]),
        Text::ResourceArn => at(&["resource_arn"]),
        Text::Message => {
            let message = |exception: &serde_json::Map<String, Value>| {
                exception.get("message").and_then(Value::as_str).map(str::to_owned)
            };
            entity.exceptions().filter_map(message).collect()
        }
    }
}

fn passes(value: &Value, test: &Test) -> bool {
    match test {
        Test::Number(compare, number) => {
            value.as_f64().map_or(*compare == Compare::NotEqual, |value| compare.holds(value, *number))
        }
        Test::Text(matching, wanted) => value.as_str().is_some_and(|text| matching.holds(text, wanted)),
        Test::Flag(wanted) => value.as_bool() == Some(*wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use super::*;
    use domain::TraceId;
    use store::StoredTrace;

    fn trace() -> Trace {
        let documents = [
            r#"{"name":"web","id":"0000000000000001","start_time":100,"end_time":106,"origin":"AWS::Lambda","fault":true,"user":"ada",
                "resource_arn":"arn:aws:lambda:us-east-1:123456789012:function:web","annotations":{"game":"chess","age":30,"won":true},
                "http":{"request":{"url":"http://example.com/api/1","method":"POST"},"response":{"status":502}},
                "subsegments":[{"name":"S3","id":"0000000000000002","start_time":101,"end_time":102,"namespace":"aws","throttle":true},
                {"name":"back","id":"0000000000000003","start_time":102,"end_time":103,"namespace":"remote"}]}"#,
            r#"{"name":"back","id":"0000000000000004","parent_id":"0000000000000003","start_time":102,"end_time":108,
                "cause":{"exceptions":[{"type":"E","message":"no luck"}]}}"#,
        ];
        let id = TraceId { seconds: 1, unique: 2 };
        let documents = documents.map(Into::into).to_vec();
        Trace::new(StoredTrace { id, documents, is_cut: false, revision: 1 }, "123456789012")
    }

    #[test]
    fn traces_match() {
        let trace = trace();
        let groups =
            |by, name: &str| (by == GroupBy::Name && name == "slow").then(|| parse("duration > 7").unwrap());
        for (expression, expected) in [
            ("fault", true),
            ("!fault", false),
            ("error", false),
            ("ok = false", true),
            ("fault AND responsetime > 5.5", true),
            ("responsetime > 6", false),
            ("duration = 8", true),
            ("partial", false),
            ("inferred", true),
            ("http.status >= 500", true),
            ("http.status = 200", false),
            (r#"http.url ENDSWITH "/1" AND http.method = "POST""#, true),
            (r#"http.url CONTAINS "/game/""#, false),
            (r#"user = "ada""#, true),
            (r#"name = "back""#, true),
            (r#"message CONTAINS "luck""#, true),
            (r#"resource.arn CONTAINS ":function:""#, true),
            (r#"annotation.game = "chess""#, true),
            (r#"annotation.game = "go""#, false),
            ("annotation.game", true),
            ("annotation.other", false),
            ("annotation[age] > 29 AND annotation[age] <= 30", true),
            ("annotation[won] = false", false),
            (r#"service("web") { fault }"#, true),
            (r#"service("back") { fault }"#, false),
            (r#"service("back") { ok AND responsetime = 6 }"#, true),
            (r#"service(id(name: "S3", type: "AWS::S3")) { throttle }"#, true),
            (r#"service(id(type: "AWS::Lambda", account.id: "123456789012"))"#, true),
            (r#"service(id(account.id: "210987654321"))"#, false),
            (r#"edge("web", "back")"#, true),
            (r#"edge("back", "web")"#, false),
            (r#"edge("web", "S3") { throttle = true }"#, true),
            (r#"edge(id(type: "client"), "web")"#, true),
            (r#"service("web") { root }"#, true),
            (r#"service("back") { root OR remote }"#, false),
            (r#"group.name = "slow""#, true),
            (r#"group.name = "none""#, false),
        ] {
            let filter = parse(expression).unwrap();
            assert_eq!(filter.matches(&trace, "123456789012", &groups), expected, "{expression}");
        }
    }
}
