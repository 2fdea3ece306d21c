//! Writes `crates/aws-wire/src/generated/` from `models/`: tables of every operation and shape, and typed structures
//! for the operations that are built.
//!
//! Never here: anything that depends on the machine or the day. The same models give the same bytes, which is what
//! `--check` relies on.

mod model;
mod types;

use model::{
    Object, bound, enum_values, error_trait, flag, location, members, object, pattern, real_bound,
    references, required, roots, target, target_of,
};
use serde_json::Value;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Services, and the operations of each that get typed structures. The others are in the tables all the same.
const SERVICES: &[(&str, &[&str])] = &[
    (
        "lambda",
        &[
            "AddLayerVersionPermission",
            "AddPermission",
            "CreateAlias",
            "CreateCodeSigningConfig",
            "CreateEventSourceMapping",
            "CreateFunction",
            "CreateFunctionUrlConfig",
            "DeleteAlias",
            "DeleteCodeSigningConfig",
            "DeleteEventSourceMapping",
            "DeleteFunction",
            "DeleteFunctionCodeSigningConfig",
            "DeleteFunctionConcurrency",
            "DeleteFunctionEventInvokeConfig",
            "DeleteFunctionUrlConfig",
            "DeleteLayerVersion",
            "DeleteProvisionedConcurrencyConfig",
            "DeleteResourcePolicy",
            "GetAccountSettings",
            "GetAlias",
            "GetCodeSigningConfig",
            "GetEventSourceMapping",
            "GetFunction",
            "GetFunctionCodeSigningConfig",
            "GetFunctionConcurrency",
            "GetFunctionConfiguration",
            "GetFunctionEventInvokeConfig",
            "GetFunctionRecursionConfig",
            "GetFunctionUrlConfig",
            "GetLayerVersion",
            "GetLayerVersionByArn",
            "GetLayerVersionPolicy",
            "GetPolicy",
            "GetProvisionedConcurrencyConfig",
            "GetResourcePolicy",
            "GetRuntimeManagementConfig",
            "Invoke",
            "InvokeAsync",
            "InvokeWithResponseStream",
            "ListAliases",
            "ListCodeSigningConfigs",
            "ListEventSourceMappings",
            "ListFunctionEventInvokeConfigs",
            "ListFunctionUrlConfigs",
            "ListFunctions",
            "ListFunctionsByCodeSigningConfig",
            "ListLayerVersions",
            "ListLayers",
            "ListProvisionedConcurrencyConfigs",
            "ListTags",
            "ListVersionsByFunction",
            "PublishLayerVersion",
            "PublishVersion",
            "PutFunctionCodeSigningConfig",
            "PutFunctionConcurrency",
            "PutFunctionEventInvokeConfig",
            "PutFunctionRecursionConfig",
            "PutProvisionedConcurrencyConfig",
            "PutResourcePolicy",
            "PutRuntimeManagementConfig",
            "RemoveLayerVersionPermission",
            "RemovePermission",
            "TagResource",
            "UntagResource",
            "UpdateAlias",
            "UpdateCodeSigningConfig",
            "UpdateEventSourceMapping",
            "UpdateFunctionCode",
            "UpdateFunctionConfiguration",
            "UpdateFunctionEventInvokeConfig",
            "UpdateFunctionUrlConfig",
        ],
    ),
    (
        "logs",
        &[
            "CreateLogGroup",
            "CreateLogStream",
            "DeleteLogGroup",
            "DeleteLogStream",
            "DeleteMetricFilter",
            "DeleteQueryDefinition",
            "DeleteResourcePolicy",
            "DeleteRetentionPolicy",
            "DeleteSubscriptionFilter",
            "DescribeLogGroups",
            "DescribeLogStreams",
            "DescribeMetricFilters",
            "DescribeQueries",
            "DescribeQueryDefinitions",
            "DescribeResourcePolicies",
            "DescribeSubscriptionFilters",
            "FilterLogEvents",
            "GetLogEvents",
            "GetLogGroupFields",
            "GetLogRecord",
            "GetQueryResults",
            "ListLogGroups",
            "ListLogGroupsForQuery",
            "ListTagsForResource",
            "ListTagsLogGroup",
            "PutLogEvents",
            "PutLogGroupDeletionProtection",
            "PutMetricFilter",
            "PutQueryDefinition",
            "PutResourcePolicy",
            "PutRetentionPolicy",
            "PutSubscriptionFilter",
            "StartLiveTail",
            "StartQuery",
            "StopQuery",
            "TagLogGroup",
            "TagResource",
            "TestMetricFilter",
            "UntagLogGroup",
            "UntagResource",
        ],
    ),
    (
        "sts",
        &[
            "AssumeRole",
            "AssumeRoleWithWebIdentity",
            "DecodeAuthorizationMessage",
            "GetAccessKeyInfo",
            "GetCallerIdentity",
            "GetFederationToken",
            "GetSessionToken",
        ],
    ),
    (
        "iam",
        &[
            "AttachRolePolicy",
            "CreateRole",
            "DeleteRole",
            "DeleteRolePolicy",
            "DetachRolePolicy",
            "GetRole",
            "GetRolePolicy",
            "GetUser",
            "ListAttachedRolePolicies",
            "ListRolePolicies",
            "ListRoles",
            "PutRolePolicy",
            "CreatePolicy",
            "CreatePolicyVersion",
            "DeletePolicy",
            "DeletePolicyVersion",
            "GetPolicy",
            "GetPolicyVersion",
            "ListEntitiesForPolicy",
            "ListPolicies",
            "ListPolicyVersions",
            "SetDefaultPolicyVersion",
            "SimulateCustomPolicy",
            "GetContextKeysForCustomPolicy",
            "SimulatePrincipalPolicy",
            "GetContextKeysForPrincipalPolicy",
            "CreateUser",
            "ListUsers",
            "UpdateUser",
            "DeleteUser",
            "TagUser",
            "UntagUser",
            "ListUserTags",
            "CreateAccessKey",
            "ListAccessKeys",
            "UpdateAccessKey",
            "DeleteAccessKey",
            "GetAccessKeyLastUsed",
            "CreateGroup",
            "GetGroup",
            "ListGroups",
            "UpdateGroup",
            "DeleteGroup",
            "AddUserToGroup",
            "RemoveUserFromGroup",
            "ListGroupsForUser",
            "PutUserPolicy",
            "GetUserPolicy",
            "DeleteUserPolicy",
            "ListUserPolicies",
            "PutGroupPolicy",
            "GetGroupPolicy",
            "DeleteGroupPolicy",
            "ListGroupPolicies",
            "AttachUserPolicy",
            "DetachUserPolicy",
            "ListAttachedUserPolicies",
            "AttachGroupPolicy",
            "DetachGroupPolicy",
            "ListAttachedGroupPolicies",
            "PutUserPermissionsBoundary",
            "DeleteUserPermissionsBoundary",
            "PutRolePermissionsBoundary",
            "DeleteRolePermissionsBoundary",
            "UpdateRole",
            "UpdateRoleDescription",
            "UpdateAssumeRolePolicy",
            "TagRole",
            "UntagRole",
            "ListRoleTags",
            "CreateServiceLinkedRole",
            "TagPolicy",
            "UntagPolicy",
            "ListPolicyTags",
            "CreateInstanceProfile",
            "GetInstanceProfile",
            "ListInstanceProfiles",
            "ListInstanceProfilesForRole",
            "DeleteInstanceProfile",
            "AddRoleToInstanceProfile",
            "RemoveRoleFromInstanceProfile",
            "TagInstanceProfile",
            "UntagInstanceProfile",
            "ListInstanceProfileTags",
            "CreateOpenIDConnectProvider",
            "GetOpenIDConnectProvider",
            "ListOpenIDConnectProviders",
            "DeleteOpenIDConnectProvider",
            "UpdateOpenIDConnectProviderThumbprint",
            "AddClientIDToOpenIDConnectProvider",
            "RemoveClientIDFromOpenIDConnectProvider",
            "TagOpenIDConnectProvider",
            "UntagOpenIDConnectProvider",
            "ListOpenIDConnectProviderTags",
            "GetAccountSummary",
            "GetAccountAuthorizationDetails",
            "CreateAccountAlias",
            "DeleteAccountAlias",
            "ListAccountAliases",
            "ListMFADevices",
            "ListVirtualMFADevices",
            "GetLoginProfile",
            "DeleteLoginProfile",
            "ListSSHPublicKeys",
            "ListSigningCertificates",
            "ListServiceSpecificCredentials",
            "ChangePassword",
            "CreateLoginProfile",
            "UpdateLoginProfile",
            "GetAccountPasswordPolicy",
            "UpdateAccountPasswordPolicy",
            "DeleteAccountPasswordPolicy",
            "DeleteServiceLinkedRole",
            "GetServiceLinkedRoleDeletionStatus",
            "CreateVirtualMFADevice",
            "EnableMFADevice",
            "DeactivateMFADevice",
            "ResyncMFADevice",
            "DeleteVirtualMFADevice",
            "GetMFADevice",
            "ListMFADeviceTags",
            "TagMFADevice",
            "UntagMFADevice",
            "CreateSAMLProvider",
            "GetSAMLProvider",
            "UpdateSAMLProvider",
            "DeleteSAMLProvider",
            "ListSAMLProviders",
            "ListSAMLProviderTags",
            "TagSAMLProvider",
            "UntagSAMLProvider",
            "UploadServerCertificate",
            "GetServerCertificate",
            "ListServerCertificates",
            "UpdateServerCertificate",
            "DeleteServerCertificate",
            "ListServerCertificateTags",
            "TagServerCertificate",
            "UntagServerCertificate",
            "CreateServiceSpecificCredential",
            "UpdateServiceSpecificCredential",
            "ResetServiceSpecificCredential",
            "DeleteServiceSpecificCredential",
            "UploadSSHPublicKey",
            "GetSSHPublicKey",
            "UpdateSSHPublicKey",
            "DeleteSSHPublicKey",
            "UploadSigningCertificate",
            "UpdateSigningCertificate",
            "DeleteSigningCertificate",
            "GenerateCredentialReport",
            "GetCredentialReport",
        ],
    ),
    (
        "cloudwatch",
        &[
            "DeleteAlarms",
            "DeleteDashboards",
            "DescribeAlarmHistory",
            "DescribeAlarms",
            "DescribeAlarmsForMetric",
            "DisableAlarmActions",
            "EnableAlarmActions",
            "GetDashboard",
            "GetMetricData",
            "GetMetricStatistics",
            "ListDashboards",
            "ListMetrics",
            "ListTagsForResource",
            "PutCompositeAlarm",
            "PutDashboard",
            "PutMetricAlarm",
            "PutMetricData",
            "SetAlarmState",
            "TagResource",
            "UntagResource",
        ],
    ),
    (
        "xray",
        &[
            "BatchGetTraces",
            "CreateGroup",
            "CreateSamplingRule",
            "DeleteGroup",
            "DeleteSamplingRule",
            "GetEncryptionConfig",
            "GetGroup",
            "GetGroups",
            "GetSamplingRules",
            "GetSamplingStatisticSummaries",
            "GetSamplingTargets",
            "GetServiceGraph",
            "GetTimeSeriesServiceStatistics",
            "GetTraceGraph",
            "GetTraceSummaries",
            "ListTagsForResource",
            "PutEncryptionConfig",
            "PutTelemetryRecords",
            "PutTraceSegments",
            "TagResource",
            "UntagResource",
            "UpdateGroup",
            "UpdateSamplingRule",
        ],
    ),
];

/// Lists whose items AWS lets be null: its recorded errors leave "Member must not be null" out for these.
const SPARSE: &[&str] = &["SubnetIds", "SecurityGroupIds"];

/// Writes the generated files, or with `check` only compares them. Called by `cargo xtask generate [--check]`.
pub(crate) fn generate(check: bool) -> Result<(), String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask has no parent folder")?;
    let target = root.join("crates/aws-wire/src/generated");
    let mut drifted = Vec::new();
    let mut ledger = Vec::new();
    for (service, built) in SERVICES {
        let model = read_model(&root.join("models").join(format!("{service}.json")))?;
        let siblings = root.join("models").join(format!("{service}-siblings.json"));
        let siblings = if siblings.is_file() { read_model(&siblings)? } else { Value::Null };
        let text = Service::new(service, &model, built)?.write(&siblings)?;
        ledger.push((*service, crate::ledger::read(root, service, &model, built)));
        let file = target.join(format!("{service}.rs"));
        if check {
            let current = std::fs::read_to_string(&file).unwrap_or_default();
            if current != text {
                drifted.push(format!("crates/aws-wire/src/generated/{service}.rs"));
            }
        } else {
            std::fs::write(&file, text).map_err(|e| format!("{}: {e}", file.display()))?;
        }
    }
    // The tables are written first, so that a step of the ledger can be taken before it is shown.
    let ledger =
        ledger.into_iter().map(|(service, read)| Ok((service, read?))).collect::<Result<Vec<_>, String>>()?;
    crate::compatibility::update(root, &ledger, check)?;
    if drifted.is_empty() {
        return Ok(());
    }
    Err(format!("not what models/ give: {}; run `cargo xtask generate`", drifted.join(", ")))
}

fn read_model(path: &PathBuf) -> Result<Value, String> {
    let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
    serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))
}

/// One service on its way from model to Rust.
struct Service<'a> {
    name: &'a str,
    metadata: &'a Object,
    operations: BTreeMap<&'a str, &'a Object>,
    shapes: &'a Object,
    built: BTreeSet<&'a str>,
    /// Shapes that operations reach, by name; the index is the shape's id.
    index: BTreeMap<&'a str, usize>,
    /// All patterns of those shapes, sorted; each is in the tables once.
    patterns: Vec<Cow<'a, str>>,
}

impl<'a> Service<'a> {
    fn new(name: &'a str, model: &'a Value, built: &[&'a str]) -> Result<Self, String> {
        let part = |key: &str| object(model, key).ok_or_else(|| format!("{name}: the model has no {key}"));
        let operations: BTreeMap<_, _> =
            part("operations")?.iter().filter_map(|(k, v)| Some((k.as_str(), v.as_object()?))).collect();
        if let Some(unknown) = built.iter().find(|b| !operations.contains_key(*b)) {
            return Err(format!("{name}: the model has no operation {unknown}"));
        }
        let mut service = Self {
            name,
            metadata: part("metadata")?,
            operations,
            shapes: part("shapes")?,
            built: built.iter().copied().collect(),
            index: BTreeMap::new(),
            patterns: Vec::new(),
        };
        let roots: Vec<&str> = service.operations.values().flat_map(|o| roots(o)).collect();
        let reached = service.reach(roots)?;
        service.patterns =
            reached.iter().filter_map(|n| pattern(n, service.shapes[*n].as_object()?)).collect();
        service.patterns.sort_unstable();
        service.patterns.dedup();
        service.index = reached.into_iter().enumerate().map(|(i, n)| (n, i)).collect();
        Ok(service)
    }

    fn shape(&self, name: &str) -> Result<&'a Object, String> {
        let shape = self.shapes.get(name).and_then(Value::as_object);
        shape.ok_or_else(|| format!("{}: the model has no shape {name}", self.name))
    }

    fn reach(&self, mut open: Vec<&'a str>) -> Result<BTreeSet<&'a str>, String> {
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if reached.insert(name) {
                open.extend(references(self.shape(name)?));
            }
        }
        Ok(reached)
    }

    fn id(&self, name: &str) -> Result<String, String> {
        let index = self.index.get(name).ok_or_else(|| format!("{}: {name} has no index", self.name))?;
        Ok(format!("ShapeId({index})"))
    }

    fn write(&self, siblings: &Value) -> Result<String, String> {
        let mut out = String::from("// Written by `cargo xtask generate`. Do not edit.\n\n");
        out.push_str("use crate::model::*;\nuse serde::{Deserialize, Serialize};\n\n");
        self.write_model(&mut out)?;
        self.write_operations(&mut out)?;
        self.write_siblings(siblings, &mut out)?;
        self.write_patterns(&mut out);
        self.write_shapes(&mut out)?;
        self.write_types(&mut out)?;
        Ok(out)
    }

    fn write_model(&self, out: &mut String) -> Result<(), String> {
        let meta = |key: &str| self.metadata.get(key).and_then(Value::as_str).unwrap_or_default();
        let protocol = match meta("protocol") {
            "rest-json" => "RestJson",
            "json" if meta("jsonVersion") == "1.1" => "Json11",
            "query" => "Query",
            "smithy-rpc-v2-cbor" => "Cbor",
            other => return Err(format!("{}: protocol {other} is not supported", self.name)),
        };
        let others: &[&str] = match protocol {
            // What clients of before speak (`protocols` of the model).
            "Cbor" => &["Json10", "Query"],
            _ => &[],
        };
        put(out, format_args!("/// {}.", meta("serviceFullName")));
        self.write_dialect(out, "pub static MODEL", protocol, others);
        for other in others {
            self.write_dialect(out, &format!("static {}", other.to_uppercase()), other, &[]);
        }
        Ok(())
    }

    fn write_dialect(&self, out: &mut String, what: &str, protocol: &str, dialects: &[&str]) {
        let meta = |key: &str| self.metadata.get(key).and_then(Value::as_str).unwrap_or_default();
        // Most services sign by the name that their model has here.
        let signing_name = if self.name == "cloudwatch" { meta("endpointPrefix") } else { self.name };
        put(out, format_args!("{what}: ServiceModel = ServiceModel {{"));
        put(out, format_args!("    signing_name: {signing_name:?},"));
        for (field, key) in [
            ("service_id", "serviceId"),
            ("api_version", "apiVersion"),
            ("target_prefix", "targetPrefix"),
            ("xml_namespace", "xmlNamespace"),
        ] {
            put(out, format_args!("    {field}: {:?},", meta(key)));
        }
        put(out, format_args!("    protocol: Protocol::{protocol},"));
        let dialects: Vec<_> = dialects.iter().map(|other| format!("&{}", other.to_uppercase())).collect();
        put(out, format_args!("    dialects: &[{}],", dialects.join(", ")));
        put(
            out,
            format_args!(
                "    operations: &OPERATIONS,\n    shapes: &SHAPES,\n    siblings: &SIBLINGS,\n}};\n"
            ),
        );
    }

    fn write_operations(&self, out: &mut String) -> Result<(), String> {
        put(out, format_args!("static OPERATIONS: [Operation; {}] = [", self.operations.len()));
        for (name, operation) in &self.operations {
            let http = operation.get("http").and_then(Value::as_object).ok_or("an operation has no http")?;
            let text = |key: &str| http.get(key).and_then(Value::as_str).unwrap_or_default();
            let status = http.get("responseCode").and_then(Value::as_u64).unwrap_or(200);
            let side = |key: &str| match target(operation.get(key)) {
                Some(shape) => Ok::<_, String>(format!("Some({})", self.id(shape)?)),
                None => Ok("None".to_owned()),
            };
            let wrapper =
                operation.get("output").and_then(|o| o["resultWrapper"].as_str()).unwrap_or_default();
            let errors = operation.get("errors").and_then(Value::as_array).cloned().unwrap_or_default();
            let mut errors: Vec<_> = errors.iter().filter_map(|e| e["shape"].as_str()).collect();
            errors.sort_unstable();
            let errors: Vec<_> = errors.into_iter().map(|e| self.id(e)).collect::<Result<_, _>>()?;
            put(
                out,
                format_args!(
                    "    Operation {{ name: {name:?}, method: {:?}, uri: {:?}, status: {status}, input: {}, \
                     output: {}, result_wrapper: {wrapper:?}, errors: &[{}], built: {} }},",
                    text("method"),
                    text("requestUri"),
                    side("input")?,
                    side("output")?,
                    errors.join(", "),
                    self.built.contains(name),
                ),
            );
        }
        out.push_str("];\n\n");
        Ok(())
    }

    /// Operations of other models, without those that have a method and path of this one's.
    fn write_siblings(&self, siblings: &Value, out: &mut String) -> Result<(), String> {
        let shape = |method: &str, uri: &str| {
            let parts = uri.trim_matches('/').split('/');
            let parts: Vec<_> = parts.map(|p| if p.starts_with('{') { "{}" } else { p }).collect();
            format!("{method} {}", parts.join("/"))
        };
        let http = |o: &&Object| {
            Some(shape(o.get("http")?["method"].as_str()?, o.get("http")?["requestUri"].as_str()?))
        };
        let mut known: BTreeSet<String> = self.operations.values().filter_map(http).collect();
        let mut lines = Vec::new();
        for (service, operations) in siblings.as_object().into_iter().flatten() {
            for (name, place) in operations.as_object().into_iter().flatten() {
                let (Some(method), Some(uri)) = (place[0].as_str(), place[1].as_str()) else {
                    return Err(format!("{service}: {name} has no method and path"));
                };
                if known.insert(shape(method, uri)) {
                    lines.push(format!(
                        "    Sibling {{ service: {service:?}, operation: {name:?}, method: {method:?}, uri: {uri:?} }},"
                    ));
                }
            }
        }
        put(out, format_args!("static SIBLINGS: [Sibling; {}] = [", lines.len()));
        for line in lines {
            put(out, format_args!("{line}"));
        }
        out.push_str("];\n\n");
        Ok(())
    }

    fn write_patterns(&self, out: &mut String) {
        put(out, format_args!("static PATTERNS: [Pattern; {}] = [", self.patterns.len()));
        for pattern in &self.patterns {
            put(out, format_args!("    Pattern::new({pattern:?}),"));
        }
        out.push_str("];\n\n");
    }

    fn write_shapes(&self, out: &mut String) -> Result<(), String> {
        let mut members = String::new();
        put(out, format_args!("static SHAPES: [Shape; {}] = [", self.index.len()));
        for (name, index) in &self.index {
            let shape = self.shape(name)?;
            let kind = self.kind(name, *index, shape, &mut members)?;
            let sensitive = flag(shape, "sensitive");
            let error = error_trait(name, shape);
            put(
                out,
                format_args!(
                    "    Shape {{ name: {name:?}, kind: {kind}, sensitive: {sensitive}, error: {error} }},"
                ),
            );
        }
        out.push_str("];\n\n");
        out.push_str(&members);
        Ok(())
    }

    fn kind(
        &self,
        name: &str,
        index: usize,
        shape: &'a Object,
        members: &mut String,
    ) -> Result<String, String> {
        let length = format!("Length {{ min: {}, max: {} }}", bound(shape, "min"), bound(shape, "max"));
        let limits = |real: bool| {
            let number = |key| if real { real_bound(shape, key) } else { bound(shape, key) };
            format!("{{ min: {}, max: {} }}", number("min"), number("max"))
        };
        Ok(match shape.get("type").and_then(Value::as_str).unwrap_or_default() {
            "structure" => {
                self.write_members(index, shape, members)?;
                format!("Kind::Structure(&M{index})")
            }
            "list" => {
                let item = shape.get("member").and_then(Value::as_object).ok_or("a list has no member")?;
                let item_name = item.get("locationName").and_then(Value::as_str).unwrap_or("member");
                format!(
                    "Kind::List(List {{ length: {length}, item: {}, item_name: {item_name:?}, flattened: {}, sparse: {} }})",
                    self.id(item["shape"].as_str().unwrap_or_default())?,
                    flag(shape, "flattened"),
                    SPARSE.contains(&name),
                )
            }
            "map" => {
                let side = |key| self.id(target(shape.get(key)).unwrap_or_default());
                format!(
                    "Kind::Map(Map {{ length: {length}, key: {}, value: {} }})",
                    side("key")?,
                    side("value")?
                )
            }
            "string" => {
                let pattern = match pattern(name, shape).and_then(|p| self.patterns.binary_search(&p).ok()) {
                    Some(place) => format!("Some(&PATTERNS[{place}])"),
                    None => "None".to_owned(),
                };
                let values = enum_values(name, shape);
                format!("Kind::String(Text {{ length: {length}, pattern: {pattern}, values: &{values:?} }})")
            }
            "integer" => format!("Kind::Integer(Whole {})", limits(false)),
            "long" => format!("Kind::Long(Whole {})", limits(false)),
            "float" | "double" => format!("Kind::Double(Real {})", limits(true)),
            "boolean" => "Kind::Boolean".to_owned(),
            "timestamp" => "Kind::Timestamp".to_owned(),
            "blob" => format!("Kind::Blob({length})"),
            other => return Err(format!("{}: shape {name} is of type {other}", self.name)),
        })
    }

    fn write_members(&self, index: usize, shape: &'a Object, out: &mut String) -> Result<(), String> {
        let all = members(shape);
        put(out, format_args!("static M{index}: [Member; {}] = [", all.len()));
        for (name, member) in all {
            let wire = member.get("locationName").and_then(Value::as_str).unwrap_or(name);
            let timestamp = match member.get("timestampFormat").and_then(Value::as_str) {
                None => "Usual",
                Some("unixTimestamp") => "Unix",
                Some("iso8601") => "Iso8601",
                Some("rfc822") => "Http",
                Some(other) => return Err(format!("timestamp format {other} is not supported")),
            };
            put(
                out,
                format_args!(
                    "    Member {{ name: {name:?}, wire: {wire:?}, shape: {}, location: Location::{}, required: {}, \
                     timestamp: TimestampFormat::{timestamp} }},",
                    self.id(target_of(member))?,
                    location(name, member, shape)?,
                    required(shape).contains(&name),
                ),
            );
        }
        out.push_str("];\n");
        Ok(())
    }
}

/// Appends a line. Writing to a `String` cannot fail.
fn put(out: &mut String, line: std::fmt::Arguments<'_>) {
    let _ = writeln!(out, "{line}");
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_committed_is_what_the_models_give() {
        assert_eq!(super::generate(true), Ok(()));
    }
}
