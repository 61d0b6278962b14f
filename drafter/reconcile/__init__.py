"""A draft that was edited in Word, taken back into its sheet: each change finds its field, or becomes an
override, or is listed with its words.
"""

from drafter.reconcile.coming_back import Returned, the_draft_of
from drafter.reconcile.proving import proposed
from drafter.reconcile.uses import uses_of

__all__ = ["Returned", "proposed", "the_draft_of", "uses_of"]
