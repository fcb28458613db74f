"""Use cases, each with the permission that it asks for; the only callers of storage.

Where to find what.

A khóm reports
  `filling`: start, keep each answer, send; `holding`: who may write; `versions`: going on with a newer form
  `surroundings`: what a filling knows of the world; `copies`: passing on what was sent; `trials`: only trying a form
  `carried_cases`, `carrying`: cases of earlier periods, and whether they are still so
  `entrusting`, `entering`, `confirming`: a khóm leaves an answer to the ward, the ward enters it, the khóm confirms it
The ward reads
  `figures`, `received`, `ward_cases`: who has sent, one report, all cases; `interchange`: as files for other tools
  `periods`: opening them, and what is due; `standings`: how far each khóm has come
  `reminding`, `reminder_rules`, `putting_off`: reminders, when they may come, and once more; `digesting`: the morning
The ward tells
  `announcements`, `audiences`: composing, and for whom; `praising`: good deeds
  `announcement_control`, `announcement_answers`, `announcement_proof`: steering, what recipients do, what came of it
Forms
  `forms`: those in force; `proposals`, `publishing`: a changed workbook, a new version; `form_media`: its pictures
  `tracing`: reads a form and steps for `khombot forms trace`
People
  `people`, `phones`: who they are; `channels`: where they are told things
  `inviting`, `invitations`, `joining_codes`: coming in; `posts`: who holds which, and ending one
  `installation`: setting up a ward
  `quotas`, `alarming`: what officers hear of when something runs out or is out of order
"""
