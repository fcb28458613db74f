"""The durable turn: one person's next message in, one transaction, replies out; knows no channel and no form.

Where to find what; docs/architecture.md draws the way of one message.

From a message to its answer
  `engine`: receives, answers in one transaction, begin here; `router`: who answers; `handler`: what a menu entry is
  `turn`: what one message may read and change; `session`: where the person is; `writing`: what was said is written down
  `channel`: the contract of a channel; `photos`, `media_types`: what is kept of files
On its way out
  `outbox`, `receipts`: sent until it is through; `pushing`: to somebody who has not just spoken
  `moving`: over the person's next channel; `brake`: a vendor asked to wait; `joining`: all of a turn as one message
  `meter`, `counts`: what a vendor counts; `silence`: what happens when a month's messages have run out
What typed words mean
  `words`, `courtesy`: ways out, also with "dạ ... ạ" around them; `beginnings`: the beginning of a label
  `line_numbers`, `beyond`: a line of a list, or a number that it does not have; `arguments`: of a choice
  `codes`, `doors`: the code of an invitation, and the links that lead in
How it looks
  `cards`: a question, a doubt, a finished form; `review_cards`, `several_cards`, `changes`: lists of answers
  `entering_cards`, `entrusting_cards`, `sharing_cards`: what the ward enters for a khóm, and who has a report in hand
  `reminder_cards`, `digest_cards`, `quota_cards`, `form_cards`: reminders, the officer's morning, quotas, forms
  `naming`: how people are named; `helping`: help; `way_home`: the way back to the menu; `sample_links`: in a preview
"""
