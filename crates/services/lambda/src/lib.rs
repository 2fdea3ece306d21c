//! service-lambda
