"""Every operation of the models in every protocol, both ways, judged by botocore."""

import json
import random
import unittest

from codec import Codec
from models import PROTOCOLS, SERVICES, model, parse, request
from values import Values, canonical, without_empty_flattened

SEEDS = range(5)
REQUEST_ID = "01234567-89ab-4cde-8f01-23456789abcd"


class Protocols(unittest.TestCase):
    maxDiff = 4000

    @classmethod
    def setUpClass(cls):
        cls.codec = Codec()

    @classmethod
    def tearDownClass(cls):
        cls.codec.close()

    def model(self, service, protocol):
        return model(service, protocol, self.codec.enumerations(service))

    def each_operation(self):
        for service in SERVICES:
            for protocol in PROTOCOLS:
                service_model = self.model(service, protocol)
                for name in service_model.operation_names:
                    yield service, protocol, service_model.operation_model(name)

    def test_requests(self):
        """What botocore sends is what a handler is given."""
        for service, protocol, operation in self.each_operation():
            for seed in SEEDS:
                with self.subTest(service=service, protocol=protocol, operation=operation.name, seed=seed):
                    values = Values(
                        random.Random(f"{operation.name} {seed}"),
                        whole_seconds=True,
                        no_nothing=protocol == "query",
                        control=protocol != "query",
                    )
                    shape = operation.input_shape
                    parameters = values.value(shape) if shape else {}
                    answer = self.codec.read(service, protocol, request(operation, parameters))
                    self.assertIn("input", answer, (answer, parameters))
                    self.assertEqual(answer["input"]["operation"], operation.name)
                    if protocol == "query":
                        self.assertEqual(answer["input"]["version"], operation.metadata["apiVersion"])
                    self.assertEqual(answer["input"]["value"], canonical(shape, parameters) if shape else {})

    def test_answers(self):
        """What a handler returns is what botocore makes of the answer."""
        for service, protocol, operation in self.each_operation():
            for seed in SEEDS:
                with self.subTest(service=service, protocol=protocol, operation=operation.name, seed=seed):
                    values = Values(random.Random(f"{operation.name} {seed}"), control=protocol != "query")
                    shape = operation.output_shape
                    output = values.value(shape) if shape else {}
                    if shape and protocol == "query":
                        output = without_empty_flattened(shape, output)
                    output = canonical(shape, output) if shape else {}
                    response = self.codec.write_output(service, protocol, operation.name, output)
                    self.assertEqual(response["status_code"], 200)
                    parsed = parse(operation, response)
                    self.assertEqual(parsed["ResponseMetadata"]["RequestId"], REQUEST_ID)
                    self.assertEqual(parsed["ResponseMetadata"]["HTTPStatusCode"], 200)
                    if shape:
                        self.assertEqual(canonical(shape, parsed), output)
                    else:
                        self.assertEqual(list(parsed), ["ResponseMetadata"])

    def test_answers_of_query_services_in_json(self):
        """A client that accepts JSON is given the same output in JSON."""
        for service in ("iam", "sts"):
            service_model = self.model(service, "query")
            for name in service_model.operation_names:
                with self.subTest(service=service, operation=name):
                    shape = service_model.operation_model(name).output_shape
                    output = canonical(shape, Values(random.Random(name)).value(shape)) if shape else {}
                    response = self.codec.write_output(service, "query", name, output, accepts_json=True)
                    self.assertEqual(response["headers"]["content-type"], "application/json")
                    expected = {"ResponseMetadata": {"RequestId": REQUEST_ID}}
                    if shape:
                        expected[f"{name}Result"] = output
                    self.assertEqual(json.loads(response["body"]), {f"{name}Response": expected})

    def test_errors(self):
        """Every error of the models reaches the client with its code and message."""
        message = 'Über <b>"&quot;</b> & 漢字 ]]> {"a": 1}\n\r\t.'
        for service in SERVICES:
            for protocol in PROTOCOLS:
                service_model = self.model(service, protocol)
                operation = service_model.operation_model(service_model.operation_names[0])
                for shape in service_model.error_shapes:
                    with self.subTest(service=service, protocol=protocol, error=shape.name):
                        code = shape.metadata.get("error", {}).get("code", shape.name)
                        status = shape.metadata.get("error", {}).get("httpStatusCode", 400)
                        response = self.codec.write_error(service, protocol, code, status, message)
                        self.assertEqual(response["status_code"], status)
                        parsed = parse(operation, response)
                        self.assertEqual(parsed["Error"]["Code"], code)
                        self.assertEqual(parsed["Error"]["Message"], message)
                        self.assertEqual(parsed["ResponseMetadata"]["RequestId"], REQUEST_ID)
                        if protocol == "query":
                            self.assertEqual(parsed["Error"]["Type"], "Sender" if status < 500 else "Receiver")
                        else:
                            self.assertEqual(response["headers"]["x-amzn-errortype"], code)
                            self.assertEqual(json.loads(response["body"])["__type"], code)


if __name__ == "__main__":
    unittest.main()
