"""The program `codec`, which reads requests and writes answers as AWSim does."""

import json
import os
import subprocess


class Codec:
    """A running `codec`; the variable AWSIM_CODEC says where the program is."""

    def __init__(self):
        self._process = subprocess.Popen(
            [os.environ["AWSIM_CODEC"]],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def close(self):
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()

    def enumerations(self, service):
        """The values of the service's enumerations, which AWS answers even where its model says otherwise."""
        return self._ask(service, "query", "enumerations")["enumerations"]

    def read(self, service, protocol, request):
        """Reads a prepared request of botocore's."""
        task = {
            "request": {
                "method": request.method,
                "uri": request.url,
                "headers": [[name, _text(value)] for name, value in request.headers.items()],
                "body": _text(request.body or b""),
            }
        }
        return self._ask(service, protocol, task)

    def write_output(self, service, protocol, operation, value, accepts_json=False):
        """Writes the output of an operation; gives a response for botocore's parsers."""
        task = {"output": {"operation": operation, "accepts_json": accepts_json, "value": value}}
        return _response(self._ask(service, protocol, task))

    def write_error(self, service, protocol, code, status, message, accepts_json=False):
        """Writes an error; gives a response for botocore's parsers."""
        task = {
            "error": {
                "code": code,
                "status": status,
                "sender": status < 500,
                "message": message,
                "accepts_json": accepts_json,
            }
        }
        return _response(self._ask(service, protocol, task))

    def _ask(self, service, protocol, task):
        question = {"service": service, "protocol": protocol, "task": task}
        try:
            self._process.stdin.write(json.dumps(question) + "\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            pass
        line = self._process.stdout.readline()
        if not line:
            raise AssertionError(f"codec ended (see above) on the question {question}")
        answer = json.loads(line)
        if "impossible" in answer:
            raise AssertionError(f"{answer['impossible']}: {question}")
        return answer


def _text(value):
    return value.decode("utf-8") if isinstance(value, bytes) else value


def _response(answer):
    response = answer["response"]
    return {
        "status_code": response["status"],
        "headers": {name.lower(): value for name, value in response["headers"]},
        "body": response["body"].encode("utf-8"),
    }
