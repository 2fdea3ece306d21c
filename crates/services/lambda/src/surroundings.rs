//! What is around a function: its network, its file systems, its snapshots. Kept and echoed, without an effect: see
//! COMPATIBILITY.md. Pure.

use crate::errors::invalid;
use aws_wire::ApiError;
use aws_wire::generated::lambda as wire;
use domain::function::{FileSystemConfig, VpcConfig};
use domain::{FunctionConfig, Scope, Sha256};
use sha2::Digest;

/// `SnapStart.ApplyOn` where it is on.
const PUBLISHED: &str = "PublishedVersions";
/// Hexadecimal digits of a VPC's id.
const VPC_DIGITS: usize = 17;

/// Replaces the network. Subnets and security groups come together; both empty take it away. The words are those of
/// reports of AWS's errors.
pub(crate) fn set_vpc(config: &mut FunctionConfig, given: wire::VpcConfig) -> Result<(), ApiError> {
    let vpc = VpcConfig {
        subnet_ids: given.subnet_ids.unwrap_or_default(),
        security_group_ids: given.security_group_ids.unwrap_or_default(),
        ipv6_allowed: given.ipv6_allowed_for_dual_stack.unwrap_or(false),
    };
    if vpc.subnet_ids.is_empty() != vpc.security_group_ids.is_empty() {
        return Err(invalid("SubnetIds and SecurityIds must coexist or be both empty list."));
    }
    let had_one = config.vpc.as_ref().is_some_and(|vpc| !vpc.subnet_ids.is_empty());
    if let Some(file_system) = config.file_systems.first().filter(|_| had_one && vpc.subnet_ids.is_empty()) {
        let arn = &file_system.arn;
        return Err(invalid(format!(
            "Function VPC configuration cannot be removed with access point {arn} referenced."
        )));
    }
    config.vpc = Some(vpc);
    Ok(())
}

/// Replaces the file systems.
pub(crate) fn set_file_systems(config: &mut FunctionConfig, given: Vec<wire::FileSystemConfig>) {
    let kept = given.into_iter().map(|f| FileSystemConfig {
        arn: f.arn,
        local_mount_path: f.local_mount_path,
        direct_s3_read: f.s3_files_config.and_then(|s3| s3.direct_s3_read),
    });
    config.file_systems = kept.collect();
}

/// What must fit together, once all is set.
pub(crate) fn check(config: &FunctionConfig) -> Result<(), ApiError> {
    let networked = config.vpc.as_ref().is_some_and(|vpc| !vpc.subnet_ids.is_empty());
    if let Some(file_system) = config.file_systems.first().filter(|_| !networked) {
        let arn = &file_system.arn;
        return Err(invalid(format!(
            "Function must be configured to execute in a VPC to reference access point {arn}."
        )));
    }
    let runtime = config.runtime.as_deref().unwrap_or_default();
    if config.snap_start == PUBLISHED && !has_snapshots(runtime) {
        return Err(invalid(format!("{runtime} is not supported for SnapStart enabled functions.")));
    }
    Ok(())
}

/// Runtimes that SnapStart is for (developer guide, "Improving startup performance with Lambda SnapStart"): Java 11,
/// Python 3.12 and .NET 8, and what is newer of each.
fn has_snapshots(runtime: &str) -> bool {
    let number =
        |text: &str| text.split(|c: char| !c.is_ascii_digit()).next().and_then(|n| n.parse::<u32>().ok());
    let at_least = |family: &str, first: u32| {
        runtime.strip_prefix(family).and_then(number).is_some_and(|version| version >= first)
    };
    at_least("java", 11) || at_least("python3.", 12) || at_least("dotnet", 8)
}

/// `VpcConfig` of an answer.
pub(crate) fn describe_vpc(config: &FunctionConfig) -> Option<wire::VpcConfigResponse> {
    let vpc = config.vpc.as_ref()?;
    let id = if vpc.subnet_ids.is_empty() { String::new() } else { vpc_id(&config.scope) };
    Some(wire::VpcConfigResponse {
        subnet_ids: Some(vpc.subnet_ids.clone()),
        security_group_ids: Some(vpc.security_group_ids.clone()),
        vpc_id: Some(id),
        ipv6_allowed_for_dual_stack: Some(vpc.ipv6_allowed),
    })
}

/// The VPC that all subnets of an account and a region are in, since nobody here knows better: a digest of both.
fn vpc_id(scope: &Scope) -> String {
    let whose = format!("{}/{}", scope.account, scope.region);
    let digest = Sha256(sha2::Sha256::digest(whose.as_bytes()).into()).hex();
    format!("vpc-{}", &digest[..VPC_DIGITS])
}

/// `FileSystemConfigs` of an answer; absent where there are none.
pub(crate) fn describe_file_systems(config: &FunctionConfig) -> Option<Vec<wire::FileSystemConfig>> {
    let all = config.file_systems.iter().map(|f| wire::FileSystemConfig {
        arn: f.arn.clone(),
        local_mount_path: f.local_mount_path.clone(),
        s3_files_config: f
            .direct_s3_read
            .clone()
            .map(|direct| wire::S3FilesConfig { direct_s3_read: Some(direct) }),
    });
    Some(all.collect::<Vec<_>>()).filter(|all| !all.is_empty())
}

/// `SnapStart` of an answer. On AWS only a published version has snapshots, so `$LATEST` never says `On`.
pub(crate) fn describe_snap_start(config: &FunctionConfig) -> wire::SnapStartResponse {
    let on = config.snap_start == PUBLISHED && config.version != domain::Version::Latest;
    wire::SnapStartResponse {
        apply_on: Some(config.snap_start.clone()),
        optimization_status: Some(if on { "On" } else { "Off" }.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runtimes_with_snapshots() {
        for (runtime, has) in [
            ("java11", true),
            ("java25", true),
            ("java8.al2", false),
            ("python3.12", true),
            ("python3.14", true),
            ("python3.11", false),
            ("python3.9", false),
            ("dotnet8", true),
            ("dotnet10", true),
            ("dotnet6", false),
            ("nodejs24.x", false),
            ("ruby3.4", false),
            ("provided.al2023", false),
            ("", false),
        ] {
            assert_eq!(has_snapshots(runtime), has, "{runtime}");
        }
    }
}
