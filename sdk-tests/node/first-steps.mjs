// What a new user writes first with the JavaScript SDK.
import {
  AttachRolePolicyCommand,
  CreateAccessKeyCommand,
  CreateRoleCommand,
  CreateUserCommand,
  GetUserCommand,
  IAMClient,
  ListAttachedRolePoliciesCommand,
  NoSuchEntityException,
} from "@aws-sdk/client-iam";
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";

const settings = {
  endpoint: process.env.AWSIM_ENDPOINT ?? "http://localhost:4566",
  region: "us-east-1",
  credentials: { accessKeyId: "test", secretAccessKey: "test" },
};
const iam = new IAMClient(settings);
const sts = new STSClient(settings);

await iam.send(new CreateUserCommand({ UserName: "alice" }));
const { AccessKey } = await iam.send(new CreateAccessKeyCommand({ UserName: "alice" }));

const trust = {
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
};
const { Role } = await iam.send(
  new CreateRoleCommand({
    RoleName: "lambda-execution-role",
    Description: "Runs the functions of the example",
    AssumeRolePolicyDocument: JSON.stringify(trust),
  }),
);
await iam.send(
  new AttachRolePolicyCommand({
    RoleName: "lambda-execution-role",
    PolicyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  }),
);
const { AttachedPolicies } = await iam.send(
  new ListAttachedRolePoliciesCommand({ RoleName: "lambda-execution-role" }),
);

const { Account } = await sts.send(new GetCallerIdentityCommand({}));
const { Credentials } = await sts.send(
  new AssumeRoleCommand({ RoleArn: Role.Arn, RoleSessionName: "example", DurationSeconds: 3600 }),
);

let missing = "";
try {
  await iam.send(new GetUserCommand({ UserName: "nobody" }));
} catch (error) {
  missing = error instanceof NoSuchEntityException ? error.name : `unexpected ${error}`;
}

console.log(
  JSON.stringify({
    account: Account,
    accessKeyId: AccessKey.AccessKeyId,
    attached: AttachedPolicies.map((policy) => policy.PolicyName),
    temporaryKeyId: Credentials.AccessKeyId,
    missing,
  }),
);
