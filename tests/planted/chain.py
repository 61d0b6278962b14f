"""The chain from claim to source: one fact under several claims."""

from planted import Planted, put

INFERRED = {"kind": "inference", "from": ["vendor-contract"]}
DEFECTS = [
    Planted("CHN-001", "de", (), "All 3 claims hang on one inferred fact: LinkedIn disclosed the contents", "allegations.messages-disclosed"),
    Planted("CHN-001", "reyes", (put("allegations.nightly-copies.source", INFERRED),), "inferred from vendor-contract", "allegations.nightly-copies"),
    Planted(
        "CHN-001", "reyes",
        (put("allegations.nightly-copies.basis", {"kind": "information-and-belief", "because": "the transfers are recorded by Larkspur alone"}),),
        "2 of 4 claims",
    ),
]  # fmt: skip
INNOCENT = [
    Planted("CHN-001", "reyes", ()),
    Planted("CHN-001", "reyes", (put("allegations.nightly-copies.source", {"kind": "document", "document": "transfer log"}),)),
]
