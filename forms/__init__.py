"""The form language: XLSForm in, questions and answers out; pure, without clock or I/O.

Where to find what; docs/forms.md says how it works.

From an author's file to a form that runs
  `xlsform`, `conversion`: convert it; `files`, `lint`: refuse what no chat can ask; `findings`: say so, with the cure
  `sheets`, `rows`, `source`: the sheets as they were written, and the row from which something came
  `inlining`, `media`: tables, pictures and sounds that lie in files beside it
  `xform`: reads the XForm that comes of it; `question`, `template`, `tree`: what that is made of
  `references`, `graph`: what depends on what; `xpath`: the language of conditions and calculations
  `library`: the forms that come with khombot; `differences`: what a new version changes
One filling
  `filling`: all that one can do, and where to begin reading; `prompt`: the words that it speaks with the conversation
  `state`, `keys`: what is remembered between two turns; `beginning`, `supplied`: what it begins with and is given
  `instance`, `growing`, `entries`: the data with all that follows from it; `repeating`: one row more or less
  `checks`, `keeping`, `consequences`, `stops`: an answer is tried and kept, and where the conversation stops next
  `moving`: a draft goes on with another version; `answered`: the way back from what was sent
A question and its answer
  `questions`: one file per type; `values`: Vietnamese as people type it; `answers`: how an answer was read
  `asking`, `shortcuts`, `rendering`: the question as it is put; `showing`, `labels`, `review`: answers as they are read
  `choices`, `offered`, `listing`: which choices there are, and the few of a long list that are shown
  `not_allowed`: why a question takes no "chưa rõ"; `entrusting`: what is left to the ward to answer
Several answers, and figures that are unusual
  `several`, `together`, `naming`: read from one message, taken at once, told apart by a few words
  `suspicion`: what is unusual; `usual`, `history`, `size`: beside earlier figures and the unit's size
  `change`: how a figure differs from the last period's; `alongside`: what was sent already of the same moment
Other tools
  `interchange`: forms and answers as files of the ODK world; `trace`: what is true of every question, step by step
"""
