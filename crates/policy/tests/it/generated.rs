//! Random worlds: a request and the policies that have a say in it. The vocabulary is small, so that things meet.

use policy::{Context, Decision, Policies, Policy, Request, Requester, Source, decide};
use serde_json::{Map, Value, json};

const ACCOUNTS: [&str; 2] = ["111111111111", "222222222222"];
const ACTIONS: [&str; 5] =
    ["s3:GetObject", "s3:PutObject", "s3:ListBucket", "sqs:SendMessage", "lambda:InvokeFunction"];
const ACTION_PATTERNS: [&str; 11] = [
    "*",
    "s3:*",
    "s3:Get*",
    "S3:getobject",
    "s3:GetObject",
    "s3:PutObject",
    "s3:?etObject",
    "sqs:*",
    "lambda:Invoke*",
    "lambda:InvokeFunction",
    "sqs:Send?essage",
];
const RESOURCES: [&str; 6] = [
    "arn:aws:s3:::bucket",
    "arn:aws:s3:::bucket/ann/file",
    "arn:aws:s3:::other/file",
    "arn:aws:sqs:us-east-1:111111111111:queue",
    "arn:aws:lambda:us-east-1:111111111111:function:f",
    "arn:aws:lambda:us-east-1:111111111111:function:f:live",
];
const RESOURCE_PATTERNS: [&str; 14] = [
    "*",
    "*",
    "arn:aws:s3:::bucket",
    "arn:aws:s3:::bucket/*",
    "arn:aws:s3:::*/file",
    "arn:aws:s3:::bucket/${aws:username}/*",
    "arn:aws:s3:::bucket/${aws:PrincipalTag/team, 'ann'}/file",
    "arn:aws:s3:::${*}",
    "arn:aws:sqs:*:*:queue",
    "arn:aws:sqs:us-east-1:*:q????",
    "arn:aws:lambda:*:111111111111:function:f",
    "arn:aws:lambda:us-east-1:111111111111:function:f:*",
    "arn:aws:lambda:*:function:f",
    "arn:*:*:*:111111111111:*",
];
const PRINCIPALS: [&str; 9] = [
    "*",
    "111111111111",
    "arn:aws:iam::222222222222:root",
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:role/r",
    "arn:aws:sts::111111111111:assumed-role/r/s",
    "arn:aws:sts::111111111111:assumed-role/r/other",
    "arn:aws:sts::111111111111:federated-user/ann",
    "arn:aws:iam::222222222222:role/r",
];
/// Operators, a key, values.
const CONDITIONS: [(&[&str], &str, &[&str]); 8] = [
    (&["StringEquals", "StringNotEquals"], "aws:PrincipalTag/team", &["red", "blue", "${s3:prefix}"]),
    (
        &["StringLike", "StringNotLike"],
        "s3:prefix",
        &["a*", "*", "?", "${aws:username}", "${aws:username}*", "x${*}"],
    ),
    (&["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"], "s3:prefix", &["A", "abc", "ANN"]),
    (
        &[
            "NumericEquals",
            "NumericNotEquals",
            "NumericLessThan",
            "NumericLessThanEquals",
            "NumericGreaterThan",
            "NumericGreaterThanEquals",
        ],
        "s3:max-keys",
        &["10", "10.0", "5", "-3", "100"],
    ),
    (
        &[
            "DateEquals",
            "DateNotEquals",
            "DateLessThan",
            "DateLessThanEquals",
            "DateGreaterThan",
            "DateGreaterThanEquals",
        ],
        "aws:CurrentTime",
        &["2026-11-24T18:22:01Z", "2026-11-24T00:00:00Z", "2030-01-01T00:00:00Z"],
    ),
    (&["Bool"], "aws:SecureTransport", &["true", "false"]),
    (
        &["IpAddress", "NotIpAddress"],
        "aws:SourceIp",
        &["203.0.113.0/24", "203.0.113.9/32", "10.0.0.0/8", "2001:db8::/32", "0.0.0.0/0"],
    ),
    (
        &["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        "aws:SourceArn",
        &[
            "arn:aws:sns:*:111111111111:topic",
            "arn:aws:sns:us-east-1:111111111111:*",
            "arn:aws:s3:::b*",
            "arn:aws:s3:::x",
        ],
    ),
];
const SETS: [(&str, &[&str]); 4] = [
    ("StringEquals", &["a", "b"]),
    ("StringNotEquals", &["a", "b"]),
    ("StringLike", &["a*", "b"]),
    ("StringNotLike", &["a*", "c"]),
];
const VALUES: [(&str, &[&str]); 9] = [
    ("aws:username", &["ann", "bob"]),
    ("aws:PrincipalTag/team", &["red", "ann"]),
    ("s3:prefix", &["a", "abc", "ann", "x*", "red"]),
    ("s3:max-keys", &["10", "5", "99.5", "-3"]),
    ("aws:CurrentTime", &["2026-11-24T18:22:01Z", "2026-12-01T00:00:00Z"]),
    ("aws:SecureTransport", &["true", "false"]),
    ("aws:SourceIp", &["203.0.113.9", "203.0.113.77", "10.1.2.3", "2001:db8::7"]),
    ("aws:SourceArn", &["arn:aws:sns:us-east-1:111111111111:topic", "arn:aws:s3:::bucket"]),
    ("aws:MultiFactorAuthPresent", &["true"]),
];

/// A generator that gives the same for the same seed (splitmix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.roll() % n.max(1) as u64).unwrap_or_default()
    }

    /// True in so many of 100 cases.
    pub(crate) fn percent(&mut self, n: u64) -> bool {
        self.roll() % 100 < n
    }

    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn some(&mut self, from: &[&str], most: usize) -> Value {
        let count = 1 + self.below(most);
        let mut list: Vec<Value> = (0..count).map(|_| self.pick(from).into()).collect();
        if list.len() == 1 && self.percent(50) { list.remove(0) } else { list.into() }
    }
}

/// A request and its policies, as JSON.
#[derive(Clone, Debug)]
pub(crate) struct World {
    pub(crate) action: &'static str,
    pub(crate) resource: &'static str,
    pub(crate) owner: &'static str,
    /// An ARN, a service's name or nothing.
    pub(crate) principal: &'static str,
    pub(crate) context: Map<String, Value>,
    pub(crate) identity: Vec<Value>,
    pub(crate) policy: Option<Value>,
    pub(crate) boundary: Option<Value>,
    pub(crate) session: Option<Value>,
    pub(crate) guardrails: Vec<Value>,
}

/// Those who ask.
const REQUESTERS: [&str; 8] = [
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:iam::111111111111:user/ann",
    "arn:aws:sts::111111111111:assumed-role/r/s",
    "arn:aws:sts::111111111111:assumed-role/r/s",
    "arn:aws:sts::111111111111:federated-user/ann",
    "arn:aws:iam::111111111111:root",
    "events.amazonaws.com",
    "",
];

pub(crate) fn requester(principal: &'static str) -> Requester<'static> {
    let account = ACCOUNTS[0];
    match principal {
        "" => Requester::Anonymous,
        arn if arn.contains(":user/") => Requester::User { arn, id: "AIDA1111111111111111", account },
        arn if arn.contains(":assumed-role/") => Requester::RoleSession {
            arn,
            role: Some("arn:aws:iam::111111111111:role/r"),
            id: "AROA1111111111111111:s",
            account,
        },
        arn if arn.contains(":federated-user/") => {
            Requester::FederatedUser { arn, user: "arn:aws:iam::111111111111:user/ann", account }
        }
        arn if arn.ends_with(":root") => Requester::Root { account },
        name => Requester::Service { name },
    }
}

impl World {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        let principal = dice.pick(&REQUESTERS);
        let is_identity = principal.starts_with("arn:") && !principal.ends_with(":root");
        let has = |dice: &mut Dice, percent| is_identity && dice.percent(percent);
        let own = if is_identity { dice.below(3) } else { 0 };
        Self {
            action: dice.pick(&ACTIONS),
            resource: dice.pick(&RESOURCES),
            owner: if dice.percent(75) { ACCOUNTS[0] } else { ACCOUNTS[1] },
            principal,
            context: asked(dice),
            identity: (0..own).map(|_| document(dice, false)).collect(),
            policy: dice.percent(60).then(|| document(dice, true)),
            boundary: has(dice, 25).then(|| document(dice, false)),
            session: (has(dice, 25) && !principal.contains(":user/")).then(|| document(dice, false)),
            guardrails: if has(dice, 20) { vec![document(dice, false)] } else { Vec::new() },
        }
    }

    /// The same with a statement more in one of its policies, where there is one.
    pub(crate) fn with(&self, dice: &mut Dice, effect: &str) -> Self {
        let mut world = self.clone();
        let place = dice.below(5);
        let mut fresh = statement(dice, place == 1);
        fresh["Effect"] = effect.into();
        let policy = match place {
            0 => world.identity.first_mut(),
            1 => world.policy.as_mut(),
            2 => world.boundary.as_mut(),
            3 => world.session.as_mut(),
            _ => world.guardrails.first_mut(),
        };
        if let Some(Value::Array(statements)) = policy.map(|policy| &mut policy["Statement"]) {
            let at = dice.below(statements.len() + 1);
            statements.insert(at, fresh);
        }
        world
    }

    /// The same with everything in another order.
    pub(crate) fn shuffled(&self, dice: &mut Dice) -> Self {
        let mut world = self.clone();
        world.identity.reverse();
        let all = world.identity.iter_mut().chain(&mut world.policy).chain(&mut world.boundary);
        for policy in all.chain(&mut world.session).chain(&mut world.guardrails) {
            if let Some(statements) = policy["Statement"].as_array_mut() {
                let by = dice.below(statements.len());
                statements.rotate_left(by);
                statements.iter_mut().for_each(reorder);
            }
        }
        world
    }

    /// All policies as texts.
    pub(crate) fn texts(&self) -> Vec<String> {
        let all = self.identity.iter().chain(&self.policy).chain(&self.boundary);
        all.chain(&self.session).chain(&self.guardrails).map(Value::to_string).collect()
    }

    pub(crate) fn context(&self) -> Context {
        crate::house::context(Value::Object(self.context.clone()))
    }

    /// Decides, and gives the decision to `see`.
    pub(crate) fn decide<T>(&self, see: impl FnOnce(&Decision<'_>) -> T) -> T {
        let read = |document: &Value| {
            let text = document.to_string();
            Policy::new(&text.parse().unwrap_or_else(|e| panic!("{text}: {e}")))
        };
        let identity: Vec<Policy> = self.identity.iter().map(read).collect();
        let [resource, boundary, session] =
            [&self.policy, &self.boundary, &self.session].map(|policy| policy.as_ref().map(read));
        let guardrails: Vec<Policy> = self.guardrails.iter().map(read).collect();
        let name = |policy| Source { name: "p", policy };
        let identity: Vec<Source<'_>> = identity.iter().map(name).collect();
        let [resource, boundary, session] =
            [&resource, &boundary, &session].map(|policy| policy.iter().map(name).collect::<Vec<_>>());
        let guardrails: Vec<Source<'_>> = guardrails.iter().map(name).collect();
        let levels: Vec<&[Source<'_>]> = guardrails.chunks(1).collect();
        let context = self.context();
        let request = Request {
            action: self.action,
            resource: self.resource,
            owner: self.owner,
            requester: requester(self.principal),
            context: &context,
            trust: false,
        };
        see(&decide(
            &request,
            &Policies {
                identity: &identity,
                resource: &resource,
                boundary: self.boundary.as_ref().map(|_| boundary.as_slice()),
                session: self.session.as_ref().map(|_| session.as_slice()),
                guardrails: &levels,
            },
        ))
    }
}

fn asked(dice: &mut Dice) -> Map<String, Value> {
    let mut context = Map::new();
    for (key, values) in VALUES {
        if dice.percent(60) {
            context.insert(key.to_owned(), dice.pick(values).into());
        }
    }
    if dice.percent(60) {
        let tags: Vec<Value> = (0..dice.below(3)).map(|_| dice.pick(&["a", "b", "ab", "c"]).into()).collect();
        context.insert("aws:TagKeys".to_owned(), tags.into());
    }
    context
}

fn document(dice: &mut Dice, of_resource: bool) -> Value {
    let mut statements: Vec<Value> = (0..1 + dice.below(3)).map(|_| statement(dice, of_resource)).collect();
    if dice.percent(40) {
        statements.push(broad(dice, of_resource));
    }
    json!({ "Version": "2012-10-17", "Statement": statements })
}

/// A statement that allows much, so that more than one policy has a part in what is allowed.
fn broad(dice: &mut Dice, of_resource: bool) -> Value {
    let mut out = json!({ "Effect": "Allow", "Action": "*", "Resource": "*" });
    if of_resource {
        out["Principal"] = principals(dice);
    }
    out
}

fn statement(dice: &mut Dice, of_resource: bool) -> Value {
    let mut out = Map::new();
    out.insert("Effect".to_owned(), if dice.percent(75) { "Allow" } else { "Deny" }.into());
    if of_resource {
        let name = if dice.percent(90) { "Principal" } else { "NotPrincipal" };
        out.insert(name.to_owned(), principals(dice));
    }
    let name = if dice.percent(88) { "Action" } else { "NotAction" };
    out.insert(name.to_owned(), dice.some(&ACTION_PATTERNS, 2));
    let name = if dice.percent(88) { "Resource" } else { "NotResource" };
    out.insert(name.to_owned(), dice.some(&RESOURCE_PATTERNS, 2));
    if dice.percent(45) {
        let mut operators = Map::new();
        for _ in 0..1 + dice.below(2) {
            let (operator, key, values) = condition(dice);
            operators.insert(operator, json!({ key: values }));
        }
        out.insert("Condition".to_owned(), operators.into());
    }
    out.into()
}

fn principals(dice: &mut Dice) -> Value {
    match dice.below(10) {
        0 => "*".into(),
        1 => json!({ "Service": dice.some(&["events.amazonaws.com", "sns.amazonaws.com"], 2) }),
        _ => json!({ "AWS": dice.some(&PRINCIPALS, 3) }),
    }
}

fn condition(dice: &mut Dice) -> (String, &'static str, Value) {
    if dice.percent(15) {
        let key = dice.pick(&["aws:username", "aws:SourceIp", "aws:TagKeys"]);
        return ("Null".to_owned(), key, dice.pick(&["true", "false"]).into());
    }
    let if_exists = if dice.percent(25) { "IfExists" } else { "" };
    if dice.percent(20) {
        let (operator, values) = dice.pick(&SETS);
        let set = dice.pick(&["ForAllValues", "ForAnyValue"]);
        return (format!("{set}:{operator}{if_exists}"), "aws:TagKeys", dice.some(values, 2));
    }
    let (operators, key, values) = dice.pick(&CONDITIONS);
    (format!("{}{if_exists}", dice.pick(operators)), key, dice.some(values, 2))
}

/// Members and lists the other way round.
fn reorder(value: &mut Value) {
    match value {
        Value::Array(list) => list.reverse(),
        Value::Object(members) => {
            members.values_mut().for_each(reorder);
            let turned = std::mem::take(members).into_iter().rev();
            *members = turned.collect();
        }
        _ => {}
    }
}
