"""The files of a matter: private writes, the lock, the journal, what is included, loading, provenance, the
editing session, the records of drafts.
"""
