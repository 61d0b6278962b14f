"""Words of names, and words beside them: which are words of every day, which say what somebody is, and which
tell a company from a human being.
"""

from __future__ import annotations

import re

__all__ = ["EVERYDAY", "ORGANIZATION", "PARTICLES", "ROLES", "is_organization"]

EVERYDAY = frozenset(
    "will may mark grace hope faith joy page young brown black white green gray grey long short price stone"
    " rich king love bill rose dean case ward wood field fields hill lake banks bank cook baker smith miller"
    " carter mason parks park day knight bishop chance chase frank earnest art miles may june april august"
    " summer autumn dawn drew grant jack pat rob sue skip wade clay cliff dale glen heath lane reed rush sand"
    " rivers waters wells woods west north english french early best good goodman read small sharp strong"
    " wise bright light moody new newman noble power powers swift church cross marks major judge law lawyer"
    " paige pearl ruby crystal ivy violet daisy holly ash bell berry bird bond bush cannon case cash crane"
    " drake fields finch fisher fox gates gold grey hall hand head holder hunt hunter keys lamb little mills"
    " moon moore nail north parker penny pierce pool porter post potter pike ray ring root rowe self sharp"
    " shell silver spring star steel storm street summers sun thorn walker wall water weeks winter"
    " worth bob don guy kit max lot job dot peg rod val jay low van old big con dam ram hay".split()
)
"""Names that are words of every day: in small letters they are words."""
ROLES = frozenset(
    "a an the former current retired ex one two three first second third senior junior chief head lead vice"
    " deputy assistant associate acting interim anonymous unnamed confidential another other some who that"
    " which is was in on with to his her their its he she they employee employees worker staff member manager"
    " director officer president ceo cfo cto coo engineer developer analyst clerk agent representative rep"
    " specialist technician technologist scientist researcher professor doctor dr nurse physician teacher"
    " driver courier salesperson salesman saleswoman seller cashier supervisor coordinator administrator"
    " admin executive consultant contractor vendor auditor accountant bookkeeper lawyer attorney counsel"
    " paralegal investigator reporter journalist editor author customer client subscriber user patient buyer"
    " purchaser passenger tenant neighbor neighbour friend sister brother mother father parent wife husband"
    " son daughter spouse aunt uncle cousin witness expert source person man woman people plaintiff"
    " plaintiffs defendant defendants mr mrs ms miss mx inc llc ltd corp co company firm corporation"
    " department team office branch division unit software hardware data security privacy sales marketing"
    " product products project program quality human resources customer service services support account"
    " accounts call center store shop warehouse plant factory floor night shift delivery truck health care"
    " hospital clinic school bank finance financial legal compliance public relations network systems system"
    " information technology operations operation research design esq jr sr ii iii iv phd md of de la las los"
    " del da das do dos di du van von der den ter bin al el le and y e at from for by as cw fe no".split()
)
"""Words of what somebody is, not of who: “a former engineer”."""
PARTICLES = frozenset(
    "de la las los del da das do dos di du van von der den ter bin al el le and of the y e jr sr ii iii"
    " iv esq".split()
)
"""Words within a name that name nobody by themselves."""
ORGANIZATION = re.compile(
    r"(?i:\b(?:inc|llc|l\.l\.c|ltd|corp|corporation|co|company|lp|llp|pc|bank|union|university|college|school|church|center|centre|group|services|systems|partners|"
    r"analytics|labs|media|department|agency|association|foundation|trust|fund|city|county|state|district|board|quarterly|times|journal|network|international)\b)|&|\d"
)


def is_organization(name: str) -> bool:
    """Whether a name reads like that of no human being."""
    words = name.split()
    if ORGANIZATION.search(name) or len(words) > 7:
        return True
    return not (name.islower() or all(word[:1].isupper() or word.lower() in PARTICLES for word in words))
