"""What may be wrong in prose: one kind a module, with the code and the weight of what it finds.

A rule that holds prose against the facts speaks up only where it is sure which fact a sentence is
about. What contradicts that fact is an error, what only repeats it a warning, and what is in doubt
is left alone. It proposes a quotation only of a fact with the same subject, group and unit.
"""
