// Services that run elsewhere with the JavaScript SDK: what an administrator does, and what somebody without permissions is
// told.
import assert from "node:assert/strict";
import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  CreateAliasCommand,
  CreateGrantCommand,
  CreateKeyCommand,
  DecryptCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
  ListGrantsCommand,
} from "@aws-sdk/client-kms";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  GetFunctionCommand,
  LambdaClient,
  ListFunctionsCommand,
  PublishVersionCommand,
} from "@aws-sdk/client-lambda";
import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  PublishBatchCommand,
  PublishCommand,
  SNSClient,
  SubscribeCommand,
} from "@aws-sdk/client-sns";
import {
  CreateQueueCommand,
  DeleteMessageCommand,
  DeleteQueueCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from "@aws-sdk/client-sqs";

const settings = { endpoint: process.env.AWSIM_ENDPOINT, region: "us-east-1" };
const { POWERLESS_ID: accessKeyId, POWERLESS_SECRET: secretAccessKey } = process.env;

// What the administrator's client does, and somebody else may not.
function clients(Client) {
  const administrator = new Client({ ...settings, credentials: { accessKeyId: "test", secretAccessKey: "test" } });
  const powerless = new Client({ ...settings, credentials: { accessKeyId, secretAccessKey } });
  const denied = async (command, name = "AccessDeniedException") =>
    assert.rejects(powerless.send(command), (error) => {
      assert.equal(error.name, name, `${command.constructor.name}: ${error}`);
      assert.match(error.message, /is not authorized to perform/);
      return true;
    });
  return [(command) => administrator.send(command), denied];
}

async function dynamodb() {
  const [send, denied] = clients(DynamoDBClient);
  const TableName = "notes";
  const own = (id) => ({ id: { S: id } });
  await send(new CreateTableCommand({
    TableName,
    BillingMode: "PAY_PER_REQUEST",
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  }));
  await send(new PutItemCommand({ TableName, Item: own("a") }));
  await send(new BatchWriteItemCommand({ RequestItems: { notes: [{ PutRequest: { Item: own("b") } }] } }));
  await send(new TransactWriteItemsCommand({ TransactItems: [{ Put: { TableName, Item: own("c") } }] }));
  const query = new QueryCommand({
    TableName,
    KeyConditionExpression: "id = :id",
    ExpressionAttributeValues: { ":id": { S: "c" } },
  });
  assert.equal((await send(query)).Count, 1);
  await denied(query);
  await denied(new PutItemCommand({ TableName, Item: own("d") }));
  await send(new DeleteTableCommand({ TableName }));
}

async function kms() {
  const [send, denied] = clients(KMSClient);
  const { KeyMetadata: { KeyId } } = await send(new CreateKeyCommand({}));
  await send(new CreateAliasCommand({ AliasName: "alias/javascript", TargetKeyId: KeyId }));
  const EncryptionContext = { purpose: "test" };
  const encrypt = new EncryptCommand({ KeyId: "alias/javascript", Plaintext: Buffer.from("hello"), EncryptionContext });
  const { CiphertextBlob } = await send(encrypt);
  const decrypt = new DecryptCommand({ KeyId, CiphertextBlob, EncryptionContext });
  assert.equal(Buffer.from((await send(decrypt)).Plaintext).toString(), "hello");
  assert.equal((await send(new GenerateDataKeyCommand({ KeyId, KeySpec: "AES_256" }))).Plaintext.length, 32);
  const GranteePrincipal = "arn:aws:iam::000000000000:user/other";
  await send(new CreateGrantCommand({ KeyId, GranteePrincipal, Operations: ["Decrypt"] }));
  assert.equal((await send(new ListGrantsCommand({ KeyId }))).Grants.length, 1);
  await denied(encrypt);
  await denied(decrypt);
}

async function lambda() {
  const [send, denied] = clients(LambdaClient);
  const FunctionName = "hello";
  const create = new CreateFunctionCommand({
    FunctionName,
    Runtime: "nodejs22.x",
    Handler: "index.handler",
    Role: process.env.ROLE,
    Code: { ZipFile: Buffer.from(process.env.CODE, "base64") },
  });
  await denied(create);
  await send(create);
  assert.equal((await send(new GetFunctionCommand({ FunctionName }))).Configuration.FunctionName, FunctionName);
  assert.equal((await send(new PublishVersionCommand({ FunctionName }))).Version, "1");
  assert.equal((await send(new ListFunctionsCommand({}))).Functions.length, 1);
  await denied(new GetFunctionCommand({ FunctionName }));
  await send(new DeleteFunctionCommand({ FunctionName }));
}

async function secrets() {
  const [send, denied] = clients(SecretsManagerClient);
  const { ARN: SecretId } = await send(new CreateSecretCommand({ Name: "javascript", SecretString: "one" }));
  await send(new PutSecretValueCommand({ SecretId, SecretString: "two" }));
  assert.equal((await send(new GetSecretValueCommand({ SecretId: "javascript" }))).SecretString, "two");
  await denied(new GetSecretValueCommand({ SecretId }));
  await send(new DeleteSecretCommand({ SecretId, ForceDeleteWithoutRecovery: true }));
}

async function sns() {
  const [send, denied] = clients(SNSClient);
  const { TopicArn } = await send(new CreateTopicCommand({ Name: "javascript" }));
  await send(new SubscribeCommand({ TopicArn, Protocol: "email", Endpoint: "a@example.com" }));
  await send(new PublishCommand({ TopicArn, Message: "hello" }));
  const PublishBatchRequestEntries = [{ Id: "a", Message: "a" }, { Id: "b", Message: "b" }];
  assert.equal((await send(new PublishBatchCommand({ TopicArn, PublishBatchRequestEntries }))).Successful.length, 2);
  await denied(new PublishCommand({ TopicArn, Message: "hello" }), "AccessDenied");
  await send(new DeleteTopicCommand({ TopicArn }));
}

async function sqs() {
  const [send, denied] = clients(SQSClient);
  const { QueueUrl } = await send(new CreateQueueCommand({ QueueName: "javascript" }));
  await send(new SendMessageCommand({ QueueUrl, MessageBody: "hello" }));
  const Entries = [{ Id: "a", MessageBody: "a" }, { Id: "b", MessageBody: "b" }];
  assert.equal((await send(new SendMessageBatchCommand({ QueueUrl, Entries }))).Successful.length, 2);
  const { Messages } = await send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  assert.equal(Messages.length, 3);
  await send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: Messages[0].ReceiptHandle }));
  await denied(new SendMessageCommand({ QueueUrl, MessageBody: "hello" }));
  await send(new DeleteQueueCommand({ QueueUrl }));
}

for (const flow of [dynamodb, kms, lambda, secrets, sns, sqs]) await flow();
console.log("done");
