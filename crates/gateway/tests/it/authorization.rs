//! Who may, and what those read who may not.

use crate::house::{Answer, House, Request, Sign};
use crate::people::{GUEST, NARROW, OLD, OLD_GUEST, OWN, OWN_MFA, ROLE, UNKNOWN, USER, document, function};
use gateway::{Limits, Mode};
use serde_json::{Value, json};
use std::sync::atomic::Ordering;

const ALL: &str = "arn:aws:lambda:*:*:function:*";

fn invoke(function: &str, by: &Sign) -> Request {
    Request::invoke(function, "1").signed(by.clone())
}

fn allow(action: &str, resource: &str) -> String {
    document("Allow", action, resource, json!({}))
}

fn deny(action: &str, resource: &str) -> String {
    document("Deny", action, resource, json!({}))
}

/// The reason of a refusal, without who and what.
fn why(answer: &Answer) -> String {
    let seen = (answer.status, answer.header("x-amzn-errortype"));
    assert_eq!(seen, (403, Some("AccessDeniedException")), "{}", answer.text());
    let message = answer.json()["Message"].as_str().unwrap().to_owned();
    assert!(message.contains(" is not authorized to perform: lambda:"), "{message}");
    let at = message.find(" because ").or_else(|| message.find(" with an explicit")).unwrap();
    message[at + 1..].to_owned()
}

fn implicit(kind: &str) -> String {
    format!("because no {kind} allows the lambda:InvokeFunction action")
}

#[tokio::test]
async fn a_user_may_what_his_policies_allow_from_the_next_request_on() {
    let house = House::signed().await;
    let people = &house.seen.people;
    assert_eq!(why(&house.send(&invoke("fn1", &USER)).await), implicit("identity-based policy"));
    people.may("user", "u", &[allow("lambda:InvokeFunction", &function("fn1"))], None);
    assert_eq!(house.send(&invoke("fn1", &USER)).await.status, 200);
    let refused = house.send(&invoke("fn2", &USER)).await;
    assert_eq!(
        refused.json()["Message"],
        "User: arn:aws:iam::123456789012:user/team/u is not authorized to perform: lambda:InvokeFunction on resource: \
         arn:aws:lambda:us-east-1:123456789012:function:fn2 because no identity-based policy allows the \
         lambda:InvokeFunction action"
    );
    // Read and compiled once for as long as nothing changes.
    let reads = people.reads.load(Ordering::SeqCst);
    for _ in 0..5 {
        assert_eq!(house.send(&invoke("fn1", &USER)).await.status, 200);
    }
    assert_eq!(people.reads.load(Ordering::SeqCst), reads);
    // Noted once a minute, and not where it was refused.
    assert_eq!(*people.uses.lock().unwrap(), ["u lambda us-east-1"]);
    people.may("user", "u", &[allow("lambda:*", ALL), deny("lambda:Invoke*", &function("fn1"))], None);
    let denied = why(&house.send(&invoke("fn1", &USER)).await);
    assert_eq!(denied, "with an explicit deny in an identity-based policy");
    assert_eq!(house.send(&invoke("fn2", &USER)).await.status, 200);
    // A policy that cannot be read may have denied anything.
    people.may("user", "u", &[allow("lambda:*", ALL), "{".to_owned()], None);
    assert_eq!(why(&house.send(&invoke("fn2", &USER)).await), denied);
}

#[tokio::test]
async fn boundaries_and_session_policies_limit() {
    let house = House::signed().await;
    let people = &house.seen.people;
    let boundary = allow("lambda:InvokeFunction", &function("fn1"));
    people.may("user", "u", &[allow("*", "*")], Some(&boundary));
    assert_eq!(house.send(&invoke("fn1", &USER)).await.status, 200);
    assert_eq!(why(&house.send(&invoke("fn2", &USER)).await), implicit("permissions boundary"));
    people.may("role", "r", &[allow("*", "*")], None);
    for (by, name, status) in
        [(&ROLE, "fn1", 200), (&ROLE, "fn2", 200), (&NARROW, "fn1", 200), (&NARROW, "fn2", 403)]
    {
        assert_eq!(house.send(&invoke(name, by)).await.status, status, "{name} {}", by.key);
    }
    assert_eq!(why(&house.send(&invoke("fn2", &NARROW)).await), implicit("session policy"));
    // What the session policy allows and the role does not, the session may not.
    people.may("role", "r", &[allow("*", &function("fn2"))], None);
    assert_eq!(why(&house.send(&invoke("fn1", &NARROW)).await), implicit("identity-based policy"));
}

#[tokio::test]
async fn what_an_earlier_user_of_the_name_made_is_of_nobody() {
    let house = House::signed().await;
    house.seen.people.may("user", "u", &[allow("*", "*")], None);
    assert_eq!(house.send(&invoke("fn1", &OWN)).await.status, 200);
    assert_eq!(house.send(&invoke("fn1", &GUEST)).await.status, 200);
    assert_eq!(why(&house.send(&invoke("fn1", &OLD_GUEST)).await), implicit("identity-based policy"));
    // Whoever lets him in by his ARN does not mean this one.
    let user = json!({ "AWS": format!("arn:aws:iam::123456789012:user/team/u") });
    let statement = json!({ "Effect": "Allow", "Principal": user, "Action": "lambda:*", "Resource": "*" });
    house.seen.people.policy_of(&function("his"), json!({ "Statement": statement }).to_string());
    assert_eq!(house.send(&invoke("his", &GUEST)).await.status, 200);
    assert_eq!(house.send(&invoke("his", &OLD_GUEST)).await.status, 403);
}

/// GetSessionToken's and GetFederationToken's credentials ask neither IAM nor most of STS, whatever policies say.
#[tokio::test]
async fn what_sessions_of_users_may_not_ask_at_all() {
    let house = House::signed().await;
    house.seen.people.may("user", "u", &[allow("*", "*")], None);
    house.seen.people.may("role", "r", &[allow("*", "*")], None);
    let ask = async |sign: &Sign, service: &'static str, action: &str| {
        let version = if service == "iam" { "2010-05-08" } else { "2011-06-15" };
        let request = Request::new("POST", "/")
            .header("content-type", "application/x-www-form-urlencoded; charset=utf-8")
            .body(format!("Action={action}&Version={version}"))
            .signed(Sign { service, ..sign.clone() });
        let answer = house.send(&request).await;
        let text = answer.text();
        let part = |name: &str| {
            let rest = text.split_once(&format!("<{name}>"))?.1;
            Some(rest.split_once('<')?.0.to_owned())
        };
        (answer.status, part("Code").unwrap_or_default(), part("Message").unwrap_or_default())
    };
    let invalid = (403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    let owned = |(status, code, message): (u16, &str, &str)| (status, code.to_owned(), message.to_owned());
    for (sign, may) in [(&OWN, false), (&OWN_MFA, true), (&GUEST, false), (&USER, true), (&ROLE, true)] {
        let said = ask(sign, "iam", "ListUsers").await;
        match may {
            true => assert_eq!(said.0, 200, "{} {said:?}", sign.key),
            false => assert_eq!(said, owned(invalid), "{}", sign.key),
        }
        assert_eq!(ask(sign, "sts", "GetCallerIdentity").await.0, 200, "{}", sign.key);
    }
    for action in ["GetSessionToken", "GetAccessKeyInfo", "DecodeAuthorizationMessage", "GetFederationToken"]
    {
        for (sign, sort) in [(&OWN, "session"), (&OWN_MFA, "session"), (&GUEST, "federation token")] {
            let message = format!("Cannot call {action} with {sort} credentials");
            assert_eq!(ask(sign, "sts", action).await, (403, "AccessDenied".to_owned(), message));
        }
    }
    // What they are for.
    assert_eq!(house.send(&invoke("fn1", &OWN)).await.status, 200);
    assert_eq!(house.send(&invoke("fn1", &GUEST)).await.status, 200);
}

#[tokio::test]
async fn roles_that_are_not_there() {
    for (mode, unknown) in [(Mode::Signed, 403), (Mode::Dev, 200)] {
        let house = House::new(mode, Limits::default()).await;
        // Made by nobody: in development everything, otherwise nothing.
        assert_eq!(house.send(&invoke("fn1", &UNKNOWN)).await.status, unknown, "{mode:?}");
        // Deleted: nothing, and nothing of what a new one of its name may.
        assert_eq!(house.send(&invoke("fn1", &OLD)).await.status, 403, "{mode:?}");
        house.seen.people.may("role", "r", &[allow("*", "*")], None);
        assert_eq!(house.send(&invoke("fn1", &OLD)).await.status, 403, "{mode:?}");
        // Made since: held to it in development; otherwise these credentials were for another one.
        house.seen.people.may("role", "unknown", &[allow("*", &function("fn1"))], None);
        assert_eq!(house.send(&invoke("fn1", &UNKNOWN)).await.status, unknown, "{mode:?}");
        assert_eq!(house.send(&invoke("fn2", &UNKNOWN)).await.status, 403, "{mode:?}");
    }
}

#[tokio::test]
async fn what_a_functions_policy_says() {
    let house = House::signed().await;
    let people = &house.seen.people;
    people.may("role", "r", &[], None);
    people.may("user", "u", &[], None);
    let statement = |effect: &str, principal: Value, resource: &str| {
        let statement = json!({
            "Effect": effect, "Principal": { "AWS": principal }, "Action": "lambda:InvokeFunction", "Resource": resource,
        });
        json!({ "Version": "2012-10-17", "Statement": statement }).to_string()
    };
    let user = "arn:aws:iam::123456789012:user/team/u";
    people.policy_of(&function("his"), statement("Allow", json!(user), &function("his")));
    assert_eq!(house.send(&invoke("his", &USER)).await.status, 200, "his own account's: it suffices");
    people.may("user", "u", &[allow("*", "*")], None);
    people.policy_of(&function("shut"), statement("Deny", json!("*"), &function("shut")));
    let denied = why(&house.send(&invoke("shut", &USER)).await);
    assert_eq!(denied, "with an explicit deny in a resource-based policy");
    // Another account's function: both must allow it, and what is done is done there.
    let abroad = "arn:aws:lambda:us-east-1:222222222222:function:fn";
    let encoded = abroad.replace(':', "%3A");
    assert_eq!(why(&house.send(&invoke(&encoded, &USER)).await), implicit("resource-based policy"));
    assert_eq!(
        why(&house.send(&invoke(&encoded, &crate::house::ROOT)).await),
        implicit("resource-based policy")
    );
    people.policy_of(abroad, statement("Allow", json!("123456789012"), abroad));
    assert_eq!(house.send(&invoke(&encoded, &USER)).await.status, 200);
    assert_eq!(house.send(&invoke(&encoded, &crate::house::ROOT)).await.status, 200);
    let context = house.seen.contexts.lock().unwrap().last().cloned().unwrap();
    assert_eq!(
        (context.scope.account.as_str(), context.caller.account.as_str()),
        ("222222222222", "123456789012")
    );
    people.may("user", "u", &[allow("*", &function("fn1"))], None);
    assert_eq!(why(&house.send(&invoke(&encoded, &USER)).await), implicit("identity-based policy"));
}

#[tokio::test]
async fn conditions_on_the_request_the_caller_and_the_resource() {
    let house = House::signed().await;
    let people = &house.seen.people;
    for (condition, user, role) in [
        (json!({ "StringEquals": { "aws:PrincipalTag/team": "blue" } }), 200, 200),
        (json!({ "StringEquals": { "aws:PrincipalTag/cost": "1" } }), 403, 200),
        (json!({ "StringEquals": { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" } }), 200, 200),
        (json!({ "StringEquals": { "aws:ResourceTag/team": "red" } }), 403, 403),
        (json!({ "StringEquals": { "aws:username": "u" } }), 200, 403),
        (json!({ "StringEquals": { "aws:PrincipalType": "AssumedRole" } }), 403, 200),
        (json!({ "ArnEquals": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/r" } }), 403, 200),
        (
            json!({ "ArnLike": { "lambda:SourceFunctionArn": "arn:aws:lambda:*:*:function:caller" } }),
            403,
            200,
        ),
        (json!({ "StringEquals": { "aws:userid": ["AIDAU", "AROAR:s"] } }), 200, 200),
        (json!({ "IpAddress": { "aws:SourceIp": "127.0.0.0/8" } }), 200, 200),
        (json!({ "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }), 403, 403),
        (json!({ "Bool": { "aws:SecureTransport": "false" } }), 200, 200),
        (
            json!({ "StringEquals": { "aws:RequestedRegion": "us-east-1", "aws:ResourceAccount": "123456789012" } }),
            200,
            200,
        ),
        (json!({ "DateGreaterThan": { "aws:CurrentTime": "2026-11-24T00:00:00Z" } }), 200, 200),
        (json!({ "NumericLessThan": { "aws:EpochTime": "1795544521" } }), 403, 403),
        (json!({ "Null": { "aws:TokenIssueTime": "false" } }), 403, 200),
        (json!({ "BoolIfExists": { "aws:MultiFactorAuthPresent": "true" } }), 200, 403),
        (json!({ "Bool": { "aws:ViaAWSService": "false" } }), 200, 200),
        (json!({ "StringEquals": { "aws:SourceVpc": "vpc-1" } }), 403, 403),
    ] {
        let policy = document("Allow", "lambda:InvokeFunction", "*", condition.clone());
        people.may("user", "u", std::slice::from_ref(&policy), None);
        people.may("role", "r", &[policy], None);
        let seen = (
            house.send(&invoke("blue", &USER)).await.status,
            house.send(&invoke("blue", &ROLE)).await.status,
        );
        assert_eq!(seen, (user, role), "{condition}");
    }
}

#[tokio::test]
async fn what_is_about_the_body_is_decided_with_it() {
    let house = House::signed().await;
    let people = &house.seen.people;
    let create_as = |sign: Sign, name: &str, size: usize| {
        let body = json!({
            "FunctionName": name, "Role": "arn:aws:iam::123456789012:role/r", "Code": { "ZipFile": "A".repeat(size) },
        });
        Request::new("POST", "/2015-03-31/functions").body(body.to_string()).signed(sign)
    };
    let create = |name: &str, size: usize| create_as(USER, name, size);
    let refused = house.send(&create("fn1", 4)).await;
    assert_eq!(why(&refused), "because no identity-based policy allows the lambda:CreateFunction action");
    // Who names his key without its secret does not learn as much.
    let guessed = house.send(&create_as(Sign { secret: "guess", ..USER }, "fn1", 4)).await;
    assert!(guessed.text().contains("signature"), "{}", guessed.text());
    // Nothing lets a session create anything, and its token is known, so little is read of what it sends.
    let unread = house.send(&create_as(ROLE, "fn1", 100_000)).await;
    assert!(
        unread.text().contains("lambda:CreateFunction on resource: * because no identity"),
        "{}",
        unread.text()
    );
    people.may("user", "u", &[allow("lambda:CreateFunction", &function("fn1"))], None);
    assert_eq!(house.send(&create("fn1", 100_000)).await.status, 201);
    assert_eq!(house.send(&create("fn2", 100_000)).await.status, 403);
    // He who may not is not told what is wrong with his request.
    assert_eq!(house.send(&create("", 4)).await.status, 403);
}
