"""What is wrong with a form, in English for operators at the console; the same codes as in bot/texts/forms.py."""

from __future__ import annotations

PLACE = "sheet {sheet}, row {row}, column {column}"
PLACE_SHEET = "sheet {sheet}"
PLACE_FILE = "the file"

FINDINGS = {
    "unreadable": "cannot be read as a form ({message}). Open it in Excel and save it as .xlsx.",
    "no_survey": "has no sheet called survey: name the sheet with the questions so, with the columns type and name.",
    "xlsform": "{message}",
    "xform": "the form cannot run: {message}",
    "syntax": "{expression} is wrong at character {position}: {message} Look at its quotation marks and operators.",
    "unknown_function": "{expression} uses {function}(), which does not exist. Functions look like if(), sum().",
    "wrong_arity": "{function}() in {expression} has too many or too few arguments: {message}",
    "unknown_path": "{expression} reads {path}, which the form does not have. Write ${{name of the question}} instead.",
    "cycle": "these questions wait for one another: {steps}. Remove one of the conditions or calculations.",
    "unknown_type": "questions of type {type} cannot be asked in chat yet. Use text, integer, select_one ...",
    "duplicate_name": "two questions are called {name}. Give each its own name, also in different groups.",
    "no_label": "the question {name} has no words. Write them into the column label.",
    "no_choices": "the question {name} has no choices. Add those of its list to the sheet choices.",
    "bad_extension": "{value} cannot stand here. Use one of: {allowed}.",
}
