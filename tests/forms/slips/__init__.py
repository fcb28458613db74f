"""How often an honest figure is questioned, and how often a slip of the finger: invented khóm, report by report.

`python -m tests.forms.slips` prints the table over more khóm than a test has time for.
"""
