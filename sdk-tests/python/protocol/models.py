"""botocore's models, serializers and parsers, under any protocol."""

import copy
import json
import pathlib

import botocore.awsrequest
import botocore.parsers
import botocore.serialize
import botocore.session
from botocore.model import ServiceModel

SERVICES = ["iam", "sts", "organizations", "samples"]
PROTOCOLS = ["query", "json-1.0", "json-1.1"]

_METADATA = {
    "query": {"protocol": "query", "protocols": ["query"]},
    "json-1.0": {"protocol": "json", "protocols": ["json"], "jsonVersion": "1.0"},
    "json-1.1": {"protocol": "json", "protocols": ["json"], "jsonVersion": "1.1"},
}
_loader = botocore.session.Session().get_component("data_loader")


def model(service, protocol, enumerations):
    """The model of a service, as if it spoke this protocol, with these values of enumerations."""
    description = _description(service)
    description["metadata"].setdefault("targetPrefix", "")
    description["metadata"].update(_METADATA[protocol])
    for shape, values in enumerations.items():
        description["shapes"][shape]["enum"] = values
    return ServiceModel(description, service)


def _description(service):
    if service == "samples":
        return json.loads((pathlib.Path(__file__).parent / "../../model/samples.json").read_text())
    return copy.deepcopy(_loader.load_service_model(service, "service-2"))


def request(operation, parameters):
    """The request that botocore would send."""
    name = operation.metadata["protocol"]
    serializer = botocore.serialize.create_serializer(name, include_validation=True)
    description = serializer.serialize_to_request(parameters, operation)
    botocore.awsrequest.prepare_request_dict(description, endpoint_url="http://localhost:4566")
    return botocore.awsrequest.create_request_object(description).prepare()


def parse(operation, response):
    """What botocore makes of a response."""
    parser = botocore.parsers.create_parser(operation.metadata["protocol"])
    return parser.parse(response, operation.output_shape)
