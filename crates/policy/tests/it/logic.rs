//! How policies of several kinds are combined.

use crate::house::{ACCOUNT, Asked, FEDERATED, OTHER, ROOT, SESSION, USER, ask, every, lets_in, policy};
use policy::{
    By, Context, Denial, Effect, Kind, Named, Policies, Policy, Request, Requester, Source, Verdict, explain,
};
use serde_json::{Value, json};

const ROLE: &str = "arn:aws:iam::111111111111:role/r";
const SESSION_ARN: &str = "arn:aws:sts::111111111111:assumed-role/r/s";
const USER_ARN: &str = "arn:aws:iam::111111111111:user/u";
const FEDERATED_ARN: &str = "arn:aws:sts::111111111111:federated-user/u";

/// User guide, "Policy evaluation for requests within a single account" and "How AWS enforcement code logic evaluates
/// requests": what a resource's policy does for whom it names how, where the other kinds say nothing.
#[test]
fn a_resource_policy_within_the_account() {
    let nothing = policy(json!({ "Effect": "Allow", "Action": "sqs:*", "Resource": "*" }));
    // The requester, the principal, and whether an implicit denial of identity, boundary, session matters.
    for (requester, principal, identity, boundary, session) in [
        (USER, USER_ARN, false, false, false),
        (USER, "*", false, false, false),
        (USER, ACCOUNT, true, true, true),
        (USER, "arn:aws:iam::111111111111:root", true, true, true),
        (SESSION, ROLE, false, true, true),
        (SESSION, SESSION_ARN, false, false, false),
        (SESSION, "*", false, false, false),
        (SESSION, ACCOUNT, true, true, true),
        (SESSION, "AROA1111111111111111", false, true, true),
        (FEDERATED, USER_ARN, false, true, true),
        (FEDERATED, FEDERATED_ARN, false, false, false),
    ] {
        let resource = lets_in(json!({ "AWS": principal }));
        let (all, none) = (every("Allow"), every("Deny"));
        let asked = |identity, boundary, session| Asked {
            requester,
            resource: Some(&resource),
            identity,
            boundary,
            session,
            ..Asked::default()
        };
        let case = format!("{requester:?} {principal}");
        assert!(asked(Some(&all), Some(&all), Some(&all)).is_allowed(), "{case}");
        assert_eq!(!asked(None, None, None).is_allowed(), identity, "{case}");
        assert_eq!(!asked(Some(&all), Some(&nothing), None).is_allowed(), boundary, "{case}");
        assert_eq!(!asked(Some(&all), None, Some(&nothing)).is_allowed(), session, "{case}");
        assert!(!asked(Some(&none), None, None).is_allowed(), "{case}");
        assert!(!asked(Some(&all), Some(&none), None).is_allowed(), "{case}");
        assert!(!asked(Some(&all), None, Some(&none)).is_allowed(), "{case}");
    }
}

/// User guide, "Cross-account policy evaluation logic": both accounts must allow it.
#[test]
fn across_accounts() {
    let (all, none) =
        (every("Allow"), policy(json!({ "Effect": "Allow", "Action": "sqs:*", "Resource": "*" })));
    for requester in [USER, SESSION, FEDERATED] {
        for principal in ["*", ACCOUNT, USER_ARN, ROLE, SESSION_ARN, FEDERATED_ARN] {
            let resource = lets_in(json!({ "AWS": principal }));
            let named = Asked {
                requester,
                resource: Some(&resource),
                identity: Some(&all),
                owner: OTHER,
                ..Asked::default()
            };
            let is_named = named.is_allowed();
            let alone = Asked { identity: None, ..named };
            assert_eq!(alone.verdict(), Verdict::Denied(Denial::Implicit(Kind::Identity)));
            if is_named {
                assert_eq!(
                    named_verdict(&all, &resource, requester, Some(&none)),
                    Denial::Implicit(Kind::Boundary)
                );
            }
        }
        let alone = Asked { requester, identity: Some(&all), owner: OTHER, ..Asked::default() };
        assert_eq!(alone.verdict(), Verdict::Denied(Denial::Implicit(Kind::Resource)));
    }
    let resource = lets_in(json!({ "AWS": ACCOUNT }));
    let root = Asked { requester: ROOT, resource: Some(&resource), owner: OTHER, ..Asked::default() };
    assert_eq!(root.verdict(), Verdict::Allowed(By::Both));
    assert!(!Asked { resource: None, ..root }.is_allowed());
}

fn named_verdict(
    identity: &Policy,
    resource: &Policy,
    requester: Requester<'_>,
    boundary: Option<&Policy>,
) -> Denial {
    let asked = Asked {
        requester,
        resource: Some(resource),
        identity: Some(identity),
        boundary,
        owner: OTHER,
        ..Asked::default()
    };
    match asked.verdict() {
        Verdict::Denied(denial) => denial,
        allowed => panic!("{allowed:?}"),
    }
}

fn verdict(requester: Requester<'_>, resource: Option<&Policy>, guardrail: Option<&Policy>) -> Verdict {
    Asked { requester, resource, guardrail, ..Asked::default() }.verdict()
}

#[test]
fn root_strangers_and_services() {
    let (deny, all) = (every("Deny"), every("Allow"));
    let resource = lets_in(json!("*"));

    assert_eq!(verdict(ROOT, None, None), Verdict::Allowed(By::Root));
    assert_eq!(verdict(ROOT, None, Some(&deny)), Verdict::Denied(Denial::Explicit(Kind::Guardrail)));
    let closed = policy(json!({ "Effect": "Deny", "Principal": "*", "Action": "*", "Resource": "*" }));
    assert_eq!(verdict(ROOT, Some(&closed), None), Verdict::Denied(Denial::Explicit(Kind::Resource)));
    assert_eq!(verdict(Requester::Anonymous, Some(&resource), None), Verdict::Allowed(By::Resource));
    assert_eq!(verdict(Requester::Anonymous, None, None), Verdict::Denied(Denial::Implicit(Kind::Resource)));
    let account = lets_in(json!({ "AWS": ACCOUNT }));
    assert!(matches!(verdict(Requester::Anonymous, Some(&account), None), Verdict::Denied(_)));
    let events = Requester::Service { name: "events.amazonaws.com" };
    for (principal, allowed) in [
        (json!({ "Service": "events.amazonaws.com" }), true),
        (json!({ "Service": ["sns.amazonaws.com", "events.amazonaws.com"] }), true),
        (json!({ "Service": "sns.amazonaws.com" }), false),
        (json!({ "Service": "*" }), false),
        (json!({ "AWS": "events.amazonaws.com" }), false),
        (json!("*"), true),
    ] {
        let resource = lets_in(principal.clone());
        assert_eq!(
            matches!(verdict(events, Some(&resource), None), Verdict::Allowed(_)),
            allowed,
            "{principal}"
        );
    }
    let provider = Requester::Federated { provider: "accounts.google.com" };
    let federated = lets_in(json!({ "Federated": "accounts.google.com" }));
    assert_eq!(verdict(provider, Some(&federated), None), Verdict::Allowed(By::Resource));
    let user = |guardrail| Asked { identity: Some(&all), guardrail, ..Asked::default() }.verdict();
    assert_eq!(user(Some(&all)), Verdict::Allowed(By::Identity));
    let other = policy(json!({ "Effect": "Allow", "Action": "sqs:*", "Resource": "*" }));
    assert_eq!(user(Some(&other)), Verdict::Denied(Denial::Implicit(Kind::Guardrail)));
}

/// A role's trust policy must let in whoever assumes it: user guide, "Policy evaluation for requests within a single account",
/// on resources whose policy is asked for.
#[test]
fn trust_policies() {
    let all = every("Allow");
    for (principal, with_identity, without) in [
        (json!({ "AWS": ACCOUNT }), true, false),
        (json!({ "AWS": USER_ARN }), true, true),
        (json!({ "AWS": OTHER }), false, false),
    ] {
        let trust = lets_in(principal.clone());
        let asked = |identity| Asked { resource: Some(&trust), identity, trust: true, ..Asked::default() };
        assert_eq!(asked(Some(&all)).is_allowed(), with_identity, "{principal}");
        assert_eq!(asked(None).is_allowed(), without, "{principal}");
    }
    let nobody = Asked { identity: Some(&all), trust: true, ..Asked::default() };
    assert_eq!(nobody.verdict(), Verdict::Denied(Denial::Implicit(Kind::Trust)));
    assert!(!Asked { requester: ROOT, trust: true, ..Asked::default() }.is_allowed());
}

/// User guide, "AWS JSON policy elements: Principal".
#[test]
fn principals() {
    let named = |principal: Value, requester| {
        let resource = lets_in(principal);
        Asked { requester, resource: Some(&resource), identity: None, ..Asked::default() }.is_allowed()
    };
    let nameless = Requester::RoleSession { arn: SESSION_ARN, role: None, id: "AROA1:s", account: ACCOUNT };
    for (principal, of_user, of_session, of_nameless) in [
        (json!("*"), true, true, true),
        (json!({ "AWS": "*" }), true, true, true),
        (json!({ "AWS": ["x", USER_ARN] }), true, false, false),
        (json!({ "AWS": ROLE }), false, true, true),
        (json!({ "AWS": "arn:aws:iam::111111111111:role/path/r" }), false, false, true),
        (json!({ "AWS": "arn:aws:iam::222222222222:role/r" }), false, false, false),
        (json!({ "AWS": "arn:aws:iam::111111111111:role/*" }), false, false, false),
        (json!({ "AWS": "arn:aws:iam::111111111111:role/" }), false, false, false),
        (json!({ "AWS": "arn:aws:sts::111111111111:assumed-role/r/t" }), false, false, false),
        (json!({ "AWS": "AIDA1111111111111111" }), true, false, false),
        (
            json!({ "CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be" }),
            false,
            false,
            false,
        ),
    ] {
        assert_eq!(named(principal.clone(), USER), of_user, "{principal}");
        assert_eq!(named(principal.clone(), SESSION), of_session, "{principal}");
        assert_eq!(named(principal.clone(), nameless), of_nameless, "{principal}");
    }
    // What cannot be understood denies.
    let odd = policy(json!([
        { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" },
        { "Effect": "Deny", "Principal": { "AWS": "arn:aws:iam::222222222222:role/*" }, "Action": "*", "Resource": "*" },
    ]));
    assert!(!Asked { resource: Some(&odd), ..Asked::default() }.is_allowed());
}

/// User guide, "AWS JSON policy elements: NotPrincipal": with `Deny`, the account, and of a session its role, must be
/// excepted as well.
#[test]
fn not_principal() {
    let denied = |excepted: Value, requester| {
        let resource = policy(json!([
            { "Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*" },
            { "Effect": "Deny", "NotPrincipal": excepted, "Action": "*", "Resource": "*" },
        ]));
        !Asked { requester, resource: Some(&resource), ..Asked::default() }.is_allowed()
    };
    for (excepted, of_user, of_session, of_root) in [
        (json!({ "AWS": [USER_ARN, ACCOUNT] }), false, true, false),
        (json!({ "AWS": USER_ARN }), true, true, true),
        (json!({ "AWS": ACCOUNT }), true, true, false),
        (json!({ "AWS": [ROLE, ACCOUNT] }), true, true, false),
        (json!({ "AWS": [SESSION_ARN, ROLE, ACCOUNT] }), true, false, false),
        (json!("*"), false, false, false),
    ] {
        assert_eq!(denied(excepted.clone(), USER), of_user, "{excepted}");
        assert_eq!(denied(excepted.clone(), SESSION), of_session, "{excepted}");
        assert_eq!(denied(excepted.clone(), ROOT), of_root, "{excepted}");
        assert!(denied(excepted.clone(), Requester::Anonymous) != (excepted == json!("*")), "{excepted}");
    }
    // "… will always deny any IAM principal that has a permissions boundary policy attached" (same page).
    let (all, named) = (every("Allow"), json!({ "AWS": [USER_ARN, ACCOUNT] }));
    let resource = policy(json!({ "Effect": "Deny", "NotPrincipal": named, "Action": "*", "Resource": "*" }));
    let bounded = |boundary| {
        Asked { resource: Some(&resource), identity: Some(&all), boundary, ..Asked::default() }.is_allowed()
    };
    assert!(bounded(None) && !bounded(Some(&all)));
    let but = |excepted: Value, requester| {
        let resource =
            policy(json!({ "Effect": "Allow", "NotPrincipal": excepted, "Action": "*", "Resource": "*" }));
        Asked { requester, resource: Some(&resource), ..Asked::default() }.is_allowed()
    };
    assert!(!but(json!({ "AWS": USER_ARN }), USER) && but(json!({ "AWS": USER_ARN }), SESSION));
    assert!(!but(json!({ "AWS": ACCOUNT }), USER) && but(json!({ "AWS": OTHER }), USER));
}

/// User guide, "Troubleshoot access denied error messages".
#[test]
fn words() {
    for (denial, text) in [
        (Denial::Implicit(Kind::Guardrail), "because no service control policy allows the a:B action"),
        (Denial::Explicit(Kind::Guardrail), "with an explicit deny in a service control policy"),
        (Denial::Implicit(Kind::Resource), "because no resource-based policy allows the a:B action"),
        (Denial::Explicit(Kind::Resource), "with an explicit deny in a resource-based policy"),
        (Denial::Implicit(Kind::Trust), "because no role trust policy allows the a:B action"),
        (Denial::Explicit(Kind::Trust), "with an explicit deny in the role trust policy"),
        (Denial::Implicit(Kind::Identity), "because no identity-based policy allows the a:B action"),
        (Denial::Explicit(Kind::Identity), "with an explicit deny in an identity-based policy"),
        (Denial::Implicit(Kind::Boundary), "because no permissions boundary allows the a:B action"),
        (Denial::Explicit(Kind::Boundary), "with an explicit deny in a permissions boundary"),
        (Denial::Implicit(Kind::Session), "because no session policy allows the a:B action"),
        (Denial::Explicit(Kind::Session), "with an explicit deny in a session policy"),
    ] {
        assert_eq!(denial.because("a:B"), text);
    }
}

#[test]
fn an_explanation_names_all_statements() {
    let own = policy(json!([
        { "Sid": "Some", "Effect": "Allow", "Action": "s3:Get*", "Resource": "*" },
        { "Sid": "Other", "Effect": "Allow", "Action": "sqs:*", "Resource": "*" },
        { "Effect": "Deny", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::secret/*" },
        { "Sid": "All", "Effect": "Allow", "Action": "*", "Resource": "*" },
    ]));
    let context = Context::default();
    let asked = |resource| Request {
        action: "s3:GetObject",
        resource,
        owner: ACCOUNT,
        requester: USER,
        context: &context,
        trust: false,
    };
    let identity = [Source { name: "own", policy: &own }];
    let policies = Policies { identity: &identity, ..Policies::default() };
    let (open, secret) = (asked("arn:aws:s3:::open/x"), asked("arn:aws:s3:::secret/x"));
    let found = explain(&open, &policies).findings;
    let places: Vec<_> = found.iter().map(|f| (f.policy, f.statement, f.sid, f.effect)).collect();
    assert_eq!(places, [("own", 0, Some("Some"), Effect::Allow), ("own", 3, Some("All"), Effect::Allow)]);
    let decision = explain(&secret, &policies);
    assert_eq!(decision.verdict, Verdict::Denied(Denial::Explicit(Kind::Identity)));
    assert_eq!(decision.findings.len(), 3);
    assert_eq!((decision.findings[1].statement, decision.findings[1].named), (2, Named::Itself));
    let (_, short) = ask(&own, "s3:GetObject", "arn:aws:s3:::secret/x", &context);
    assert_eq!(short, [2]);
}

#[test]
fn what_cannot_be_read_denies_everything() {
    let (broken, all) = (Policy::kept("{"), every("Allow"));
    let asked = |identity, resource| Asked { identity, resource, ..Asked::default() }.verdict();
    assert_eq!(asked(Some(&broken), None), Verdict::Denied(Denial::Explicit(Kind::Identity)));
    assert_eq!(asked(Some(&all), Some(&broken)), Verdict::Denied(Denial::Explicit(Kind::Resource)));
    assert_eq!(asked(Some(&Policy::open()), None), Verdict::Allowed(By::Identity));
    // A principal in an identity's policy, a resource's without one.
    let with = lets_in(json!("*"));
    assert!(!Asked { identity: Some(&with), ..Asked::default() }.is_allowed());
    assert!(!Asked { resource: Some(&all), ..Asked::default() }.is_allowed());
}

#[test]
fn context_keys() {
    let policy = policy(
        json!({ "Effect": "Allow", "Action": "*", "Resource": "arn:aws:s3:::${aws:username}", "Condition": {
        "StringLike": { "s3:Prefix": "${aws:PrincipalTag/x}*" }, "Null": { "aws:TagKeys": "true" } } }),
    );
    assert_eq!(policy.context_keys(), ["aws:username", "s3:Prefix", "aws:PrincipalTag/x", "aws:TagKeys"]);
}
