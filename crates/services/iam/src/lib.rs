//! service-iam
