// CommonJS: asks STS who it is, through AWS_ENDPOINT_URL and with the credentials of its environment.
const { GetCallerIdentityCommand, STSClient } = require('@aws-sdk/client-sts');

const client = new STSClient({ maxAttempts: 1 });

exports.handler = async () => {
  const { Account, Arn, UserId } = await client.send(new GetCallerIdentityCommand({}));
  return { Account, Arn, UserId, endpoint: process.env.AWS_ENDPOINT_URL, commonjs: typeof module === 'object' };
};
