//! Resource policies of functions and layers: statements and documents, spelt as Lambda writes them. Pure.
//!
//! Never here: whether a policy lets anybody in.

pub(crate) mod check;

use crate::errors::{conflict, invalid, not_found};
use aws_wire::ApiError;
use domain::limits::MAX_POLICY;
use serde_json::{Map, Value, json};

/// Ends of the names of service principals, of every partition and of Alexa.
const SERVICE_SUFFIXES: [&str; 7] = [
    ".amazonaws.com",
    ".amazonaws.com.cn",
    ".amazonaws.eu",
    ".amazon.com",
    ".c2s.ic.gov",
    ".sc2s.sgov.gov",
    ".aws.internal",
];

/// What AddPermission and AddLayerVersionPermission allow.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Grant<'a> {
    /// `StatementId`.
    pub(crate) sid: &'a str,
    /// A service, an account, an IAM ARN or `*`.
    pub(crate) principal: &'a str,
    /// `lambda:…`.
    pub(crate) action: &'a str,
    /// The ARN of what the policy is attached to.
    pub(crate) resource: &'a str,
    /// The partition of an account that is given by its number.
    pub(crate) partition: &'a str,
    /// Under which conditions.
    pub(crate) conditions: Conditions<'a>,
}

/// Conditions of a [`Grant`], by the parameters of AddPermission.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Conditions<'a> {
    pub(crate) source_arn: Option<&'a str>,
    pub(crate) source_account: Option<&'a str>,
    pub(crate) organization: Option<&'a str>,
    pub(crate) event_source_token: Option<&'a str>,
    pub(crate) url_auth_type: Option<&'a str>,
    pub(crate) via_url: Option<bool>,
}

/// The statement of a grant, members in Lambda's order. Errors: a principal of no known form.
fn statement(grant: &Grant<'_>) -> Result<Value, ApiError> {
    let mut out = Map::new();
    let mut put = |name: &str, value: Value| out.insert(name.to_owned(), value);
    put("Sid", grant.sid.into());
    put("Effect", "Allow".into());
    put("Principal", principal(grant.principal, grant.partition)?);
    put("Action", grant.action.into());
    put("Resource", grant.resource.into());
    let conditions = conditions(&grant.conditions);
    if !conditions.is_empty() {
        put("Condition", conditions.into());
    }
    Ok(out.into())
}

/// Who is let in. Whether there is such a user or role is not asked, since roles of other accounts cannot be known.
fn principal(text: &str, partition: &str) -> Result<Value, ApiError> {
    if text == "*" {
        return Ok("*".into());
    }
    if text.len() == 12 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Ok(json!({ "AWS": format!("arn:{partition}:iam::{text}:root") }));
    }
    if is_identity(text) {
        return Ok(json!({ "AWS": text }));
    }
    if is_service(text) {
        return Ok(json!({ "Service": text }));
    }
    Err(invalid("The provided principal was invalid. Please check the principal and try again."))
}

/// `arn:<partition>:iam::<account>:root`, a user, a role, or a session of either.
fn is_identity(text: &str) -> bool {
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next().unwrap_or_default();
    let (arn, partition, service, region, account, resource) =
        (next(), next(), next(), next(), next(), next());
    let digits = account.len() == 12 && account.bytes().all(|b| b.is_ascii_digit());
    let named =
        |kinds: &[&str]| kinds.iter().any(|kind| resource.strip_prefix(kind).is_some_and(|n| !n.is_empty()));
    let who = match service {
        "iam" if account == "cloudfront" => named(&["user/"]),
        "iam" => digits && (resource == "root" || named(&["user/", "role/"])),
        "sts" => digits && named(&["assumed-role/", "federated-user/"]),
        _ => false,
    };
    arn == "arn" && partition.starts_with("aws") && region.is_empty() && who
}

fn is_service(text: &str) -> bool {
    let fits = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.' || b == b'_';
    let name = SERVICE_SUFFIXES.iter().find_map(|suffix| text.strip_suffix(suffix));
    name.is_some_and(|name| name.starts_with(|c: char| c.is_ascii_alphanumeric()) && name.bytes().all(fits))
}

fn conditions(given: &Conditions<'_>) -> Map<String, Value> {
    let mut equals = Map::new();
    for (key, value) in [
        ("lambda:FunctionUrlAuthType", given.url_auth_type),
        ("aws:PrincipalOrgID", given.organization),
        ("AWS:SourceAccount", given.source_account),
        ("lambda:EventSourceToken", given.event_source_token),
    ] {
        if let Some(value) = value {
            equals.insert(key.to_owned(), value.into());
        }
    }
    let mut out = Map::new();
    if !equals.is_empty() {
        out.insert("StringEquals".to_owned(), equals.into());
    }
    if let Some(via_url) = given.via_url {
        out.insert("Bool".to_owned(), json!({ "lambda:InvokedViaFunctionUrl": via_url.to_string() }));
    }
    if let Some(arn) = given.source_arn {
        out.insert("ArnLike".to_owned(), json!({ "AWS:SourceArn": arn }));
    }
    out
}

/// A policy document, members in the order in which they came.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Document {
    /// All but the statements, which stand where their place is kept by null.
    frame: Map<String, Value>,
    statements: Vec<Value>,
}

const STATEMENT: &str = "Statement";

impl Document {
    /// The document that Lambda begins with.
    pub(crate) fn new() -> Self {
        let mut frame = Map::new();
        frame.insert("Version".to_owned(), "2012-10-17".into());
        frame.insert("Id".to_owned(), "default".into());
        frame.insert(STATEMENT.to_owned(), Value::Null);
        Self { frame, statements: Vec::new() }
    }

    /// A document that was kept by this service.
    pub(crate) fn kept(text: &str) -> Result<Self, ApiError> {
        Self::read(text).map_err(|reason| {
            tracing::error!(reason, "a stored policy cannot be read");
            ApiError::internal()
        })
    }

    /// Takes a document apart; the error is what is wrong with it. Statements are not looked into.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let parsed: Value = serde_json::from_str(text).map_err(|e| format!("it is no JSON: {e}"))?;
        let Value::Object(mut frame) = parsed else { return Err("it is no JSON object".to_owned()) };
        let statements = match frame.get_mut(STATEMENT).map(Value::take) {
            Some(Value::Array(statements)) => statements,
            Some(single @ Value::Object(_)) => vec![single],
            Some(_) => return Err("Statement is neither an object nor a list".to_owned()),
            None => return Err("it has no Statement".to_owned()),
        };
        Ok(Self { frame, statements })
    }

    /// The members beside the statements, without them.
    pub(crate) fn frame(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.frame.iter().filter(|(name, _)| *name != STATEMENT)
    }

    pub(crate) fn statements(&self) -> &[Value] {
        &self.statements
    }

    /// Adds the statement of a grant and returns it. Errors: one of its id is there already; no such principal; the
    /// whole is too long.
    pub(crate) fn add(&mut self, grant: &Grant<'_>) -> Result<Value, ApiError> {
        let sid = grant.sid;
        if self.find(sid).is_some() {
            return Err(conflict(format!(
                "The statement id ({sid}) provided already exists. Please provide a new statement id, or remove the \
                 existing statement."
            )));
        }
        let statement = statement(grant)?;
        self.statements.push(statement.clone());
        check_length(self.text().len())?;
        Ok(statement)
    }

    /// Removes a statement. Errors: there is none of this id.
    pub(crate) fn remove(&mut self, sid: &str) -> Result<(), ApiError> {
        let missing = || not_found(format!("Statement {sid} is not found in resource policy."));
        let at = self.find(sid).ok_or_else(missing)?;
        self.statements.remove(at);
        Ok(())
    }

    fn find(&self, sid: &str) -> Option<usize> {
        self.statements.iter().position(|statement| statement["Sid"] == sid)
    }

    /// The document without spaces.
    pub(crate) fn text(&self) -> String {
        let mut whole = self.frame.clone();
        whole.insert(STATEMENT.to_owned(), self.statements.clone().into());
        Value::Object(whole).to_string()
    }
}

/// Errors: a document of more than [`MAX_POLICY`] bytes.
pub(crate) fn check_length(bytes: usize) -> Result<(), ApiError> {
    if bytes <= MAX_POLICY {
        return Ok(());
    }
    let message = format!("The final policy size ({bytes}) is bigger than the limit ({MAX_POLICY}).");
    Err(ApiError::new(400, "PolicyLengthExceededException", message))
}

#[cfg(test)]
mod tests;
