"""What the commands do: one module for each group of them, imported when it is run. Only they and the
interview speak to a person.
"""
