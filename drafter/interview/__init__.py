"""The interview: a fact sheet by answering questions at the terminal."""
