"""Random walks through forms as ODK's own engine answered them, frozen, so that every test run compares us to it.

`python -m tests.forms.golden --oracle DIR` makes the files anew; docs/forms.md says what DIR is.
"""
