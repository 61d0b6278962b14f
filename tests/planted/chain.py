"""The chain from claim to source: one fact under several claims."""

from drafter.facts.values import Unknown
from planted import Planted, put

INFERRED = {"kind": "inference", "from": ["vendor-contract"]}
PLEADED = {"kind": "pleading", "document": "complaint in Osgood v. Larkspur Messaging, Inc."}
DEFECTS = [
    Planted(
        "CHN-001",
        "de",
        (),
        "All 3 claims hang on one inferred fact: LinkedIn disclosed the contents",
        "allegations.messages-disclosed",
    ),
    Planted(
        "CHN-001",
        "reyes",
        (put("allegations.nightly-copies.source", INFERRED),),
        "inferred from ¶ 16",
        "allegations.nightly-copies",
    ),
    Planted(
        "CHN-001",
        "reyes",
        (
            put(
                "allegations.nightly-copies.basis",
                {"kind": "information-and-belief", "because": "the transfers are recorded by Larkspur alone"},
            ),
        ),
        "2 of 4 claims",
    ),
    Planted(
        "CHN-002",
        "reyes",
        (put("allegations.nightly-copies.source", {"kind": "confidential-witness", "who": "CW-1"}),),
        "whom no lawyer named",
        "allegations.nightly-copies.source.interviewed_by",
    ),
    Planted(
        "CHN-002",
        "reyes",
        (put("allegations.nightly-copies.source.interviewed_by", "Otto Brand, an investigator"),),
        "who is not among counsel",
    ),
    Planted(
        "CHN-003",
        "reyes",
        (put("claims.contract.elements.causation", {"not_pleaded": "it follows from the breach"}),),
        "“causation” is left out: it follows from the breach",
        "claims.contract.elements.causation.not_pleaded",
    ),
    Planted(
        "CHN-004",
        "de",
        (),
        "These rest on press reports: the First Claim for Relief: ",
        "claims.sca.elements.ecs-to-public",
    ),
    Planted(
        "CHN-004",
        "reyes",
        (put("allegations.nightly-copies.source", PLEADED),),
        "another’s pleading: Count II: ",
    ),
    Planted("FORM-019", "de", (), "date its registration was checked (defendants.linkedin.checked)"),
    Planted(
        "FORM-019",
        "reyes",
        (put("defendants.larkspur.kind", Unknown("is it a corporation?")),),
        "as if it were “corporation”",
        "defendants.larkspur.kind",
    ),
    Planted(
        "FORM-019",
        "reyes",
        (put("plaintiffs.reyes.experience.injuries", Unknown("what it cost her")),),
        "what it cost her",
    ),
    Planted(
        "FORM-020",
        "reyes",
        (put("agreements.plus-terms.clauses", [{"kind": "forum", "answer": "It names this court."}]),),
        "why it does not bar the claim",
    ),
    Planted(
        "CLM-001",
        "reyes",
        (
            put("allegations.vendor-contract.text", "[[what the contract with Tallgrass says]]"),
            put("allegations.nightly-copies.text", "[[what was copied]]."),
        ),
        "what it says is not known",
    ),
    Planted(
        "CLM-001",
        "reyes",
        (put("allegations.nightly-copies.source", {"kind": "document", "document": Unknown("which paper")}),),
        "¶ 17: its source is not known",
    ),
]
INNOCENT = [
    Planted(
        "CHN-002",
        "reyes",
        (
            put(
                "allegations.nightly-copies.source",
                {"kind": "confidential-witness", "who": "CW-1", "interviewed_by": "Ruth Hallam"},
            ),
        ),
    ),
    Planted(
        "CHN-004",
        "reyes",
        (
            put(
                "allegations.nightly-copies.further_sources",
                [{"kind": "press", "document": "the Bay Courier, July 2, 2025"}],
            ),
        ),
    ),
    Planted("FORM-020", "mireles", (put("allegations.intake.note", "ask again"),), "note"),
    Planted("FORM-019", "mireles", (put("plaintiffs.mireles.citizenship", Unknown("State")),)),
    Planted("CHN-001", "reyes", ()),
    Planted(
        "CHN-001",
        "reyes",
        (put("allegations.nightly-copies.source", {"kind": "document", "document": "transfer log"}),),
    ),
]
