"""drafter: class-action complaints in Word, from a fact sheet in which every element is tied to a fact and
every fact to a source.
"""

__version__ = "0.2.0"
