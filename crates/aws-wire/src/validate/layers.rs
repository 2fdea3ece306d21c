//! What a layer says that it is compatible with. AWS judges these members by sets and in words that are not the
//! model's, runtimes before instruction sets (recorded answers).

use super::render::{Place, enum_set};
use super::{Checker, Object};
use crate::model::{Kind, Member, ServiceModel};
use domain::runtime::SUPPORTED;
use serde_json::Value;

/// All runtimes that AWS has ever had for layers, and some that it will, in the order of its errors.
const RUNTIMES: [&str; 56] = [
    "ruby3.5",
    "ruby2.6",
    "dotnetcore1.0",
    "python3.7",
    "nodejs8.10",
    "nasa",
    "ruby2.7",
    "python2.7-greengrass",
    "dotnetcore2.0",
    "python3.8",
    "java21",
    "dotnet6",
    "dotnetcore2.1",
    "python3.9",
    "java11",
    "nodejs6.10",
    "provided",
    "dotnetcore3.1",
    "dotnet8",
    "java25",
    "java17",
    "nodejs",
    "nodejs4.3",
    "java8.al2",
    "go1.x",
    "dotnet10",
    "nodejs20.x",
    "go1.9",
    "byol",
    "nodejs10.x",
    "provided.al2023",
    "nodejs22.x",
    "python3.10",
    "java8",
    "nodejs12.x",
    "python3.11",
    "nodejs24.x",
    "nodejs8.x",
    "python3.12",
    "nodejs14.x",
    "nodejs8.9",
    "nodejs26.x",
    "python3.13",
    "python3.14",
    "nodejs16.x",
    "python3.15",
    "provided.al2",
    "nodejs4.3-edge",
    "nodejs18.x",
    "ruby3.2",
    "python3.4",
    "ruby3.3",
    "ruby3.4",
    "ruby2.5",
    "python3.6",
    "python2.7",
];
const ARCHITECTURES: [&str; 2] = ["x86_64", "arm64"];
/// In the order in which their violations are told.
const JUDGED: [&str; 4] =
    ["CompatibleRuntimes", "CompatibleRuntime", "CompatibleArchitectures", "CompatibleArchitecture"];

/// Whether a member is judged here.
pub(super) fn judges(model: &ServiceModel, member: &Member) -> bool {
    model.signing_name == "lambda" && JUDGED.contains(&member.name)
}

/// Checks those members.
pub(super) fn check(checker: &mut Checker<'_>, members: &[Member], given: &Object<String, Value>) {
    let model = checker.model;
    for name in JUDGED {
        let Some(member) = members.iter().find(|member| member.name == name && judges(model, member)) else {
            continue;
        };
        let Some(value) = given.get(name).filter(|value| !value.is_null()) else { continue };
        let place = Place::Member(&Place::ROOT, member.name);
        if let (Kind::List(list), Value::Array(items)) = (&model.shape(member.shape).kind, value) {
            checker.length(member.shape, list.length, items.len(), value, &place);
        }
        let within = |set: &[&str]| match value {
            Value::Array(items) => {
                items.iter().all(|item| item.as_str().is_some_and(|text| set.contains(&text)))
            }
            single => single.as_str().is_some_and(|text| set.contains(&text)),
        };
        let (fits, constraint) = match name {
            "CompatibleRuntimes" => (within(&RUNTIMES), enum_set(&SUPPORTED)),
            "CompatibleRuntime" => (within(&RUNTIMES), enum_set(&RUNTIMES)),
            "CompatibleArchitecture" => (within(&ARCHITECTURES), enum_set(&ARCHITECTURES)),
            _ => {
                let set = enum_set(&ARCHITECTURES);
                (within(&ARCHITECTURES), format!("Member must satisfy constraint: [{set}]"))
            }
        };
        if !fits {
            checker.violation(member.shape, value, &place, &constraint);
        }
    }
}
