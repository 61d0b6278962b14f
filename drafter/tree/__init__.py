"""A raw tree, as a fact sheet is before it is validated: paths, shape, answers, merging, overlays,
differences. Pure: it knows neither files nor YAML.
"""
