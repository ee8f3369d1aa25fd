"""Validates a timeline JSON against its schema: check_schema.py FILE SCHEMA. Ends with 77 where python3-jsonschema is missing."""
import copy
import json
import sys

try:
    import jsonschema
except ImportError:
    sys.exit(77)

data, schema = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
errors = list(validator.iter_errors(data))
for error in errors[:10]:
    print("/".join(map(str, error.absolute_path)), error.message[:300])


def refused(change):
    wrong = copy.deepcopy(data)
    change(wrong)
    if not list(validator.iter_errors(wrong)):
        errors.append(change)
        print("the schema lets through:", change.__doc__)


def no_version(timeline):
    """a timeline without version"""
    del timeline["version"]


def odd_status(timeline):
    """an unknown status"""
    timeline["events"][0]["status"] = "perhaps"


def odd_date(timeline):
    """a date that is not EDTF"""
    timeline["events"][0]["date"]["edtf"] = "last week"


def no_evidence(timeline):
    """an event without evidence"""
    timeline["events"][0]["evidence"] = []


def negative(timeline):
    """a negative offset"""
    timeline["events"][0]["evidence"][0]["start"] = -1


refused(no_version)
if data["events"]:
    for change in (odd_status, odd_date, no_evidence, negative):
        refused(change)
sys.exit(1 if errors else 0)
