//! Roles of AWS's services, which nobody else changes: create, delete, and how the deletion went.

use super::IamService;
use super::items::Kept;
use super::roles::{DEFAULT_SESSION_S, describe};
use super::subject::missing;
use crate::errors::{internal, invalid_input, no_such_entity};
use crate::ids::{unique_id, uuid};
use aws_wire::generated::iam as wire;
use aws_wire::{ApiError, Input, Output, RequestContext};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{IdentityKind, IdentityName, ItemKind, Role, StoreError, Thing};

/// Where they are.
pub(super) const PATH: &str = "/aws-service-role/";
/// Managed policies of one of them at most; AWS's own quota does not bind its services.
const MAX_POLICIES: usize = 20;
/// How many deletions are remembered.
const MAX_DELETIONS: usize = 10_000;

/// Services whose roles are not called as the service is: its name before `.amazonaws.com`, what the role's name has behind
/// `AWSServiceRoleFor`, and the policy that the role has, as far as it is known (user guides of the services, "Using
/// service-linked roles").
const NAMES: &[(&str, &str, &str)] = &[
    ("access-analyzer", "AccessAnalyzer", "AccessAnalyzerServiceRolePolicy"),
    ("accountdiscovery.ssm", "AmazonSSM_AccountDiscovery", "AWSSystemsManagerAccountDiscoveryServicePolicy"),
    ("acm", "CertificateManager", "CertificateManagerServiceRolePolicy"),
    (
        "apidestinations.events",
        "AmazonEventBridgeApiDestinations",
        "AmazonEventBridgeApiDestinationsServiceRolePolicy",
    ),
    ("appmesh", "AppMesh", "AWSAppMeshServiceRolePolicy"),
    ("autoscaling", "AutoScaling", "AutoScalingServiceRolePolicy"),
    ("backup", "Backup", "AWSBackupServiceLinkedRolePolicyForBackup"),
    ("batch", "Batch", "BatchServiceRolePolicy"),
    (
        "cassandra.application-autoscaling",
        "ApplicationAutoScaling_CassandraTable",
        "AWSApplicationAutoscalingCassandraTablePolicy",
    ),
    ("channels.lex", "LexChannels", "LexChannelPolicy"),
    (
        "cks.kms",
        "KeyManagementServiceCustomKeyStores",
        "AWSKeyManagementServiceCustomKeyStoresServiceRolePolicy",
    ),
    ("cloudtrail", "CloudTrail", "CloudTrailServiceRolePolicy"),
    ("codestar-notifications", "CodeStarNotifications", "AWSCodeStarNotificationsServiceRolePolicy"),
    ("config", "Config", "AWSConfigServiceRolePolicy"),
    ("connect", "AmazonConnect", "AmazonConnectServiceLinkedRolePolicy"),
    ("dax", "DAX", "DAXServiceRolePolicy"),
    ("delivery.logs", "LogDelivery", "AWSLogDeliveryServiceRolePolicy"),
    (
        "dynamodb.application-autoscaling",
        "ApplicationAutoScaling_DynamoDBTable",
        "AWSApplicationAutoscalingDynamoDBTablePolicy",
    ),
    (
        "ec2.application-autoscaling",
        "ApplicationAutoScaling_EC2SpotFleetRequest",
        "AWSApplicationAutoscalingEC2SpotFleetRequestPolicy",
    ),
    ("ec2scheduled", "EC2ScheduledInstances", "AWSEC2ScheduledInstancesServiceRolePolicy"),
    ("ecs", "ECS", "AmazonECSServiceRolePolicy"),
    (
        "ecs.application-autoscaling",
        "ApplicationAutoScaling_ECSService",
        "AWSApplicationAutoscalingECSServicePolicy",
    ),
    ("eks", "AmazonEKS", "AmazonEKSServiceRolePolicy"),
    ("eks-fargate", "AmazonEKSForFargate", "AmazonEKSForFargateServiceRolePolicy"),
    ("eks-nodegroup", "AmazonEKSNodegroup", "AWSServiceRoleForAmazonEKSNodegroup"),
    ("elasticache", "ElastiCache", "ElastiCacheServiceRolePolicy"),
    ("elasticbeanstalk", "ElasticBeanstalk", "AWSElasticBeanstalkServiceRolePolicy"),
    ("elasticfilesystem", "AmazonElasticFileSystem", "AmazonElasticFileSystemServiceRolePolicy"),
    ("elasticloadbalancing", "ElasticLoadBalancing", "AWSElasticLoadBalancingServiceRolePolicy"),
    ("elasticmapreduce", "EMRCleanup", "AmazonEMRCleanupPolicy"),
    ("email.cognito-idp", "AmazonCognitoIdpEmailService", "AmazonCognitoIdpEmailServiceRolePolicy"),
    ("emr-containers", "AmazonEMRContainers", "AmazonEMRContainersServiceRolePolicy"),
    ("es", "AmazonElasticsearchService", "AmazonElasticsearchServiceRolePolicy"),
    ("events", "CloudWatchEvents", "CloudWatchEventsServiceRolePolicy"),
    ("fsx", "AmazonFSx", "AmazonFSxServiceRolePolicy"),
    ("globalaccelerator", "GlobalAccelerator", "AWSGlobalAcceleratorSLRPolicy"),
    ("guardduty", "AmazonGuardDuty", "AmazonGuardDutyServiceRolePolicy"),
    ("imagebuilder", "ImageBuilder", "AWSServiceRoleForImageBuilder"),
    ("inspector", "AmazonInspector", "AmazonInspectorServiceRolePolicy"),
    ("inspector2", "AmazonInspector2", "AmazonInspector2ServiceRolePolicy"),
    ("kafka", "Kafka", "KafkaServiceRolePolicy"),
    (
        "lambda.application-autoscaling",
        "ApplicationAutoScaling_LambdaConcurrency",
        "AWSApplicationAutoscalingLambdaConcurrencyPolicy",
    ),
    ("lex", "LexBots", "AmazonLexBotPolicy"),
    ("lexv2", "LexV2Bots", "AmazonLexV2BotPolicy"),
    ("macie", "AmazonMacie", "AmazonMacieServiceRolePolicy"),
    ("memorydb", "MemoryDB", "MemoryDBServiceRolePolicy"),
    ("mq", "AmazonMQ", "AmazonMQServiceRolePolicy"),
    (
        "mrk.kms",
        "KeyManagementServiceMultiRegionKeys",
        "AWSKeyManagementServiceMultiRegionKeysServiceRolePolicy",
    ),
    ("networkmanager", "NetworkManager", "AWSNetworkManagerServiceRolePolicy"),
    ("opensearchservice", "AmazonOpenSearchService", "AmazonOpenSearchServiceRolePolicy"),
    ("ops.apigateway", "APIGateway", "APIGatewayServiceRolePolicy"),
    ("organizations", "Organizations", "AWSOrganizationsServiceTrustPolicy"),
    ("ram", "ResourceAccessManager", "AWSResourceAccessManagerServiceRolePolicy"),
    ("rds", "RDS", "AmazonRDSServiceRolePolicy"),
    (
        "rds.application-autoscaling",
        "ApplicationAutoScaling_RDSCluster",
        "AWSApplicationAutoscalingRDSClusterPolicy",
    ),
    ("redshift", "Redshift", "AmazonRedshiftServiceLinkedRolePolicy"),
    ("replicator.lambda", "LambdaReplicator", "AWSLambdaReplicator"),
    (
        "sagemaker.application-autoscaling",
        "ApplicationAutoScaling_SageMakerEndpoint",
        "AWSApplicationAutoscalingSageMakerEndpointPolicy",
    ),
    ("securityhub", "SecurityHub", "AWSSecurityHubServiceRolePolicy"),
    ("servicequotas", "ServiceQuotas", "ServiceQuotasServiceRolePolicy"),
    ("spot", "EC2Spot", "AWSEC2SpotServiceRolePolicy"),
    ("spotfleet", "EC2SpotFleet", "AWSEC2SpotFleetServiceRolePolicy"),
    ("ssm", "AmazonSSM", "AmazonSSMServiceRolePolicy"),
    ("sso", "SSO", "AWSSSOServiceRolePolicy"),
    ("support", "Support", "AWSSupportServiceRolePolicy"),
    ("transitgateway", "VPCTransitGateway", "AWSVPCTransitGatewayServiceRolePolicy"),
    ("trustedadvisor", "TrustedAdvisor", "AWSTrustedAdvisorServiceRolePolicy"),
    ("wafv2", "WAFV2Logging", "WAFV2LoggingServiceRolePolicy"),
    ("xray", "XRay", "AWSXrayServiceRolePolicy"),
];

/// Those of [`NAMES`] of which an account may have several (same source).
const WITH_SUFFIX: [&str; 4] = ["autoscaling", "connect", "lexv2", "custom-resource.application-autoscaling"];

/// Errors: the role is a service's. One that is not there is the operation's to report.
pub(super) async fn check(service: &IamService, who: &IdentityName) -> Result<(), ApiError> {
    if who.kind != IdentityKind::Role {
        return Ok(());
    }
    let role = service.store.role(&who.account, &who.name).await.map_err(|error| internal(&error))?;
    match role.is_some_and(|role| role.path.starts_with(PATH)) {
        true => Err(ApiError::new(
            400,
            "UnmodifiableEntity",
            format!(
                "Cannot perform the operation on the protected role '{}' - this role is only modifiable by AWS",
                who.name
            ),
        )),
        false => Ok(()),
    }
}

/// What a service's role is called behind `AWSServiceRoleFor`, and its policy if that is known.
fn name_of(service: &str) -> (String, Option<&'static str>) {
    if let Ok(at) = NAMES.binary_search_by(|(name, ..)| (*name).cmp(service)) {
        let (_, name, policy) = NAMES[at];
        return (name.to_owned(), Some(policy));
    }
    // Services have their own spelling: elsewhere each part begins with a capital.
    let title = |part: &str| {
        let mut letters = part.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().chain(letters).collect::<String>())
            .unwrap_or_default()
    };
    (service.split(['.', '-']).rev().map(title).collect(), None)
}

pub(super) async fn create(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let request: wire::CreateServiceLinkedRoleRequest = input.parse()?;
    let principal = request.aws_service_name;
    let Some(first) = principal.strip_suffix(".amazonaws.com").filter(|name| !name.is_empty()) else {
        return Err(invalid_input(format!("Service {principal} is not a valid service principal.")));
    };
    let (base, policy) = name_of(first);
    let may_have_suffix = policy.is_none() || WITH_SUFFIX.contains(&first);
    if request.custom_suffix.is_some() && !may_have_suffix {
        return Err(invalid_input(format!("Custom suffix is not allowed for {principal}")));
    }
    let suffix = request.custom_suffix.map(|suffix| format!("_{suffix}")).unwrap_or_default();
    let document = serde_json::json!({
        "Version": "2012-10-17",
        "Statement": [{ "Action": ["sts:AssumeRole"], "Effect": "Allow", "Principal": { "Service": [principal] } }],
    });
    let role = Role {
        account: context.caller.account.clone(),
        partition: context.scope.region.partition().to_owned(),
        path: format!("{PATH}{principal}/"),
        name: format!("AWSServiceRoleFor{base}{suffix}"),
        id: unique_id::<17>("AROA").map_err(|_| ApiError::internal())?,
        assume_role_document: document.to_string(),
        description: request.description,
        max_session_s: DEFAULT_SESSION_S,
        created: context.now,
        boundary: None,
        tags: BTreeMap::new(),
    };
    let created = service.store.create_role(role.clone()).await;
    created.map_err(|error| match error {
        StoreError::AlreadyExists(_) => invalid_input(format!(
            "Service role name {} has been taken in this account, please try a different suffix.",
            role.name
        )),
        error => internal(&error),
    })?;
    if let Some(policy) = policy {
        let arn = format!("arn:{}:iam::aws:policy{PATH}{policy}", role.partition);
        let who = IdentityName::role(&role.account, &role.name);
        let attached = service.store.attach_policy(&who, &arn, MAX_POLICIES).await;
        attached.map_err(|error| internal(&error))?;
    }
    // As CreateRole answers.
    let answer = wire::Role { max_session_duration: None, description: None, ..describe(&role) };
    Output::of(&wire::CreateServiceLinkedRoleResponse { role: Some(answer) })
}

/// A deletion that was asked for. It has succeeded: no service here uses such roles.
#[derive(Serialize, Deserialize)]
struct Deletion {}

pub(super) async fn delete(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::DeleteServiceLinkedRoleRequest { role_name } = input.parse()?;
    let who = IdentityName::role(&context.caller.account, &role_name);
    let role = service.store.role(&who.account, &who.name).await.map_err(|error| internal(&error))?;
    let role = role.filter(|role| role.path.starts_with(PATH)).ok_or_else(|| missing(&who))?;
    let attached = service.store.attached_policies(&who, None, MAX_POLICIES).await;
    for arn in attached.map_err(|error| internal(&error))?.items {
        match service.store.detach_policy(&who, &arn).await {
            Ok(()) | Err(StoreError::NotFound(Thing::Policy)) => {}
            Err(error) => return Err(internal(&error)),
        }
    }
    match service.store.delete_identity(&who).await {
        Ok(()) => {}
        Err(StoreError::NotFound(_)) => return Err(missing(&who)),
        Err(error) => return Err(internal(&error)),
    }
    let uuid = uuid().map_err(|_| ApiError::internal())?;
    let task = format!("task{}{}/{uuid}", role.path, role.name);
    let kept = Kept::new(context, ItemKind::RoleDeletion, task.clone(), Deletion {});
    // That the list is full is no reason to fail: the role is gone.
    match kept.create(service, MAX_DELETIONS).await {
        Ok(()) | Err(StoreError::LimitExceeded(_)) => {}
        Err(error) => return Err(internal(&error)),
    }
    Output::of(&wire::DeleteServiceLinkedRoleResponse { deletion_task_id: task })
}

pub(super) async fn deletion_status(
    service: &IamService,
    context: &RequestContext,
    input: Input,
) -> Result<Output, ApiError> {
    let wire::GetServiceLinkedRoleDeletionStatusRequest { deletion_task_id: id } = input.parse()?;
    let account = &context.caller.account;
    let found = Kept::<Deletion>::find(&*service.store, account, ItemKind::RoleDeletion, &id).await?;
    found.ok_or_else(|| no_such_entity(format!("Deletion task {id} cannot be found.")))?;
    Output::of(&wire::GetServiceLinkedRoleDeletionStatusResponse {
        status: "SUCCEEDED".to_owned(),
        ..Default::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert!(NAMES.is_sorted_by(|(a, ..), (b, ..)| a < b));
        for (service, expected) in [
            ("ecs", "ECS"),
            ("replicator.lambda", "LambdaReplicator"),
            ("es", "AmazonElasticsearchService"),
            ("some-thing.else", "ElseThingSome"),
            ("", ""),
        ] {
            assert_eq!(name_of(service).0, expected, "{service}");
        }
    }
}
