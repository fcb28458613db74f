"""Forms that others wrote: loaded, talked through to the end, and compared to ODK's own engine.

`python -m tests.forms.corpus FOLDER [--oracle DIR]` reads every .xlsx, .xls, .md and .xml below a folder. The forms
are their authors' and are not kept here; docs/forms.md says which there are and how they fared.
"""
