// A session of a role from a user's key, as the JavaScript SDK makes it by itself.
import { GetCallerIdentityCommand, STSClient } from "@aws-sdk/client-sts";
import { fromTemporaryCredentials, fromWebToken } from "@aws-sdk/credential-providers";

const settings = { endpoint: process.env.AWSIM_ENDPOINT, region: "us-east-1" };
const token = process.env.WEB_IDENTITY_TOKEN;
const role = { RoleArn: process.env.ROLE_ARN, RoleSessionName: "javascript" };
const credentials = token
  ? fromWebToken({
      webIdentityToken: token,
      roleArn: role.RoleArn,
      roleSessionName: role.RoleSessionName,
      clientConfig: settings,
    })
  : fromTemporaryCredentials({
      masterCredentials: {
        accessKeyId: process.env.USER_KEY_ID,
        secretAccessKey: process.env.USER_SECRET,
      },
      params: role,
      clientConfig: settings,
    });
const { Arn } = await new STSClient({ ...settings, credentials }).send(new GetCallerIdentityCommand({}));
console.log(Arn);
