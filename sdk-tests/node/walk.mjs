// Walks through all operations of IAM with the JavaScript SDK; see model/iam-walk.json.
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import * as sdk from "@aws-sdk/client-iam";

const { AWSIM_ENDPOINT, AWSIM_FILES, AWSIM_WALK, AWSIM_ORGANIZATION_PATH } = process.env;
const timeStep = Math.floor(Date.now() / 30_000);
const kept = { organizationPath: AWSIM_ORGANIZATION_PATH };

// The code of RFC 6238 at a time step.
function totp(seed, step) {
  const digits = [...seed].map((character) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(character));
  const bits = digits.map((digit) => digit.toString(2).padStart(5, "0")).join("");
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac("sha1", key).update(counter).digest();
  const code = (digest.readUInt32BE(digest[19] & 15) & 0x7fffffff) % 1_000_000;
  return String(code).padStart(6, "0");
}

// A value with what was kept in the place of ${…}.
function filled(value) {
  if (Array.isArray(value)) return value.map(filled);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member)]));
  }
  if (typeof value !== "string") return value;
  return value.replace(/\$\{([^}]+)\}/g, (whole, name) => {
    if (name.startsWith("file:")) return readFileSync(`${AWSIM_FILES}/${name.slice(5)}`, "utf8");
    if (/^code[+-]\d$/.test(name)) return totp(kept.seed, timeStep + Number(name.slice(4)));
    return kept[name] ?? whole;
  });
}

// What stands at a path such as Users[0].UserName.
function at(path, answer) {
  const parts = path.split(/[.[\]]/).filter((part) => part !== "");
  const found = parts.reduce((here, part) => here?.[part], answer);
  return found instanceof Uint8Array ? Buffer.from(found).toString() : found;
}

async function run(step) {
  const [accessKeyId, secretAccessKey] = filled(step.as ?? ["test", "test"]);
  const client = new sdk.IAMClient({
    endpoint: AWSIM_ENDPOINT,
    region: "us-east-1",
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
  return client.send(new sdk[`${step.call}Command`](filled(step.with ?? {})));
}

const walk = JSON.parse(readFileSync(AWSIM_WALK, "utf8"));
for (const step of walk) {
  let answer;
  try {
    answer = await run(step);
  } catch (error) {
    if (step.refused && (error.Code ?? error.name) === step.refused) continue;
    throw new Error(`${JSON.stringify(step)}: ${error}`);
  }
  if (step.refused) throw new Error(`${JSON.stringify(step)} was not refused`);
  for (const [path, expected] of Object.entries(filled(step.says ?? {}))) {
    if (at(path, answer) !== expected) throw new Error(`${JSON.stringify(step)}: ${path} is ${at(path, answer)}`);
  }
  for (const [name, path] of Object.entries(step.keep ?? {})) kept[name] = at(path, answer);
}
console.log(new Set(walk.map((step) => step.call)).size, "operations");
