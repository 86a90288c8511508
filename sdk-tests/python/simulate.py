"""Asks SimulateCustomPolicy: requests as JSON lines on standard input, answers as JSON lines on standard output."""

import json
import os
import sys

import boto3
from botocore.exceptions import ClientError

iam = boto3.client("iam", endpoint_url=os.environ["AWSIM_ENDPOINT"])

for line in sys.stdin:
    case = json.loads(line)
    try:
        response = iam.simulate_custom_policy(**case["request"])
        answer = {"results": response["EvaluationResults"]}
    except ClientError as error:
        answer = {"error": str(error)}
    print(json.dumps({"id": case["id"], **answer}))
