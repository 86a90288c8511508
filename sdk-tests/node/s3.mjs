// Amazon S3 with the JavaScript SDK: what an administrator does, and what somebody without permissions is told.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import {
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
  S3Client,
  UploadPartCommand,
} from "@aws-sdk/client-s3";

const settings = { endpoint: process.env.AWSIM_ENDPOINT, region: "us-east-1" };
const s3 = new S3Client({ ...settings, credentials: { accessKeyId: "test", secretAccessKey: "test" } });
const Bucket = "javascript-bucket";
const text = async (Key) => (await s3.send(new GetObjectCommand({ Bucket, Key }))).Body.transformToString();

await s3.send(new CreateBucketCommand({ Bucket }));
await s3.send(new PutObjectCommand({ Bucket, Key: "text", Body: "hello" }));
assert.equal(await text("text"), "hello");

// A body of which nobody knows the end is sent in chunks, with its checksum behind it.
const Body = Readable.from([Buffer.alloc(70_000, "a"), Buffer.alloc(70_000, "b")]);
const stream = { Bucket, Key: "stream", Body, ContentLength: 140_000, ChecksumAlgorithm: "SHA256" };
await s3.send(new PutObjectCommand(stream));
assert.equal((await s3.send(new HeadObjectCommand({ Bucket, Key: "stream" }))).ContentLength, 140_000);
assert.equal((await text("stream")).length, 140_000);
const whole = Buffer.concat([Buffer.alloc(70_000, "a"), Buffer.alloc(70_000, "b")]);
const { ChecksumSHA256 } = await s3.send(new HeadObjectCommand({ Bucket, Key: "stream", ChecksumMode: "ENABLED" }));
assert.equal(ChecksumSHA256, createHash("sha256").update(whole).digest("base64"));

const Key = "parts/ä b+c";
const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
const Parts = [];
for (const [PartNumber, size] of [[1, 5 << 20], [2, 10]]) {
  const part = new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body: Buffer.alloc(size, "p") });
  Parts.push({ PartNumber, ETag: (await s3.send(part)).ETag });
}
await s3.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
assert.equal((await s3.send(new HeadObjectCommand({ Bucket, Key }))).ContentLength, (5 << 20) + 10);
const CopySource = `${Bucket}/${encodeURIComponent(Key)}`;
await s3.send(new CopyObjectCommand({ Bucket, Key: "copy", CopySource }));
const Tagging = { TagSet: [{ Key: "team", Value: "blue" }] };
await s3.send(new PutObjectTaggingCommand({ Bucket, Key: "copy", Tagging }));
const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
assert.deepEqual(Contents.map((found) => found.Key).sort(), ["copy", Key, "stream", "text"]);

const { POWERLESS_ID: accessKeyId, POWERLESS_SECRET: secretAccessKey } = process.env;
const powerless = new S3Client({ ...settings, credentials: { accessKeyId, secretAccessKey } });
for (const command of [
  new GetObjectCommand({ Bucket, Key: "text" }),
  new PutObjectCommand({ Bucket, Key: "text", Body: "x" }),
  new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: "text" }] } }),
]) {
  await assert.rejects(powerless.send(command), (error) => error.name === "AccessDenied");
}

await s3.send(new DeleteObjectCommand({ Bucket, Key }));
const Objects = ["copy", "stream", "text"].map((key) => ({ Key: key }));
await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
await s3.send(new DeleteBucketCommand({ Bucket }));
console.log("done");
