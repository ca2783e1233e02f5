# Everything a person reads, in English.

## General
program-name = Stuurgroep
program-slogan = Meeting as a chain
none = –
yes = yes
key-yes = y
no = no
unknown = unknown
add = add
ten = ten
created = { $number } is on record. Enter opens its details.
converted = { $old } is now { $new }.
removed = Removed. Press u to get it back.
undone = Taken back. Ctrl-r brings it back.
undone-step = Taken back: { $step }. Ctrl-r brings it back.
redone = There again.
redone-step = There again: { $step }.
step-record = { $kind } { $number } "{ $text }"
step-item = item { $number } "{ $text }"
step-kpi = { $number } "{ $text }"
step-gone = the removal of { $what }
step-changed = the change of { $what }
step-became = { $what }, before that { $was }
step-rows = what { $what } gave in silence
step-state = the state { $what }
step-attendance = the attendance of { $what }
step-partner = the change of partner { $what }
step-and-more = { $what } and { $count } more
step-part-meeting = the meeting
step-part-chain = the chain
step-part-identity = the name and the face
step-part-agenda = the agenda
step-part-ambition = the ambition
step-part-governance = the governance
step-part-balance = the balance
step-part-relation = the relation
step-part-successes = the stories
step-part-pulse = the pulse
step-part-shopfloor = the word from the shop floor
step-part-warnings = the warnings
step-part-closing = the closing
step-part-log = the log
steps-not-read = Undo goes back no further: { $why }
draft-offered = Draft of { $when }. { $key } empties the field.
draft-kept = Kept as a draft. The same key brings it back.
draft-unreadable = Unreadable draft: { $file }
draft-unreadable-why = This draft can't be read. The file is still there: { $file }
draft-field-gone = The field of this draft is gone. This stood in it:
draft-keep = keep it
draft-throw-away = throw it away
draft-thrown-away = Thrown away.
drafts-count = { $count ->
    [one] 1 draft
   *[other] { $count } drafts
}
drafts-there = { $drafts } of what you typed here and did not enter. Look with : drafts.
drafts-title = Drafts
drafts-explanation = What you typed and did not enter yet. Enter opens the field.
drafts-none = There are no drafts.
drafts-not-kept = Drafts and steps can't be kept now: { $why }
draft-not-kept = This could not be kept as a draft. { $asked }: { $words }
drafts-not-read = The drafts can't be read: { $why }
nothing-to-undo = There is nothing to undo.
nothing-to-redo = There is nothing to do again.
nothing-found = Nothing found. Try another word.
too-small = This window is too small. Make it at least { $columns } columns wide and { $rows } rows high.
date-unclear = I do not understand this date. Write for example 10-12-2026, friday or in 2 weeks.
date-has-passed = { $date } has passed. Was the meeting held then, and do you enter it afterwards? Add --past.
date-hint = A date: 10-12-2026, 3 March, friday, in 2 weeks, week 50. Empty takes the date out.
number-unclear = Write a whole number.
number-hint = A number.
minutes-hint = The number of minutes.
line-hint = One line of text.
several-hint = Enter puts a partner in or takes it out.
several-done = done
text-hint = Text. Alt-Enter starts a new line.
field-shown = The program works this field out by itself.
field-full =
    This field is full. { $count ->
        [one] 1 character did not fit.
       *[other] { $count } characters did not fit.
    } What was in it is still there.
field-too-long = This text is longer than { $most } characters. You change a text of that length in the file itself.
io-trouble = Reading or writing failed: { $reason }

## Header and saving
factor = factor { $number }
read-only = read-only
read-only-closed = Closed: read-only. It can be reopened through : until the report is adopted.
read-only-adopted = Read-only: this report was adopted on { $date }.
read-only-locked = Read-only: the folder is in use by { $who }.
read-only-no-permission = Read-only: you may not write in this folder.
read-only-no-room = Read-only: the disk is full. As soon as there is room you can write here again.
read-only-unclear = Read-only: { $file } can't be read and may have adopted this report. Mend that file first.
save-untouched = nothing changed yet
save-saving = recording…
save-recorded = recorded { $time }
save-failed = NOT RECORDED
save-failed-kept = Kept on this computer, not in the file yet: { $why }
save-failed-lost = Kept nowhere yet, so leave the program running: { $why }
copies-beside = { $count ->
    [one] Another version stands beside this meeting. Look at it with : other versions
   *[other] { $count } other versions stand beside this meeting. Look at them with : other versions
}
copies-sign = { $count } { $count ->
    [one] version
   *[other] versions
}
choices-sign = { $count } { $count ->
    [one] choice
   *[other] choices
}
edited-by-hand = This file was changed by hand after revision { $revision }. The change was taken over.
seal-broken = The seal does not match: this file was changed by hand after version { $revision }, or damaged.
seal-missing = This file has no seal: it was made by hand, or cut.
adopt-broken-title = Adopt all the same?
adopt-broken-no = Find out first
adopt-broken-yes = Adopt it as it is now
leave-unsaved-title = Not everything is recorded
leave-unsaved = Saving does not work yet. Until then what you put on record is on this computer.
leave-unsaved-no = Stay and try again
leave-unsaved-yes = Leave; it stays on this computer
leave-saving = The latest is still being saved; try again in a moment.
leave-elsewhere = Save elsewhere
leave-elsewhere-hint = Where do you want to save the meeting? Give a name with its folder, such as /media/usb/meeting.ron. A file that is there is not replaced.
left-rescued = The latest is not in the file of the meeting. It is kept in { $file }; next time it is offered.
left-unsaved = The latest is not in the file of the meeting, and keeping it on this computer failed too.
left-elsewhere = The meeting is also in { $file }

## Home, first run, help and signals
tile-actions = actions
tile-deferred = deferred
tile-upward = upward
tile-attendance = present
tile-temperature = relation
tile-kpi = KPI red
tile-stories = stories
tile-unknown = none
factor-ambition = Ambition
factor-measurable = Measurable
factor-governance = Governance
factor-all-for-one = All for one
factor-relation = Relation
factor-successes = Successes
factor-difference = Difference
factor-identity = Identity
home-chains = Chains
home-when = { $days ->
    [0] Today
    [1] Tomorrow
   *[other] In { $days } days
}
home-goes-on-since = This meeting is not closed yet
home-goes-on = goes on where you were
home-prepares = opens and prepares it
home-plan = stuurgroep plan --date +6w{ $dir }
home-plan-does = plans one; put your own date in it
home-none-next = No next meeting is planned yet.
home-stall = { $raised } of { $all }: { $verdict }
home-stall-unknown = Seven signals of a stall: no figures yet
home-all-signals = all signals
home-item = item { $number }
home-col-actions = actions
home-col-outcome = outcome
home-col-outcomes = with outcome
home-col-warmth = temp.
home-col-temperature = temperature
home-factors = Eight factors, pulse 1 to 5
home-no-pulse = No pulse on the factors was held yet: eight questions, one minute, in a meeting.
home-falls = Fell twice in a row: { $factors }
home-dates = Next dates
home-date-mandate = mandate of { $person } ({ $partner }) ends
home-date-cafe = ketencafé
home-date-covenant = review of the covenant
home-date-meeting = meeting { $number }
home-leave-does = closes the program
home-other-folder-does = opens another folder
home-index-unusable = The index can't be used ({ $reason }). Your meetings are still there: the index is only for searching.
home-meet = stuurgroep meet{ $dir }
home-meet-does = opens the meeting without the index
first-promise = Meet as a chain. What you record is on record.
first-looked = There are no meetings here yet:
first-language = Nederlands (voorgoed: --lang nl)
first-colours = other colours (for good: --theme dark, light or contrast)
way-sample = Look around in Kompas
way-sample-does = an example, in a copy: nothing can go wrong
way-new-chain = Begin a chain
way-new-chain-does = name, partners, ambition, first date: four questions
way-folder = Open a folder
way-folder-does = a chain that exists already, here or on a disk
cmd-way-in = do it
cmd-other-folder = other folder
cmd-language = Nederlands
cmd-colours = colours
other-folder-title = Which folder?
other-folder-hint = Type the whole name, such as /media/usb/kompas. Open now: { $folder }
other-folder-is-file = { $folder } is a file, not a folder. Open the folder that it is in.
language-chosen = English, as long as the program runs. For good: --lang en
colours-none = Colours are off (NO_COLOR).
colours-dark = Dark. For good: --theme dark
colours-light = Light. For good: --theme light
colours-contrast = High contrast. For good: --theme contrast
colours-terminal = The colours of your own terminal. For good: --theme terminal
archive-nothing =
    Nothing found for what you typed, in this register. That need be no mistake: nothing may be on record about it.
    `Tab` searches in another register
    `Esc` clears what you typed
archive-no-words =
    There is no word or number in this. Type what you look for, such as: weekend* is:open
    `Esc` clears what you typed
group-moving = Going to
hint-source = to the source
col-about = who/what
col-why = why
col-rests-on = also on
col-item = item
col-proposal = proposal
signals-here = What asks for attention here, by rank. Enter opens what it rests on.
signals-below = below the threshold: { $count ->
    [one] 1 signal
   *[other] { $count } signals
}
signals-line-opens = Enter also shows what asks for no proposal, what you set aside, and what is not so now.
signals-line-closes = Enter shows only what asks for something.
help-for = Help on { $place }
help-first = What matters here first
help-here = On this screen
help-meaning = What does this mean
help-codes = Codes
help-arrow = The arrow of the balance
help-good-to-know = Good to know
help-factor = Factor { $number }: { $name }
means-red = off course, an objection, in the way
means-amber = to be watched, a reservation, not ready yet
means-green = on course, agrees, in order
means-nothing = nothing yet, or no verdict
means-done = done, or recorded
means-running = this is where we are
means-question = a proposal, or a question to the table
means-operational = O
means-tactical = T
means-strategic = S
means-effort = where the arrow begins: the effort
means-gains = where it ends: the own benefit, above the effort
means-loses = the own benefit, below the effort
means-seen = what the others think that the benefit is
means-arrow = To the right a partner gets back more than it puts in, to the left less. The figure is the difference.
factor-told-ambition = A shared ambition connects the partners and gives direction: something that nobody can reach alone, or not as well. First set the goal and what each partner gains by it; then everyone commits to it, and says so.
factor-told-measurable = Make the ambition concrete in figures of the whole chain, so that every partner sees what it brings. The figures are there to look in between and correct the course, not to settle accounts.
factor-told-governance = The steering group consists of people on an equal level, decides on frameworks and puts them into the covenant. The rest is solved below, with knowledge and a mandate: what comes up without need holds up results.
factor-told-all-for-one = Not every partner gets back as much, and that changes in time. Ask each other regularly what the others gain by it, and rebalance when effort and benefit grow uneven.
factor-told-relation = A relationship keeps asking for attention, also when all goes well. See each other outside meetings too, and talk about what goes well and what is difficult.
factor-told-successes = Tell what was reached together, in stories that people can see before them, and also how things stand. So every partner can show at home why its time is well spent.
factor-told-difference = The organisations differ and want to stay so; that may be said. Disagree aloud, write it down, and ask afterwards whether the trust is still there.
factor-told-identity = A name, a place and a logo give the collaboration a face, for its own people and for others. Show what was really done together: it is no talking shop.

## Room view
hall-of = { $count } of { $all }
hall-more = { $count } more
hall-pause = Break
hall-pulse = pulse
hall-spread = spread { $spread }
hall-recorded = { $decisions ->
    [one] { $decisions } decision
   *[other] { $decisions } decisions
}, { $actions ->
    [one] { $actions } action
   *[other] { $actions } actions
}
hall-points = { $count } { $count ->
    [one] entry
   *[other] entries
}
hall-so-far = Recorded so far: { $recorded }.
hall-expected-end = Expected end { $time }.
hall-goes-on = We continue at
hall-goes-on-with = with
hall-meeting = meeting { $number }
hall-minutes = { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
}
hall-kpi-pace = { $needed } a month is needed, it now goes by { $pace }.
hall-ask-kpi-red = What will we do differently, and who begins?
hall-ask-kpi-amber = What does it take to get on the path?
hall-ask-kpi-green = What do we do here that we hold on to?
hall-ask-kpi-none = Who brings a value for this?
hall-agrees = agrees
hall-note = note
hall-no-objection = agrees
hall-objects = objects
hall-against = against
hall-abstains = abstains
hall-reserves = reserves
hall-absent = absent
hall-in = in
hall-busy = busy
hall-ask-decision-words = Does this say what we mean: who does what, by when?
hall-ask-action-words = Is this right: who, what and by when?
hall-ask-action = Who takes this on, and by when?
hall-ask-action-set = Can this be done by that date?
hall-ask-silence = All positions stay closed until everybody gave one. Then they open together.
hall-ask-objection = What would make it acceptable to { $partner }?
hall-ask-reserved = What does { $partner } need to lift the reservation?
hall-ask-explore = What would change your mind?
hall-ask-positions = Can everybody live with this? Who can't, and why?
hall-ask-owner = Who takes this on?
hall-ask-outcome = What is our decision?
hall-ask-decided = What will you do differently tomorrow?
hall-asks-benefit = How much does { $chain } bring your organisation?
hall-asks-others = Of the other { $count } too: an estimate. "Don't know" is fine.
hall-asks-temperature = How do the others treat you?
hall-asks-pulse = How does each factor stand?
hall-scale-benefit = from 1 (nothing) to 10 (very much)
hall-scale-temperature = from 1 (badly) to 10 (very well)
hall-scale-pulse = from 1 (weak) to 5 (strong)
hall-ask-round = All figures stay closed until the last one is in. Then they open together.
hall-ask-seen = Others see a { $seen } for { $partner }, { $partner } itself feels a { $own }. What do we not see?
hall-ask-net = { $partner } puts in more than it gets back. What can be lighter?
hall-ask-balance = Who does not recognise its own line?
hall-ask-balance-first = What does it bring you, and what does it cost you?
hall-ask-pulse = { $factor } { $mean }: where do we notice?
hall-ask-colder = What made it colder, and what do we do about that ourselves?
hall-ask-warm = What did somebody here do lately that helped you?
hall-then = Then
hall-together = Together
hall-now = Now
hall-shines = Who shines here:
hall-ask-story = Who tells this story at home?
hall-stands-for-it = says yes
hall-ask-again = again
hall-not-yet = not yet
hall-no-ambition = There is no ambition in one sentence yet.
hall-ask-no-ambition = What do we want to reach together that nobody can alone?
hall-ask-commitment = What does { $partner } need to stand for this?
hall-ask-ambition = Where does an outsider see that we stand for this?
hall-next-meeting = Next meeting: { $date }.
hall-next-meeting-open = Next meeting: no date yet.
hall-ask-closing = Is this right? Say so now, and it stands well in the report.
hall-ask-opening = Who is here today, and with which mandate?
hall-ask-agenda = Is everything on it, and what needs no discussion?
hall-ask-report = Was it said and decided like this?
hall-ask-actions = What is done, and what needs help?
hall-ask-stories = What are we proud of together?
hall-ask-governance = Does this belong here, or can it be decided lower?
hall-ask-identity = By what does anybody recognise us?
hall-ask-relation = How do we treat each other?
hall-ask-decide = Can we decide it like this?
hall-ask-inform = What does this mean for your organisation?
hall-ask-relate = What do you need from the others?
hall-ask-discuss = What do you want to say about this?
hall-ask-pause = Think ahead: what would change your mind?
hall-idle = please wait
hall-left = stopped
hall-unread = unreadable
hall-idle-nothing = Nothing is being held now: no program has a meeting of this chain open.
hall-idle-planned = { $chain } { $number } has not begun yet: { $date }.
hall-idle-held = { $chain } { $number } is closed.
hall-idle-left = The program that is followed here was stopped at { $time }.
hall-idle-ended = The program that is followed here stopped without saying so.
hall-idle-unread = What is to be followed can't be read: { $why }
hall-idle-how = This screen goes on by itself as soon as a meeting is being held again. Press q to close it.
cmd-room = room view
cmd-break = break
break-title = How many minutes of break?
break-hint = A whole number from 1 to 120.
break-unclear = Give a whole number from 1 to 120.
break-goes-on = It is break until { $time }. B ends it.
break-over = The break is over.
follow-no-home = Without a home folder there is nothing to follow: the first program says there what is on the table.
cli-follow = Shows in a second terminal what the room may see, and follows the first program

## Files
file-not-found = { $file } does not exist. Check the name or the folder (--dir).
file-no-permission = You may not read or write { $file }: { $reason }. Ask for access or choose another folder.
file-disk-full = The disk is full, so { $file } was not saved. Make room; the program tries again.
file-io = Reading or writing { $file } failed: { $reason }
file-not-a-file = { $file } is not an ordinary file in this folder. It is not opened.
file-too-large = { $file } is larger than 16 MiB. A meeting never is; the file is not opened.
file-not-utf8 = { $file } is not UTF-8 text (from byte { $at } on). Save it as UTF-8.
file-unknown-field = { $file }, line { $line }, column { $column }: there is no field "{ $found }" here. Expected: { $expected }. The file was not changed.
file-unknown-word = { $file }, line { $line }, column { $column }: "{ $found }" can't stand here. Expected: { $expected }. The file was not changed.
file-missing-field = { $file }, line { $line }, column { $column }: the field "{ $found }" is missing. The file was not changed.
file-twice-field = { $file }, line { $line }, column { $column }: the field "{ $found }" stands twice. The file was not changed.
file-ends = { $file }, line { $line }, column { $column }: the file ends too soon. Put back a copy or complete it; it was not changed.
file-syntax = { $file }, line { $line }, column { $column }: { $reason }. The file was not changed.
file-text-too-long = { $file }, line { $line }, column { $column }: a text begins here that is longer than 256 KiB. No text in a meeting is that long. Shorten it; the file was not changed.
file-wants-text = { $file }, line { $line }, column { $column }: this should be a text between quotes. The file was not changed.
file-wants-number = { $file }, line { $line }, column { $column }: this should be a number. The file was not changed.
file-wants-yes-or-no = { $file }, line { $line }, column { $column }: this should be true or false. The file was not changed.
file-wants-maybe = { $file }, line { $line }, column { $column }: this should be Some(…) or None. The file was not changed.
file-wants-comma = { $file }, line { $line }, column { $column }: this should be a comma. The file was not changed.
file-wants-colon = { $file }, line { $line }, column { $column }: this should be a colon. The file was not changed.
file-wants-opening = { $file }, line { $line }, column { $column }: this should be a bracket that opens. The file was not changed.
file-wants-closing = { $file }, line { $line }, column { $column }: this should be a bracket that closes. The file was not changed.
file-wants-name = { $file }, line { $line }, column { $column }: this should be the name of a field or value. The file was not changed.
file-wants-nothing = { $file }, line { $line }, column { $column }: the meeting ends here; what comes after it does not belong. The file was not changed.
file-newer = { $file } was made with a newer version of the program (schema { $number }). Update the program to read it.
file-not-faithful = { $file } was not saved: what would be written could not be read back. Please report this; your work is still on the screen.
file-same-number = { $file }: there is another file with number { $number }. Take one of the two out of the folder.
file-no-sessions = There are no meetings in { $file }. Make a chain with: stuurgroep{ $dir }
file-no-such-session = There is no meeting { $number } in { $file }. Look with: stuurgroep list{ $dir }
file-name-taken = { $file } exists already. Take that file away or choose another date; nothing was changed.
file-adopted = { $file } adopted the report of this meeting. From then on it is not changed.
file-may-be-adopted = { $file } can't be read and may have adopted this report. Mend that file; until then nothing is changed here.

## Other versions
cmd-copies = other versions of this meeting
cmd-revisions = earlier versions of this meeting
cmd-rescued = work that was not saved
copies-title = Other versions of this meeting
copies-explained = Made by a program that keeps folders in step, or by somebody else. They do not count until you choose.
copies-none = No other versions stand beside this meeting.
copy-explained = What do you want to do with this version?
copy-same-explained = This is exactly the meeting as it stands in its own file now. Nothing is lost when you throw it away.
copy-kept = The version is now in { $file }
copy-throw-explained = This version is removed and does not come back.
copy-taken-in-explained = What this version holds is in the meeting now. Throw this version away?
copy-throw-no = Leave it
copy-throw-yes = Throw away
copy-thrown = { $file } was thrown away.
home-copies = { $count ->
    [one] Another version stands beside meeting { $number }
   *[other] { $count } other versions stand beside meetings, the last at { $number }
}
home-choices = In meeting { $number } { $count ->
    [one] one choice between two versions is still open
   *[other] { $count } choices between two versions are still open
}
check-copy = another version of meeting { $number }, which does not count; choose through : other versions
check-copy-same = exactly the same as meeting { $number }: it can be thrown away
version-look = look at it as a report
version-compare = compare with now
version-take-in = take in what is missing here
version-put-back = put back as a new version
version-taken-in = What was missing here was taken in; you can take that back with u.
rescued-taken-in = The work of last time was taken in.
version-keep-elsewhere = keep among the documents
version-throw-away = throw away
version-note = version { $revision } · { $decisions ->
    [one] { $decisions } decision
   *[other] { $decisions } decisions
} · { $actions ->
    [one] { $actions } action
   *[other] { $actions } actions
} · { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
}
version-same = the same as the meeting
version-only-there = Only in that version
version-only-here = Only in the meeting now
version-differs = In both, and different (as it stands there)
version-same-records = All decisions, actions, differences, escalations, notes and stories are the same.
revisions-title = Earlier versions of this meeting
revisions-explained = Every recorded version of the last day, then fewer. Only you can read them, on this computer.
revisions-none = This computer keeps no earlier versions of this meeting yet.
revision-name = { $date } { $time } · version { $revision }
event-restored = version { $revision } put back
outside-taken-in = Somebody else changed the file. The changes were taken in; you can take that back with u.
outside-other = Somebody else wrote another meeting here. That version is kept: { $value }
outside-broken = In the place of the file stood something unreadable. It is kept as { $value } and the meeting is written again.
outside-newer = Kept unchanged as { $value }: the file was of a newer version of the program. The meeting is written again.
outside-gone = The file had gone from the folder. It is written again.
outside-earlier = An earlier version had been put back in the folder. The newest is written again.
outside-finished = An interrupted save of { $value } was brought to its end.
outside-kept = After an interrupted save another version is kept: { $value }
outside-not-synced = Note: this disk does not confirm when something is safely stored, as is usual on a network disk.
outside-no-history = Earlier versions can't be kept: { $value }
outside-lock-lost = Note: { $value } writes in this folder now too. What you both put on record is brought together.
rescued-title = Work that was not saved
rescued-explained = Last time the program could not save your latest work in the file. It was kept on this computer.
rescued-take-in = Take it into the meeting
rescued-later = Later; leave it where it is
rescued-stays = It is still on this computer, in { $value }. The command “work that was not saved” (with :) offers it again.
rescued-none = There is no work of this meeting on this computer that is not in its file.
rescued-not-read = Work that was not saved is on this computer and can't be read: { $value }
left-out-title = Recorded work is not in the file
left-out-explained = On this computer version { $revision } of this meeting was recorded. The file in the folder does not come from it: an older version was put back, or a file of somebody else.
left-out-take-in = Take it into the meeting
left-out-look = First look at what differs
left-out-later = Later; leave it where it is
left-out-not-needed = Not needed; the file is right as it is
left-out-stays = It is still on this computer, in { $value }. It is asked again when the meeting is opened.
left-out-taken-in = The work that was missing was taken in; you can take that back with u.
left-out-forgotten = This is not asked any more. The version is still among : earlier versions.
left-out-nothing-new = It held nothing that the meeting does not have.
gone-kept = meeting { $number } was on this computer and its file is gone from the folder; its last version is kept in { $file }
gone-title = The file of meeting { $number } is gone
gone-explained = Meeting { $number } was on this computer, and its file is gone from the folder. Its last version is kept in { $file }.
gone-put-back = Put the last version back in the folder
gone-leave = Leave it so
gone-is-back = Meeting { $number } stands in the folder again.
home-gone = Meeting { $number } was on this computer, but its file is gone. Enter: put it back.
home-gone-unread = Whether the file of a meeting is gone can't be told: { $why }
plan-gone = Nothing was planned: { $why }. Put that version back with: stuurgroep plan --put-back{ $dir }. If you want a new meeting of this number, add --anew.
plan-nothing-gone = On this computer there is no meeting of this chain whose file is gone.
plan-put-back = Meeting { $number } stands in { $file } again.
broken-title = { $file } can't be read
broken-none = There is no earlier good version on this computer.
broken-line = Line { $line }: { $text }
broken-put-back = put back { $name } ({ $decisions ->
    [one] { $decisions } decision
   *[other] { $decisions } decisions
}, { $actions ->
    [one] { $actions } action
   *[other] { $actions } actions
}, { $notes ->
    [one] { $notes } note
   *[other] { $notes } notes
})
broken-salvage = save what can be read: { $taken ->
    [one] { $taken } record
   *[other] { $taken } records
} added, { $lost } unreadable
broken-again = read again (after mending it with a text editor)
broken-leave = leave it as it is
broken-done = Mended. The broken file is kept beside it.

## Commands
group-records = On record
group-agenda = Agenda
group-everywhere = Everywhere
group-home = Meetings
cmd-next-item = next item
cmd-previous-item = previous item
cmd-down = down
cmd-up = up
cmd-page-down = page down
cmd-page-up = page up
cmd-open = open
cmd-undo = undo
cmd-redo = redo
cmd-search = search
cmd-drafts = drafts
cmd-palette = commands
cmd-help = help
cmd-home = to the list of meetings
cmd-leave = leave
cmd-quit = quit the program
cmd-decision = decision
cmd-disagreement = disagreement
cmd-action = action
cmd-note = note
cmd-positions = positions on a decision
cmd-finished = done
cmd-postpone = postpone
cmd-to-decision = becomes a decision
cmd-to-disagreement = becomes a disagreement
cmd-to-action = becomes an action
cmd-to-note = becomes a note
cmd-to-escalation = becomes an escalation
cmd-remove = remove
cmd-take-up = clock on/off
cmd-item-done = item done
cmd-item-skip = skip item
cmd-item-add = add item
cmd-item-up = item earlier
cmd-item-down = item later
cmd-item-edit = details of the item
cmd-start-meeting = start the meeting
cmd-reopen = reopen a closed meeting
cmd-open-meeting = open
cmd-new-chain = new chain
cmd-sample = look at the sample
cmd-roll-call = roll call
cmd-all-members = all members present
cmd-member = member
cmd-deputy = deputy
cmd-absent = absent with notice
cmd-adopt = adopt report
cmd-correction = correction
cmd-papers-sent = papers sent
cmd-new-story = new story
cmd-guard-story = anonymity guard
cmd-release = release
cmd-told = told at home
cmd-withdraw-story = withdraw story
cmd-ambition-text = write ambition
cmd-commit = commit
cmd-urgency = urgency
cmd-kpi-value = value
cmd-kpi-evaluate = adjust
cmd-kpi-details = details
cmd-kpi-new = new KPI
cmd-guard = belongs here?
cmd-new-escalation = new escalation
cmd-read-back = read back
cmd-ratings = ratings
cmd-next-date = next date
cmd-close = close
hint-save = record
hint-cancel = never mind
hint-leave-draft = keep as a draft
hint-new-line = new line
hint-choose = choose
hint-next = next
hint-back = previous
hint-stop = stop
hint-edit = edit
hint-close = back
help-title = Help
help-digits = to an agenda item; again: the next one that starts so
help-esc = leave a field or window
help-text = In a text field letters are just letters. Everything you record is on disk at once; "recorded" at the top says when. Press u to undo anything. The mouse works, but you do not need it.
palette-title = What would you like to do?
palette-go-to = to { $place }
search-title = Search this meeting

## Home
home-reading = Reading the meetings…
state-planned = planned
state-live = live
state-closed = closed
state-adopted = adopted
state-altered = changed after adoption
state-altered-short = changed
new-chain-name = What is the chain called?
new-chain-name-hint = A short name that speaks to people. The official name can wait.
new-chain-partners = Which partners take part?
new-chain-partners-hint = One partner per line: a short code, then the name. For example: POL Police. Alt-Enter gives a new line.
new-chain-bad-partner = I do not understand this line: "{ $line }". Write a code of 1 to 6 letters, a space and the name; each code once.
new-chain-date = When is the first meeting?
new-chain-date-hint = A date: 10-12-2026, 3 March, Friday, in 2 weeks or week 50.
new-chain-made = First meeting: { $date }. S begins it; ? shows the keys.
new-chain-exists = There is a chain in this folder already. Choose another folder with --dir.
new-chain-file = Made: { $file }, first meeting on { $date }. Open it with: stuurgroep meet{ $dir }

## Rooms
room-opening = Opening
room-agenda = Agenda
room-report = Report
room-actions = Decisions and actions
room-successes = Stories
room-ambition = Ambition
room-kpis = Chain KPIs
room-governance = Escalations and governance
room-differences = Differences
room-balance = Balance
room-relation = Relation
room-identity = Identity
room-closing = Closing
room-free = Free item
not-on-agenda = not on the agenda:
purpose-procedure = procedure
purpose-inform = for information
purpose-discuss = for discussion
purpose-decide = for decision
purpose-explore = explore a difference
purpose-relate = relation
outcome-decided = decided
outcome-discussed = discussed
outcome-explored = explored
outcome-noted = noted
outcome-returned = returned with assignment
outcome-deferred = deferred
outcome-skipped = skipped
outcome-not-reached = not reached
outcome-open = still open
no-item-here = This room is not on today's agenda. Press + to add an item.
add-item-purpose = What does this item ask of the group?
add-item-explore = "Explore a difference" admits no decision: it is about understanding.
add-item-title = What is the item about?
add-item-hint = One line. The item comes before the closing, with 10 minutes.
advice-decide = Press d to record the decision, then p for the positions.
advice-discuss = Record what was said: n note, o disagreement, a action, d decision.
advice-inform = For information. Press x when the item is done.
advice-explore = No decision is taken here. Press o to record who sees it otherwise, and why.
on-record-here = On record under this item
nothing-on-record =
    Nothing recorded under this item yet.
    `d o a n` record something
nothing-was-on-record = Nothing was recorded here.
age = meeting { $count } in a row

## Opening
attendance = Attendance
presence-unknown = not asked yet
presence-member = member
presence-deputy = deputy
presence-deputy-without = no mandate
presence-absent-notice = absent (notice)
presence-absent = absent
levels-uneven = Levels at the table differ: from { $low } to { $high }.
without-mandate = At the table without a mandate: { $partners }. They give a reservation.
mandate-ends = The mandate of { $person } ({ $partner }) ends { $days ->
    [0] today
    [one] in 1 day
   *[other] in { $days } days
}.
mandate-ended = The mandate of { $person } ({ $partner }) has ended.
papers-unknown = Papers: not recorded yet when they were sent (i).
papers-in-time = Papers in time: sent { $date }, { $days } working { $days ->
    [one] day
   *[other] days
} before.
papers-late = Papers late: sent { $date }, { $days } working { $days ->
    [one] day
   *[other] days
} before; 5 was agreed.
papers-sent = When were the papers sent?
meeting-not-started = The meeting has not started yet. Press S to start it.
meeting-details = Chair, secretary, quorum, slogan and place: Enter
adopted-on = Report of meeting { $number } adopted on { $date }.
previous-to-adopt = Meeting { $number } of { $date } is not adopted yet: g adopts it, c with a correction.
previous-to-choose = In the report of meeting { $number } a choice between two versions is still open. Open that meeting again, choose and close it; then adopt.
previous-not-closed = Meeting { $number } of { $date } is not closed yet.
no-previous = There is no report to adopt.
previous-unread = The report before this one can't be read, so it can't be adopted: { $why }
overdue-heading = { $count ->
    [one] 1 action overdue
   *[other] { $count } actions overdue
}
nothing-overdue = No action is overdue.
red-line-near = This may touch a red line of { $partner }: { $line }
to-review = To be looked at again today
correction = Correction of the previous report
correction-whose = Who wants to read it otherwise?
correction-group = the whole group
correction-hint = What should it say? The old file stays as it was.
select-a-partner = First choose a partner with the arrows.
go-on-title = Go on?
go-on-yes = Yes, go on; this goes on record
go-on-no = No, solve it first

## Records
record-decision = decision
record-action = action
record-escalation = escalation
record-difference = difference
record-note = note
record-story = story
new-decision = Decision
new-decision-hint = Who does what, by when, paid from what? One line and Enter is enough.
new-disagreement = Disagreement
new-action = Action
new-action-hint = What is to be done? @GEM names a partner; "by 15-11" at the end the date.
new-about = { $title } on { $number }
new-note = Note
new-escalation = Escalation
new-story = New story: what is it called?
new-line-hint = One line and Enter is enough; the rest may follow.
action-echo = For: { $owner } · Due: { $due }
echo-nobody = nobody yet
echo-no-date = no date yet
vague-hint = Vague: { $words }. Who does what, and when?
done-on = done { $date }
dropped-on = dropped { $date }
days-late = { $count ->
    [one] 1 day overdue
   *[other] { $count } days overdue
}
due-on = by { $date }
no-owner-yet = no owner yet
no-date-yet = no date yet
postponed-times = postponed { $count ->
    [one] once
   *[other] { $count } times
}
postpone = Postpone { $number } until
from-record = from { $number }
from-item = agenda item { $number }
votes = for { $for }, against { $against }, abstained { $abstain }{ $reserved ->
    [0] {""}
   *[other] , reserved { $reserved }
}{ $absent ->
    [0] {""}
   *[other] , absent { $absent }
}
no-outcome-yet = no outcome yet
minority-line = Minority position { $partner }: { $text }
minority-carries-out = Carries the decision out: yes.
minority-does-not = Carries the decision out: no.
reason-none = { $partner } – { $position }
reason-line = { $partner } – { $position }: { $reason }
warn-no-trust = { $number }: there was dissent, or it was put off for somebody absent, and trust was not checked yet.
select-a-record = First choose a decision, action, difference or note.
select-a-decision = First choose a decision.
select-an-action = First choose an action.
review-on = look again { $date }
details-decision = Decision { $number }
details-action = Action { $number }
details-disagreement = Difference { $number }
details-note = Note { $number }
details-escalation = Escalation { $number }
details-story = Story { $number }
details-item = Agenda item { $number }
details-meeting = Meeting { $number }
details-ambition = Ambition, version { $version }
note-converts = D, O, A or E turns this note into a decision, difference, action or escalation.
field-text = Text
field-kind = Kind
field-form = Form
field-positions = Positions
field-outcome = Outcome
field-explanation = Explanation
minority-none = no minority position yet
field-minority-of = Minority { $partner }
field-carries-out = Carries it out
field-trust = Trust
field-owner = Owner
field-due = Due
field-touches = Touches effort of
field-article = Covenant article
field-in-covenant = Stands in covenant
field-ratified = Ratified on
field-review = Look again on
field-resumes = Resumes
field-new-round = New round
field-person = Person
field-done = Done on
field-dropped = Dropped on
field-postponed = Times postponed
field-from = Comes from
field-partners = Partners
field-status = Status
field-would-change = What would change their mind
field-decision = About decision
field-time = Time
field-title = Title
field-purpose = Purpose
field-minutes = Minutes
field-spent = Spent
field-date = Date
field-chair = Chair
field-secretary = Secretary
field-quorum = Quorum
field-papers = Papers sent
proposed-outcome = The positions amount to: { $outcome }.
consent-round = Round { $number }
new-round-title = Improved text
new-round-hint = The text of now is kept with its positions. Enter begins a new round.
in-writing = in writing { $date }
trust-title = { $number }: how much do you trust that we work this out together, from 1 to 10?
trust-too-few = At least { $count } scores are needed; with fewer a mean would show who gave what.
trust-shown = mean { $mean }, lowest { $min }
positions-title = Positions on { $number }
rest-assents = the rest goes along
reserved-proposal = deputy without a mandate
letter-title = { $partner } is absent. What is the date of the letter?
letter-title-before = The meeting has not begun. What is the date of the letter of { $partner }?
letter-hint = Only what is in writing counts, with its date: 24-09 or 24 September. Empty: there is no letter, so it is absent (X).
letter-unclear = Write a date up to today, for example 24-09-2026. Empty: there is no letter.
letter-words-title = Letter of { $partner }: { $position }. What does it say?
letter-words-hint = In the words of the partner itself. It may stay empty.
reason-of = Reason of { $partner }
reason-hint = In the partner's own words.
form-consensus = consensus
form-consent = consent
form-vote = vote
form-rubber-stamp = rubber-stamp
form-written = in writing
kind-frame = frame
kind-policy = policy
kind-direction = direction
kind-means = means
kind-covenant = covenant
kind-rebalance = rebalance
kind-application = application
kind-procedure = procedure
decided-unanimous = adopted unanimously
decided-adopted = adopted
decided-amended = adopted as amended
decided-under-reservation = adopted under reservation
decided-rejected = rejected
decided-deferred = deferred
position-short-agree-with-note = with a note
position-short-no-objection = no objection
position-short-objection = objection
position-agree = agree
position-agree-with-note = agree with a recorded reservation
position-no-objection = no weighty objection
position-objection = weighty objection
position-against = against
position-abstain = abstain
position-reserved = reservation pending
position-absent = absent
event-opened = opened
event-closed = closed
event-below-quorum = went on without a quorum ({ $present } of { $quorum })
event-without-mandate = went on without a mandate of { $partners }
event-row-withdrawn = hidden row of { $partner } withdrawn
event-reopened = reopened: { $reason }
event-edited = changed by hand after revision { $revision }, and accepted so

## Stories
stories-of-month = { $month }: { $count } of { $target } stories
story-slot-empty = Still empty. Press i to write a story.
story-draft = draft
story-blocked = blocked
story-released = released
story-is-released = The story is released.
story-keys = Keys in the list: g shows what the guard found, r releases, b records who told it at home.
stories-per-month = Stories per month
stories-mean = { $mean } a month on average over the last three months.
credits = In stories, last { $months } months
told-by = Told at home by { $partners }
told-title = Who told this story in their own organisation?
select-a-story = First choose a story.
guard-title = Anonymity guard
guard-hard = Not allowed: "{ $word }" ({ $kind }). Proposal: { $instead }
guard-soft = Mind: "{ $word }" ({ $kind }). Proposal: { $instead }
guard-count = { $hard ->
    [one] { $hard } word is
   *[other] { $hard } words are
} not allowed, { $soft } { $soft ->
    [one] asks
   *[other] ask
} for attention. Press g to see them.
guard-clear = The guard found nothing.
guard-limits = The guard can't prove that a story is anonymous: a person judges that.
guard-apply = Take the proposals
guard-keep = Leave it so
guard-questions = Four questions before release
question-recognises-self = Would the young person recognise themselves?
question-neighbourhood = Would the neighbourhood recognise them?
question-in-the-news = Has the story been in the news?
question-consent = Is consent on record, or that details were changed?
trace-bsn = citizen service number
trace-case-number = case number
trace-iban = bank account
trace-email = e-mail address
trace-phone = telephone number
trace-licence-plate = licence plate
trace-birth-date = date of birth
trace-address = address
trace-name = name
trace-age = age
trace-school = school
trace-place = place
neutral-name = young person
neutral-age = under age
neutral-school = school
neutral-place = neighbourhood
neutral-date = date
neutral-number = [left out]
field-situation = Situation
field-together = Done together
field-result = Result
field-shines = Who shines
field-kpi = KPI
field-told-by = Told at home by
no-kpi = no KPI

## Ambition
ambition-empty =
    There is no ambition yet: one sentence that connects and gives direction.
    `i` writes it
ambition-version = version { $version }, since { $since }; { $count } of { $all } partners committed
ambition-partners = What each partner gains, and where it stands
ambition-tests = Could they do it alone? How urgent?
ambition-write = The ambition
ambition-write-hint = One sentence that nobody can realise alone. A new sentence is a new version: everybody commits again.
ambition-earlier = Version { $version }, since { $since }: { $text }
standing-committed = committed
standing-stale = ask again
standing-open = not yet
standing-blocked = not possible yet
no-benefit-yet = no benefit recorded yet
alone-not = not alone
alone-less-well = less well
alone-just-as-well = just as well
alone-warning = { $partner } can do this just as well alone: is this chain work?
urgency-short = urgency { $scores }
urgency-spread = Urgency differs: from { $low } to { $high }.
urgency-title = How urgent is this for you, from 1 to 10?
pull-means = Connects us { $connects }, gives direction { $directs } (of 5).
pull-short = connects { $connects }, directs { $directs }
pull-empty =
    Not asked yet whether the sentence connects and gives direction.
    `Enter` on a partner fills it in
outings = Outings that carry the ambition, last 90 days
outings-empty =
    No outings counted yet.
    `Enter` on a partner fills them in
outings-total = Together { $with } of { $all } ({ $share }).
outings-hint = With the ambition / in all, for example 5/6.
outings-unclear = Write two numbers with a slash between, for example 5/6.
commit-title = Who commits to the ambition?
commit-hint = A reservation may go with it; empty is fine.
commits = commits
commits-with-note = with a reservation
commits-not = does not
field-ambition = Ambition
field-collab-form = Form of collaboration
field-benefit = Benefit
field-blocker = What stands in the way
field-commitment = Commitment
field-alone = Could do it alone
field-urgency = Urgency (1-10)
field-connects = Connects us (1-5)
field-directs = Gives direction (1-5)
field-outings = Outings
field-presence = Attendance
field-level-today = Level today
field-name = Name
field-member = Member
field-function = Function
field-level = Level (1-5)
field-mandate-until = Mandate until
field-deputy = Deputy
field-deputy-level = Level of deputy
field-deputy-mandate = Mandate of deputy
field-hours = Hours a month
field-red-lines = Red lines

## KPIs
kpis-empty =
    There is no chain KPI yet.
    `i` makes one; then fill in its path and values
kpi-columns = Status and course
course = course
rag-green = green
rag-amber = amber
rag-red = red
too-few-points = too few points
needs-adjustment = adjust
kpi-outdated = outdated
kpi-no-values = no values or no target path yet
kpi-stand = { $month }: { $last }, the path asks { $path } (gap { $gap }). Status { $stand }.
kpi-course = At this rate in { $month }: { $forecast }, the path asks { $path }. Course { $course }.
kpi-needed = Needed per month { $needed }, achieved { $achieved }.
kpi-too-few = Too few points for a course.
kpi-noise = The last value lies within ordinary variation ({ $low } to { $high }): do not ask for an explanation.
kpi-signal = The last value lies outside ordinary variation ({ $low } to { $high }).
kpi-year = Over twelve values: { $num } of { $den } ({ $percent }).
kpi-hidden = Hidden because of fewer than 10 cases: { $months }.
kpi-small = { $count ->
    [one] 1 value rests on a small number (fewer than 30).
   *[other] { $count } values rest on a small number (fewer than 30).
}
kpi-provisional = Provisional: { $months }.
triangle = Triangle: lead time, quality, cost
angle-lead-time = lead time
angle-quality = quality
angle-cost = cost
corner-without-kpi = Corner "{ $corner }" has no KPI.
corner-without-values = Corner "{ $corner }" has no values yet.
trade-off = On the path: { $green }; behind: { $red }. Is that a trade-off?
select-a-kpi = First choose a KPI.
kpi-value-title = Value for { $kpi }
kpi-value-hint = Month and value: 2026-12 59.4 or 2026-12 63/106. "provisional" and the source may follow.
kpi-value-unclear = Write the month first as 2026-12, then a number or numerator/denominator.
kpi-value-echo = { $month }: { $value } ({ $status })
kpi-value-hidden = hidden
kpi-value-provisional = provisional
kpi-value-final = final
evaluation-cause = { $kpi }: what is the cause?
evaluation-adjust = { $kpi }: what do we adjust?
evaluation-adjust-hint = One line: this becomes a decision with a number of its own. Esc when nothing is decided yet.
kpi-cause = Cause: { $cause }
kpi-adjusted = Adjusted by { $number }.
kpi-new = New chain KPI
kpi-new-hint = What do we measure? One line; fill in its sheet afterwards.
direction-up = higher is better
direction-down = lower is better
frequency-month = every month
frequency-quarter = every quarter
field-angle = Corner
field-direction = Direction
field-unit = Unit
field-frequency = Measured
field-kpi-owner = Owner
field-source = Source
field-tolerance = Tolerance
field-baseline = Baseline
field-milestone = Milestone
field-milestone-new = New milestone
field-value-new = New value
point-hint = Month and value, for example 2027-11 80. Empty takes it out.
point-unclear = Write the month first as 2027-11, then a number.

## Escalations and governance
escalations = On the table in this meeting
escalations-empty =
    Nothing came up.
    `i` records an escalation
escalations-earlier = From before, still open or just solved
days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
guard-asks = does this belong here? (g)
admitted = belongs here
closed-on = closed { $date }
flag-repeats = repeats { $number }
flag-skips = skips a level
flag-unprepared = not prepared
flag-half-prepared = half prepared
flag-within = could have stayed below
upward = Delegated upward per meeting
upward-legend = What could have stayed below and what came of the actions move together; that proves no cause.
unanchored = Decisions that still go into the covenant
unanchored-none = All decisions that belong in it stand in the covenant.
unanchored-days = Belongs in { $article } and does not stand there { $days ->
    [0] yet.
    [one] after 1 day.
   *[other] after { $days } days.
}
unanchored-nowhere = Belongs in the covenant, but no article was chosen yet{ $days ->
    [0] .
    [one] {" "}(1 day).
   *[other] {" "}({ $days } days).
}
covenant = Covenant
covenant-none =
    There is no covenant on record yet.
    `c` begins one
covenant-version = Version { $version } of { $date }; review { $review } (in { $days } { $days ->
    [one] day
   *[other] days
}); ends { $ends }.
mandates-ending = Mandates that end within { $days } days
mandates-none = No mandate ends within three months.
select-an-escalation = First choose an escalation.
guard-here-title = { $number }: does this belong here?
guard-question = { $title }
guard-return = Return with assignment: mandate, owner, date
guard-admit = Belongs here: { $reason }
assignment-mandate = Return with assignment: what may the lower level decide from now on?
assignment-mandate-hint = Solve the mandate, not the case.
assignment-owner = Who sees to it?
assignment-due = When is it solved?
assignment = { $mandate } ({ $owner }, by { $due })
escalation-decided = decided
escalation-returned = returned with assignment
escalation-deferred = deferred
escalation-advice = advice asked
reason-mandate = mandate missing
reason-frame = frame missing
reason-means = means
reason-interests = interests collide
reason-legal = legal
reason-political = politically sensitive
reason-burden = burdens unevenly shared
reason-working-method = working method
prepared-yes = yes
prepared-partly = partly
prepared-no = no
level-operational = operational
level-tactical = tactical
level-strategic = strategic
path-ts = from tactical to strategic
path-ots = from operational through tactical to strategic
path-os = from operational straight to strategic
from-to = from { $from } to { $to }
field-belongs-here = Belongs here?
field-path = Path
field-reason = Reason
field-within = Could have stayed below
field-prepared = Prepared
field-tried = What was tried
field-asked = Asked decision
field-repeats = Repeats
field-assignment = Assignment
field-raised = Raised
field-closed = Closed
field-reconsider = Revise the answer
reconsider = ask the question again

## Differences, balance, relation, identity
differences-empty =
    No difference is on record. Was it really asked?
    `o` records one
difference-open = open
difference-agreed = agreed to disagree
difference-resolved = resolved
would-change = What would change their mind: { $text }
balance-empty =
    No benefit round was held yet: every partner estimates in silence what each gains.
    `r` begins the round
balance-round = Benefit round of meeting { $number } ({ $date })
balance-spread = Distance between the highest and the lowest net balance: { $spread }.
balance-sentence-own = { $partner } itself gives { $own }. There are too few estimates by others.
balance-sentence-seen = Others put the benefit of { $partner } at { $seen }. { $given ->
        [no] { $partner } gave no row.
       *[yes] { $partner } itself does not know.
    }
balance-sentence-none = { $given ->
        [no] { $partner } gave no row
       *[yes] { $partner } itself does not know
    }, and there are too few estimates by others.
balance-sentence = Others put the benefit of { $partner } at { $seen }. { $partner } itself gives { $own }.
temperature = Temperature, mean of all ties
temperature-empty =
    The temperature was not asked yet: how does this partner deal with you?
    `r` asks it, partner by partner
cafes = Chain café: people, and of how many partners
cafe-row = { $people } { $people ->
        [one] person
       *[other] people
    }, from { $partners } { $partners ->
        [one] partner
       *[other] partners
    }
cafe-cancelled = cancelled
identity-name = Name
identity-slogan = Slogan
identity-place = Place
identity-logo = Logo
identity-colour = Colour
materiality = No talking shop
materiality-hours = Together { $hours } { $hours ->
    [one] hour
   *[other] hours
} a month.
identity-mascot = Mascot
identity-logo-hint = The name of a file in assets/: text, or a PNG.
identity-colour-hint = A colour of the terminal: black, red, green, yellow, blue, magenta, cyan, gray, darkgray, lightred, lightgreen, lightyellow, lightblue, lightmagenta, lightcyan, white.
opening-mascot = Mascot: { $mascot }
identity-missing = not recorded yet
outcome-ratio = Outcome ratio: items with an outcome
outcome-ratio-row = Meeting { $number }: { $done } of { $all } items.

## Closing
step-read-back = Decisions, positions and actions read back (b)
step-ratings = Ratings: { $count } of { $all } partners (r)
step-next = Next meeting: { $date }
step-next-open = Next meeting: no date yet (v)
step-choose = Still to choose between two versions: { $count } (: choose between versions)
step-close = Meeting closed (C)
read-back = Read back
carry-title = Carries over to the next meeting
carry-records = Along: { $records }
carry-items = Agenda items that come back: { $items }
carry-stays = Stays here: { $records }
carry-not-reached = Not treated yet: item { $items }. On closing they are recorded as not reached.
items-done = { $done } of { $all } items with an outcome.
ratings = Ratings of this meeting
ratings-empty =
    No ratings yet.
    `r` each partner gives one
ratings-mean = Mean { $mean }.
ratings-title = How do you rate this meeting, from 1 to 10?
next-date = When is the next meeting?
close-title = Close the meeting?
close-explanation = { $records ->
    [one] { $records } record
   *[other] { $records } records
} and { $items ->
    [one] { $items } agenda item
   *[other] { $items } agenda items
} carry over to { $date }. { $left ->
    [one] { $left } item was not reached and goes
   *[other] { $left } items were not reached and go
} on record so.
hidden-benefit = Benefit round: { $count } { $count ->
        [one] row
       *[other] rows
    } not revealed yet. The round can go on in the next meeting.
hidden-temperature = Temperature: { $count } { $count ->
        [one] partner
       *[other] partners
    } in, not shown yet.
hidden-pulse = Pulse: { $count } { $count ->
        [one] partner
       *[other] partners
    } in, not shown yet.
hidden-positions = { $number }: the positions are not revealed yet.
close-yes = Yes, close
close-no = No, not yet
closed = Closed. The next meeting on { $date } is prepared.
reopen-why = Why is the meeting reopened?
reopen-hint = The reason goes on record.
reopen-next-held = The next meeting has begun or was held already. Put what belongs here on record in the newest meeting.
reopen-not-now = Only a closed meeting that is not adopted yet can be reopened.

## Refused
refused-closed = The meeting is closed.
refused-not-live = The meeting has not started yet. Press S to start it.
refused-already-open = The meeting is open already.
refused-blank = There is nothing yet. Write one line, or press Esc.
refused-no-such-item = This agenda item is not there any more.
refused-no-such-record = This is not there any more.
refused-no-such-partner = { $partner } is no partner of this chain.
refused-no-deputy = { $partner } has no deputy. Record one first: Enter on the partner.
refused-at-the-edge = This item can't go further.
refused-item-in-use = Something is on record under this item; skip it with s.
refused-explore = "Explore a difference" admits no decision. Record a disagreement (o), or choose another item.
refused-below-quorum = { $present ->
    [one] { $present } partner is
   *[other] { $present } partners are
} present; { $quorum } { $quorum ->
    [one] is
   *[other] are
} needed to decide. If you go on all the same, that goes on record.
refused-without-mandate = At the table without a mandate: { $partners }. If you go on all the same, that goes on record.
refused-reason-needed = { $code } asks for a reason.
refused-absent = { $partner } is absent. Only a position in writing counts, with its date.
refused-only-reserve = { $partner } has no mandate today and can only reserve (V).
refused-touches-absent = This touches the effort of { $partner }, which has not spoken. Defer it, or ask for a position in writing.
refused-objection-stands = An objection of { $partners } still stands. Improve the text in a new round, hold the decision, or decide by vote.
refused-no-majority = For: { $for }, against: { $against }. Adopting needs more for than against. Choose rejected or deferred.
refused-nobody-for = No partner is for it yet. Hold the decision, or ask for the positions again.
refused-not-unanimous = { $partner } did not simply agree. Choose adopted instead of unanimous.
refused-nobody-reserves = No partner made a reservation (V). First put on record who does.
refused-not-at-the-table = The meeting has not begun. An outcome comes at the table (start with S) or with positions in writing.
refused-is-at-the-table = { $partner } is at the table, so it is not absent. Choose another position.
refused-no-benefit = No benefit is recorded for { $partner } yet: it can't commit.
refused-no-ambition = There is no ambition yet to commit to.
refused-out-of-range = The number must be from { $low } to { $high }.
refused-not-a-number = This is not a usable number.
refused-numerator = The first number can't be larger than the second.
refused-guard-blocks = The anonymity guard stops this story. Press g to see why.
refused-questions-open = The four questions do not allow release yet: not recognisable, not in the news, consent on record.
refused-guard-first = First the question: does this belong here? Press g.
refused-earlier-session = This comes from an earlier meeting and keeps its number.
refused-cannot-become = This can't become that.
refused-not-previous = Only the report of the previous meeting can be adopted.
refused-already-adopted = That report is adopted already.
refused-next-before = The next meeting must come after this one.
refused-not-after-previous = This meeting must come after the one before it.
refused-being-held = The meeting is still live. Close it first.
refused-no-covenant = There is no covenant yet to lay it down in.

## Check
problem-unknown-partner = { $place }: there is no partner { $name }.
problem-unknown-item = { $place }: there is no agenda item { $name }.
problem-unknown-kpi = { $place }: there is no KPI { $name }.
problem-twice = { $name } stands twice.
problem-bad-number = { $name } is no valid number for this kind of record.
problem-above-last = { $name } is above the last number given.
problem-from-the-future = { $name } comes from a later meeting.
problem-bad-figure = { $name } has a figure that is no number.
problem-bad-row = The row of { $name } does not have as many scores as there are partners.
check-name = the file should be called { $name }
check-unsealed = has no seal yet; this file was made by hand
check-gap = meeting { $number } is missing
check-adopts-other = adopts { $name }, which is not the file before it
check-adopts-gone = adopts { $name }, and that file is not there
check-hash = { $name } was changed after its adoption. Adopted was { $expected }; now it is { $found }.
check-fine = Fine: { $count } { $count ->
    [one] meeting
   *[other] meetings
}; references, numbers and hashes are right.
check-wrong = Not fine. Looked at { $count } { $count ->
    [one] file
   *[other] files
}.

## Signals
stall-actions = Fewer than 60% of the actions were on time
stall-deferred = 30% or more of the decisions were deferred, or the same one for the second time
stall-upward = A third or more came up without need
stall-attendance = Fewer than 80% of the members came themselves
stall-temperature = The temperature falls, or a tie is cold
stall-kpi = Half of the KPIs or more are red
stall-stories = Fewer than 3.5 stories a month
signals-overdue = { $list ->
    [none] No action is overdue.
   *[other] Days overdue: { $list }
}
signals-unanchored = { $list ->
    [none] No decision waits for its place in the covenant.
   *[other] Days not in the covenant: { $list }
}

## Report
report-title = Report { $name }, meeting { $number }
report-no-stories = No story was released.
report-kpis = Status and course
report-no-kpis = There are no chain KPIs with values yet.
report-evaluation = { $kpi }. Cause: { $cause } Adjustment: { $decision }
report-decisions = Decisions
report-no-decisions = Nothing was decided.
report-owner-only = Owner: { $owner }
report-due-only = By { $due }
report-round = Round { $number }: { $text } – positions: { $positions }
report-trust = Trust after the dissent: mean { $mean }, lowest { $min }
report-ratified = Reservation lifted on { $date }
report-rebalance = Rebalance { $partner }: effort { $before } → { $after }, benefit was { $own }
report-review = To be looked at again on { $date }.
report-from-session = From meeting { $number }.
report-people = { $people ->
    [one] 1 person
   *[other] { $people } people
}
report-net = Net { $net }
report-rebalance-due = More effort than benefit twice in a row: put a rebalance on the agenda.
report-temperature-was = In meeting { $number } it was { $mean }.
report-ties = The lowest tie gets { $lowest }; the largest difference within a tie is { $asymmetry }.
report-cafe = Ketencafé { $date }: { $text }
report-amendment = Being prepared: version { $version }. Why: { $reason }
report-article-was = Was: { $text }
report-article-is = Becomes: { $text }
report-owner = { $owner }, by { $due }
report-differences = Differences
report-no-differences = No difference is on record.
report-no-round = There was no benefit round in this meeting.
report-temperature = Ties are rated { $mean } on average.
report-no-temperature = The temperature was not asked in this meeting.
report-items = Treated
report-positions = Positions: { $positions }
report-actions = Actions
report-no-actions = No actions are open.
report-ahead = Looking ahead
col-number = no
col-date = date
col-state = state
col-decisions = decisions
col-open-actions = open actions
col-differences = differences
col-file = file
col-partner = Partner
col-person = Represented by
col-presence = Attendance
col-kpi = KPI
col-value = Value
col-path = Path
col-stand = Status
col-course = Course

## Command line
cli-about = Meeting as a chain steering group: agenda, decisions, positions, actions; each meeting in one readable file.
cli-usage = Usage:
cli-commands = Commands
cli-options = Options
cli-any-options = [OPTIONS]
cli-any-command = [COMMAND]
cli-arguments = Arguments
cli-default = (default: { $value })
cli-ends = Exit status: 0 done, 1 the answer is no, 2 wrong use, 3 a file could not be read or written.
cli-page-name = NAME
cli-page-use = SYNOPSIS
cli-page-ends = EXIT STATUS
cli-completions = Prints a script with which your shell completes commands and options
cli-man = Prints the manual as a page for man, with all commands
arg-completions-shell = Which shell: bash, elvish, fish, powershell or zsh
## What a value is called
cli-value-a = A
cli-value-b = B
cli-value-code-name = CODE=NAME
cli-value-date = DATE
cli-value-dir = DIR
cli-value-file = FILE
cli-value-filter = FILTER
cli-value-format = FORMAT
cli-value-kind = REGISTER
cli-value-n = N
cli-value-name = NAME
cli-value-nl-en = nl|en
cli-value-number = NUMBER
cli-value-order = ORDER
cli-value-record = RECORD
cli-value-s = S
cli-value-shell = SHELL
cli-value-text = TEXT
cli-value-words = WORDS
cli-value-yyyy-mm-dd = YYYY-MM-DD
## What people type too
cli-also-card = dialogue
cli-also-check = verify validate
cli-also-completions = completion
cli-also-demo = sample example
cli-also-export = report
cli-also-list = ls meetings overview
cli-also-man = manual
cli-also-meet = open start meeting
cli-also-merge = combine
cli-also-new = init create
cli-also-plan = reschedule move
cli-also-register = registers
cli-also-round = rounds form forms
cli-also-search = find grep look
cli-also-show = view cat print
cli-also-signals = figures
cli-also-option-date = day
cli-also-option-dir = folder directory chain
cli-also-option-format = type
cli-also-option-lang = language locale
cli-also-option-limit = max count
cli-also-option-name = title
cli-also-option-output = out to
cli-also-option-partner = partners
cli-also-option-sort = order
cli-also-option-today = now
misuse-command = "{ $command }" is no command.
misuse-argument = "{ $argument }" does not belong here.
misuse-missing = This is missing: { $argument }.
misuse-value = "{ $value }" does not fit { $argument }.
misuse-choice = "{ $value }" does not fit { $argument }: choose { $allowed }.
misuse-empty = { $argument } needs a value.
misuse-conflict = { $argument } does not go with { $other }.
misuse-twice = { $argument } is there twice.
misuse-elsewhere = { $argument } belongs to: { $commands }.
misuse-usage = It goes like this: { $usage }
misuse-numbers = Which numbers there are is shown by: stuurgroep list{ $dir }
misuse-other = { $argument } is incomplete here, or does not go with the rest.
misuse-likely = Did you mean: { $likely }
misuse-help = { $command } --help shows what is possible.
cli-demo = Opens the sample chain Kompas in a scratch copy
cli-new = Makes a new chain
cli-plan = Plans the next meeting, or moves it
cli-meet = Opens a meeting
cli-list = Lists the meetings
cli-show = Shows one meeting
cli-signals = Shows signals and figures
cli-check = Checks all files, numbers and hashes (exit status 0: fine, 1: something to look at, 3: a file could not be opened)
cli-export = Writes the report of a meeting
arg-dir = The folder of the chain, or a folder of chains; may be repeated (else $STUURGROEP_DIR, else this folder)
arg-lang = Language of the screen
arg-today = Pretends that it is this day
arg-json = Output as JSON
arg-ascii = ASCII signs only
arg-no-mouse = Without the mouse, so that you can select text
arg-help = Shows this help
arg-version = Shows the version
arg-demo-files-only = Makes only the scratch copy
arg-new-name = Name of the chain
arg-new-partners = A partner, for example POL=Police; repeat for every partner
arg-new-date = Day of the first meeting
arg-new-past = The day has passed: the meeting was held then and is entered afterwards
arg-plan-date = Day of the meeting
arg-plan-past = The day has passed: the meeting was held then and is entered afterwards
arg-plan-put-back = Puts back the meeting whose file is gone from the folder
arg-plan-anew = Plan also where the meeting of this number was on this computer and its file is gone
arg-meet-number = Number of the meeting; else the one that is live or planned
arg-show-number = Number of the meeting
arg-export-number = Number of the meeting
arg-export-format = Form of the document
arg-export-output = File to write; else to the screen
demo-copy = Kompas is in { $folder }
planned = Planned on { $date }: { $file }
export-exists = { $file } exists already. Choose another name.

## Benefit round
round-filling = Benefit round: { $count } of { $all } rows in, still hidden
round-filling-left = Benefit round of meeting { $number }: { $count } of { $all } rows in, still hidden
round-old-hidden = Earlier rounds show again after the reveal.
round-row-in = in
round-row-open = not yet
round-row-title = { $partner }: what does each partner gain, from 1 to 10?
round-own-effort = own effort
row-keys = A score from 1 to { $top ->
        [10] 10 (0 is ten)
       *[other] { $top }
    }, or ? for don't know. Backspace goes back.
row-stop = Esc once more: then what you entered for this row is dropped.
row-dropped = The row was not recorded.
cmd-withdraw-row = withdraw row
withdraw-which = Choose a partner whose row is in and still hidden.
withdraw-title = Withdraw the row of { $partner }?
withdraw-explanation = The row is dropped unseen and goes on record as withdrawn. Then you enter it again.
withdraw-row = Whose row is withdrawn?
withdraw-none = There is no hidden row to withdraw.
withdraw-yes = Yes, withdraw
withdraw-no = No, leave it
round-is-revealed = The round of this meeting is revealed already.
round-all-in = All rows are in. Press g to reveal them.
dont-know = don't know
reveal-title = Reveal?
reveal-missing = Not in yet: { $partners }. After the reveal no row can be added.
reveal-yes = Yes, reveal now
reveal-no = No, wait
balance-net = net { $net }
balance-uneven = The chain is out of balance: put a rebalance on the agenda.
balance-observers = Estimates of others are { $error } off on average.
label-quiet-worry = Quiet worry: others think it gains more than it does.
label-untold-gain = Untold gain: tell it.
label-effort-above-benefit = Effort above benefit.
label-rebalance-due = Effort above benefit twice in a row: put a rebalance on the agenda (b).
label-big-winner = Big winner: may offer something.
heatmap = Who estimates what (row estimates, column is estimated)
heatmap-legend = In brackets: its own view. A question mark is "don't know", { $sign } is no row.
net-slope = Net balance per round
buddies = Buddies in this meeting
buddy-asks = { $buddy } watches over { $partner }. Ask { $buddy }: what does { $partner } need?
rebalance-title = Rebalance for { $partner }
rebalance-hint = Now: effort { $effort }, benefit { $own }. What changes? This becomes a decision.
rebalance-after = To which effort does { $partner } come then?
rebalance-after-hint = A number from 1 to 10. The next round shows whether it holds.
rebalance-runs = { $number } sets this right: effort { $before } becomes { $after }.
rebalance-shown = effort { $before } becomes { $after } (benefit { $own })
field-rebalance = Rebalance
cmd-round-row = enter row
cmd-reveal = reveal
cmd-rebalance = rebalance
refused-no-round = There is no filled benefit round yet. Press r to enter a row.
refused-too-few-rows = With fewer than { $count } rows a mean shows who gave what.
refused-row-locked = The row of { $partner } is in and stays as it is.
refused-revealed = The scores are revealed already. No row can be added or withdrawn.
refused-names-somebody = The text says: { $found }. The behaviour goes into the report without a name; write "a partner", for example.
refused-cafe-to-come = This café is still to come. Put on record who came when it was held.
refused-fewer-people = Fewer people came than partners. Is the number right?
refused-row-incomplete = The row of { $partner } does not have a place for every partner.

## Benefit round on paper
form-head =
    Benefit round { $name }, meeting { $number } of { $date }
    Form for { $partner }. Write a number from 1 to 10 after each colon, or don't know.
    What stands after a hash sign explains. Send it back as it is, with your own text above or below; nobody sees your numbers before the reveal.
form-gain = What does each partner gain by the collaboration, your own organisation included?
form-effort = How large is the effort of your own organisation?
form-not-recorded = { $file }: { $reason } Nothing was taken in.
form-no-folder = { $file } is no folder. Choose a folder for the forms.
form-no-files = { $file }: there is no .txt file in this folder.
form-wrong = { $file }, line { $line }: { $reason } Nothing was taken in.
form-score = "{ $found }" is no number from 1 to 10; if you do not know, write "don't know".
form-unknown = I do not understand "{ $found }". Expected: a code, a colon and a number.
form-empty = nothing stands after "{ $found }" yet.
form-twice = "{ $found }" stands twice, with different answers.
form-missing = "{ $found }" is missing.
form-other-round = the form is of meeting { $found }, not of this one.
form-other-chain = the form is of chain "{ $found }", not of this one.
form-unknown-partner = { $found } is no partner of this chain.
round-read = { $count ->
        [one] 1 row taken into meeting { $number }. It stays hidden until you reveal it.
       *[other] { $count } rows taken into meeting { $number }. They stay hidden until you reveal them.
    }
cli-round = Benefit round on paper: forms out and in
arg-round-blank = Writes an empty form per partner
arg-round-read = Reads filled forms, or every .txt in a folder; all or nothing
arg-round-output = Folder for the forms; else this folder

## Signals in the meeting
cmd-signals = signals
cmd-propose = agenda proposal from the signals
signals-title = Signals: { $raised } of { $all }, { $verdict }
signals-explanation = First the seven of a stall, then what asks for something now. Yes or no, never one grade. Enter opens what a signal rests on.
verdict-runs = it runs
verdict-look-out = look out
verdict-stall = a stall threatens
signals-rests-on = What it rests on
propose-none = The signals ask for no new agenda item.
propose-title = Agenda proposal { $place } of { $all }
propose-item = { $room }: { $about }
propose-yes = on the agenda
propose-no = not now
about-actions = actions on time
about-deferred = what is left lying
about-upward = repair the mandate
about-attendance = who is at the table
about-temperature = how we deal with each other
about-kpi = adjust
about-stories = collect stories
about-dissent = who sees it otherwise
about-absent = not decide over who was not there
about-mandate = mandate and level
about-commitment = benefit and commitment
about-round = benefit round
about-cafe = fewer partners at the chain café
about-outcomes = few items with an outcome
ground-meeting = open meeting { $number }
about-covenant = bring the covenant up to date
about-quiet = not discussed for long
claim-silent-dissent = Silent dissent: less of it ({ $before } to { $now }) while the temperature falls
claim-false-consensus = Ten or more decisions unanimous in a row (now { $count })
claim-absent-touched = A decision touches a partner that did not speak ({ $numbers }: { $partners })
claim-uneven-levels = { $known ->
        [yes] { $partners } sits at level { $low } today, the others up to { $high }
       *[no] Levels at the table differed last time ({ $low } to { $high })
    }
claim-benefit-without-kpi = A benefit without a KPI ({ $partners })
claim-stale-commitment = Ambition or covenant changed: to be confirmed again by { $partners }
claim-mandate-ends = { $which ->
        [ended] A mandate has ended ({ $ended })
        [both] A mandate has ended ({ $ended }) and another ends within 30 days ({ $people })
       *[ends] A mandate ends within 30 days ({ $people })
    }
claim-old-round = The last benefit round is older than six months ({ $days } days)
claim-unanchored = Decisions wait for their place in the covenant (longest { $days } { $days ->
    [one] day
   *[other] days
})
claim-covenant-review = { $when ->
        [past] The review of the covenant was due { $days } { $days ->
            [one] day
           *[other] days
        } ago
       *[ahead] Review of the covenant within 100 days (in { $days } { $days ->
            [one] day
           *[other] days
        })
    }
claim-quiet-factor = Factor { $factor } ({ $name }) had no item, decision or figure for { $sessions } meetings

## Relation and pulse
cmd-temperature = temperature
cmd-moment = well or hard
cmd-cafe = chain café
cmd-activity = activity
cmd-pulse = factor pulse
cmd-pulse-profile = profile of the pulse
cmd-withdraw-pulse = withdraw the pulse of a partner
cmd-withdraw-temperature = withdraw the temperature of a partner
temperature-title = { $partner }: how do the others deal with you, from 1 to 10?
temperature-title-absent = { $partner } (absent): how do the others deal with you, from 1 to 10?
temperature-filling = Temperature: { $count } of { $all } partners in, still hidden.
temperature-none-hidden = There is no hidden temperature. With r you enter the answers of a partner.
cmd-reveal-temperature = show the temperature
temperature-all-in = All partners have given the temperature.
temperature-falls = The temperature fell { $drop } in two meetings.
temperature-cold = At least one tie gets a 4 or lower. Talk about it with those two, not in the group.
moments = Well and hard
moments-empty =
    Nothing on record yet of what went well or was difficult.
    `i` one concrete behaviour, without a name
moment-good = well
moment-hard = hard
moment-title = What stood out in working together?
moment-explanation = One concrete behaviour. Who said it and about whom stays out of the record.
moment-text = Which behaviour?
moment-hint = For example: "we were called before it was in the paper".
cafe-next = First Thursday of the month: the next café is on { $date }.
cafe-next-date = The next café is on { $date }.
cafe-missing = Three times not at the chain café: { $partners }.
cafe-date = When was the chain café?
cafe-people = How many people, from which partners?
cafe-people-hint = First the number, then the codes: 17 POL OM RVK GEM. A 0 is cancelled.
details-cafe = Café
details-moment = What went well or grated
details-activity = Done together
field-moment = How it went
field-who-came = People and partners
activities = Done together (no meeting)
activities-empty =
    Nothing on record yet outside the meetings.
    `b` a lunch, a working visit, a Christmas breakfast
activity-date = When?
activity-title = What do or did we do together?
activity-hint = A meeting does not count.
pulse-title = Pulse { $partner } ({ $place } of { $all }): how does each factor stand, from 1 to 5?
pulse-profile = Factor pulse
pulse-of = Meeting { $number }, mean per factor (1 to 5)
pulse-answered = { $count } of { $all } partners filled in the pulse.
pulse-answers = { $count } { $count ->
        [one] score
       *[other] scores
    }
pulse-before = was { $mean }
pulse-spread = from { $low } to { $high }
pulse-note = Eight factors side by side; there is no final grade.
pulse-empty = There is no pulse yet. Press w to fill one in.

## Warnings and signals
cmd-warnings = warnings of this pane
warnings-none = There is no warning here now.
warnings-title = Warnings: { $room }
put-aside = aside
set-aside-because = Set aside in meeting { $number }: { $reason }
set-aside-do = set aside, with a reason that is kept
set-aside-undo = look at it again
set-aside-hint = Why need the group not look at this now? The reason is kept.
signals-go = to { $room }
claim-waits-for = { $count ->
    [one] { $count } matter waits
   *[other] { $count } matters wait
} for { $partner }
claim-left-behind = { $partner } left, and { $count ->
        [one] one open matter stands
       *[other] { $count } open matters stand
    } in its name
claim-factor-falls = Factor { $factor } ({ $name }) fell twice in a row: from { $before } to { $now }
claim-link-without-partner = Link without a representative: { $link }
claim-no-citizen-kpi = No KPI is about the citizen
claim-trade-off = Corner "{ $green }" is on its path and corner "{ $red }" is not: is there a trade-off?
claim-vague-ambition = Connects { $connects }, directs { $directs }: the ambition is too vague
claim-no-benefit = No benefit set down yet for { $partners }: committing has to wait
claim-outings-without = { $partner }: the ambition is in { $carrying } of { $total } outings
claim-no-baseline = KPI without a baseline: { $kpis }
claim-not-adjusted = { $kpi } calls for an adjustment, and nothing is decided yet ({ $name })
claim-one-organisation = KPI of one organisation, not of the chain: { $kpis }
claim-low-minutes = { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    } { $time ->
        [spent] spent on
       *[planned] planned for
    } items that belong lower
claim-no-mandate-below = Nobody with a mandate in { $body }: { $partners }
claim-unsigned = Covenant { $version } is not signed yet by { $partners }
claim-benefit-moved = The benefit of { $partner } went from { $before } to { $now }
claim-no-buddy = Nobody watches over { $partner } this time: buddy { $buddy } is not here
claim-not-realised = Benefit not realised for { $sessions } meetings: { $partners }
claim-rebalance-due = { $partner }: effort { $effort }, benefit { $own }, twice in a row. Put a rebalance on the agenda
claim-quiet-worry = Others think { $seen }, { $partner } feels { $own }
claim-no-activity = No relation activity for { $sessions } meetings
claim-cafe-on-holiday = { $date } is a holiday: choose { $free } for the chain café
claim-fewer-at-cafe = Fewer partners at the chain café: from { $before } to { $now } (last time { $date })
claim-cafe-missed = { $partner } missed the chain café three times
claim-untold-benefit = { $count ->
    [one] { $count } benefit reached is
   *[other] { $count } benefits reached are
} not told yet ({ $partners })
claim-not-justified = { $ever ->
        [no] { $partner } never accounted for its hours at home
       *[yes] The account of { $partner } is of { $date }: make a new one
    }
claim-no-progress = Stories without progress: no KPI has a value of { $month } or later
claim-few-stories = Stories with { $partner } in six months: { $count }
claim-stories-short = { $month }: { $count } of { $target } stories
claim-red-line = { $number } may touch a red line of { $partner }: { $line }
claim-no-shopfloor = No signal from the shop floor in { $sessions } meetings
claim-face-incomplete = Not set down yet for the face of the chain: { $part }
claim-few-outcomes = Meeting { $number }: { $done } of { $all } items with an outcome

## Positions in silence
positions-silent-title = Positions on { $number }, in silence
positions-still-silent = No position yet from { $partners }. Press p to go on.
positions-reveal-title = { $number }: { $count } { $count ->
    [one] position
   *[other] positions
} in
positions-reveal-explanation =
    So far nobody sees them. Revealing shows all of them at once; after that each gives its reason.
positions-reveal-yes = reveal them now
positions-reveal-no = wait
positions-reveal-again = enter them again
positions-sealed = { $count } of { $all } positions in, still hidden
position-reason-title = { $partner }: { $position }. Why?
reason-owed = The reason of { $partner } is still missing.
reasons-ask = ask for the reasons
field-reasons = Reasons
cmd-reveal-positions = reveal the positions
refused-nothing-sealed = There are no hidden positions. Press p to enter them.
refused-still-silent = No position yet from { $partners }. Reveal once everybody at the table is in.
refused-not-revealed = The positions are not revealed yet. Press p to go on.
refused-reason-owed = { $partner } has not given its reason yet. Choose "Reasons" and fill it in.

## Differences: cards, quadrant, shop floor
positions-beside = Positions beside what drives the partners
partner-cards = What drives the partners
proposal-none =
    There is no proposal.
    `d` records one
    `p` then asks for positions
red-line = red line: { $line }
differences-register = Register: { $open } open, { $agreed } agreed to disagree, { $resolved } resolved
quadrants = Dissent and trust
quadrants-empty = No meeting yet with decisions and a temperature or a trust check. It fills by itself after the first.
quadrant-mark = M{ $number }
quadrant-calm = calm
quadrant-healthy = healthy difference
quadrant-false-peace = false peace
quadrant-strife = strife
quadrant-checked = Meeting { $number }: { $dissent } per decision at trust { $trust } (asked): { $quadrant }
quadrant-by-temperature = Meeting { $number }: { $dissent } per decision at trust { $trust } (temperature): { $quadrant }
quadrant-advice-calm = Little dissent with trust. Ask now and then who sees it otherwise.
quadrant-advice-healthy = Differences may be said. Keep it so.
quadrant-advice-false-peace = Little dissent with little trust. Ask what is not being said.
quadrant-advice-strife = Much dissent with little trust. Work on the relation first.
shopfloor = From the shop floor
shopfloor-empty =
    No signal from the shop floor yet.
    `c` makes a dialogue card
    `i` records what comes back
shopfloor-row = M{ $number }, { $people } { $people ->
    [one] person
   *[other] people
}
shopfloor-ask = What comes back from the shop floor?
shopfloor-hint = First how many people, then what they say, without names: 12 The report comes in too late.
shopfloor-unclear = Begin with the number of people, then a space, then what they say.
cmd-dialogue-card = dialogue card
shopfloor-kept = Recorded: what { $people ->
    [one] 1 person
   *[other] { $people } people
} on the shop floor { $people ->
    [one] says.
   *[other] say.
}
cmd-shopfloor = signal from the shop floor
select-a-difference = Choose a difference or a decision first.
card-title = Dialogue card { $number }
card-views = How partners look at it
card-positions = Positions, without names: { $positions }
card-a-partner = a partner
card-no-views = No reasons are on record yet.
card-questions = Three questions
card-question-recognise = What of this do you recognise in your own work? Give one example, without names.
card-question-need = What does the other need, in your view, to do this well?
card-question-try = What could we try together in the coming month?
card-back = Give the answer in a few sentences to the secretary, with the number of people who took part. No names needed.
card-export = As a document: stuurgroep card { $number } --output card.md{ $dir }
card-nothing = Meeting { $session } has no difference or decision { $number }. Look the number up in the meeting.
cli-card = Makes a dialogue card for the shop floor from a difference or a decision
arg-card-number = Number of the difference or decision, for example O2026-01
arg-card-output = Write to this file instead of to the screen

## Chain, bodies, dependencies, covenant
chain-map = The chain
chain-map-empty =
    No links yet: who does which step in the chain.
    `Enter` sets them down
chain-map-nobody = nobody
chain-map-change = Enter: change the links
bodies = Who may decide below the steering group
bodies-empty =
    No body below the steering group yet.
    `b` sets one down
bodies-legend = { $mandate } has a mandate  { $part } takes part without one  { $none } takes no part
body-coverage = { $body }: { $with } of { $all } with a mandate. Without: { $without }.
body-nobody = { $body }: no partners yet (Enter)
body-covered = { $body }: all { $all } have a mandate ({ $with } of { $all }; without: { $without }).
body-level = On which level?
body-name = What is the body called?
cmd-new-body = add a body
dependencies = Who waits for whom
dependencies-corner = waits for
dependencies-empty = As far as known nobody waits. Set down with an action or KPI whom it waits for.
dependencies-row = { $count } { $count ->
    [one] waits
   *[other] wait
} for { $partner }: { $what }
waits-for = waits for { $partner }
nobody = nobody
field-waits-for = Waits for
field-link-new = New link
field-link-forward = One place forward
field-remove = Take out
details-link = Link: { $name }
mandate-none = nobody with a mandate
mandate-hint = Name; about what; until when. For example: T. Hoekstra; division of cases; 30-06-2027. Empty takes the mandate back.
mandate-unclear = Write a name; about what; until when, with semicolons between.
cmd-covenant = amend the covenant
cmd-covenant-changes = what changes in the covenant
amendment = Proposal for covenant { $version }
amendment-why = Why a new version of the covenant?
amendment-why-hint = One sentence. Decisions that wait for the covenant are put in at once.
amendment-articles = { $count } { $count ->
    [one] article
   *[other] articles
} changed
amendment-impact = Impact known for { $count } of { $all } partners
amendment-positions = Positions: { $count } of { $all } (decision { $number })
amendment-establish = Decided; then this becomes covenant { $version }, and signatures follow
amendment-see = see what changes
amendment-vote = ask for positions
amendment-becomes = becomes covenant { $version }
amendment-note = Order: articles, impact per partner, positions, establish, signatures. After that each partner is asked to commit again.
amendment-decision = Establish covenant { $version }: { $reason }
details-covenant = Covenant { $version }
covenant-sign = signatures under this version
covenant-propose = propose a new version
covenant-because = Why this version: { $reason }
covenant-impact = Impact on { $partner }: { $text }
covenant-signed = Signatures: { $count } of { $all }
covenant-versions = { $count } { $count ->
    [one] version
   *[other] versions
}; see what the last one changed
covenant-changes = What changes with covenant { $version }
covenant-one-version = There is only one version. Press c to propose a new one.
article-added = New: { $no } { $title }
article-removed = Dropped: { $no } { $title }
article-changed = Changed: { $no } { $title }
article-title-was = Was called: { $title }
article-was = Was:  { $text }
article-is = Is:   { $text }
articles-waiting = Still waits, because the text of the article does not change: { $decisions }
article-lays-down = Lays down: { $decisions }
articles-same = { $count ->
    [one] { $count } article stays
   *[other] { $count } articles stay
} the same.
article-hint = First line: number | heading. The text under it (Alt-Enter is a new line). Empty leaves the article out.
article-unclear = Write on the first line the number, a bar | and the heading, for example: art. 5 | Terms
field-ends = Ends on
field-published = Published on
field-signature = Signature { $partner }
signature-none = not yet
signature-hint = Enter takes the date; empty takes the signature out.
field-changes = What changes
field-article-new = New article
field-impact = Impact on { $partner }
field-establish = Establish
field-withdraw = Withdraw the proposal
refused-no-amendment = There is no proposal for the covenant. Press c to make one.
refused-amendment-pending = There is a proposal already. Finish it first, or withdraw it.
refused-amendment-decided = Positions on this text were asked. A new round on the decision opens the text again.
refused-amendment-not-adopted = The decision on this version is not taken yet, or a reservation is open.
refused-signed-outside = A signature is not from before this version and not from after today.
refused-unsigned = Not signed yet by { $partners }. Publication comes after the last signature.
refused-impact-open = Not known yet what this means for { $partners }. Fill that in first.
refused-name-taken = The name "{ $name }" is taken. Choose another.
refused-no-such-colour = Not every terminal knows this colour. Choose one of: { $colours }.
refused-no-rule = This is no rule that comes out on days. For example: FREQ=MONTHLY;BYDAY=1TH (first Thursday).
refused-same-partner = A tie is between two partners. Name two.

## Relation: one tie, the rule of the café
cmd-tie = show one tie
tie-title = Which two partners both want to show this?
tie-hint = Two codes, for example: JR POL. Only when both agree. Once more puts it away again.
tie-unclear = Name exactly two codes, with a space between.
tie-no-round = There is no complete temperature yet. Press r to enter it.
tie-row = { $one } gives { $other } a { $to }; { $other } gives { $one } a { $back } (both agreed to show it)
cmd-cafe-rule = rule of the café
cafe-rule = Rule: { $rule }
cafe-no-next = No further date follows from the rule. Press y to give another rule.
cafe-rule-title = When is the chain café?
cafe-rule-hint = A rule as in iCalendar: FREQ=MONTHLY;BYDAY=1TH is the first Thursday, FREQ=WEEKLY;INTERVAL=2;BYDAY=WE is every other Wednesday.

## Identity: what is really done together
materiality-empty =
    Nothing set down yet of the hours, people and money that partners put in.
    `Enter` on a partner fills them in
materiality-people = People who take part: { $count }
materiality-euros = Money: € { $euros } a year
materiality-executed = Carried out: { $executed } of { $adopted } decisions adopted
executed-on = carried out { $date }
field-executed = Carried out on
field-people = People
field-euros = Euros a year
field-justified = Last account given
field-logic = Steers by
field-law = Law
field-rhythm = Rhythm
field-benefit-state = State of the benefit
benefit-intended = intended
benefit-in-sight = in sight
benefit-realised = realised
benefit-told = told
benefit-gone = gone
field-kpi-partners = Who work on it
field-citizen = About the citizen
logo-not-found = { $file }: no such file in assets/
logo-neither = { $file } is neither text nor a PNG
logo-too-large = { $file } is too large for a logo
logo-broken = { $file } is no sound PNG: the file is broken
logo-not-shown = Logo: { $file } (this terminal shows no pictures)

## Joining and leaving
cmd-partner-joins = a partner joins
cmd-partner-leaves = a partner leaves
join-title = Who joins?
join-hint = A short code and the name, for example: SHN Victim support
join-unclear = Write a short code first, then a space, then the name.
joined = { $partner } takes part. Enter on the partner: set down who comes to the table.
leave-title = Who leaves?
leave-sure = { $partner } leaves. What it said and did stays on record. Record the decision about it with d.
leave-yes = leaves
leave-no = not now
event-joined = { $partner } joined
event-left = { $partner } left
refused-round-open = A round is being filled, or positions are hidden. Finish that first.
refused-bad-code = A code has at most six letters and digits, without spaces.
refused-last-partner = A chain has at least one partner.
report-governance = Governance
report-set-aside = Set aside: { $about }. Reason: { $reason }
pulse-filling = Pulse of now: { $count } of { $all } partners in, still hidden.

cli-generate = Writes a made-up archive for benchmarks and tests
arg-generate-meetings = How many meetings
arg-generate-seed = The same number gives the same files
arg-generate-a-chain = How many meetings a chain has at most
generated = { $count } { $count ->
    [one] meeting
   *[other] meetings
} in { $folders } { $folders ->
    [one] folder
   *[other] folders
} under { $folder }
generate-not-empty = { $folder } is not empty. Choose a new folder; nothing is overwritten.

## Looking back: earlier meetings
cmd-next-meeting = next meeting
cmd-previous-meeting = previous meeting
no-next-meeting = There is no meeting after this one yet.
no-previous-meeting = There is no meeting before this one.
cmd-compare = compare with another meeting
compare-with = Compare with which meeting?
compare-hint = A number. You see per factor what was and what is.
compare-title = Meetings { $old } and { $new } compared
compare-date = Date
compare-ambition = Version of the ambition
compare-committed = Committed
compare-upward = Could have stayed below
compare-unanchored = Wait for a place in the covenant
compare-covenant = Covenant
compare-net = Net { $partner }
compare-temperature = Temperature, mean
compare-lowest = Lowest tie
compare-stories = Stories in the month
compare-differences = Differences open
compare-agreed = Agreed to disagree
compare-outcomes = Items with an outcome
compare-open = Open matters
compare-actions = Actions open
compare-came = Came: { $records }
compare-went = Settled or closed: { $records }
compare-late = Of which late
report-state = This report
report-altered = This file changed after its adoption: the next meeting adopted other content. Compare with a copy or with git.
report-altered-see = This file changed after its adoption; Opening says more.
report-adopted = Adopted on { $date }.
report-not-adopted = Not adopted by the next meeting yet.
report-hash = SHA-256 { $hash }
report-correction = Correction: { $text }

## Search and registers
cli-search = Searches everything anyone wrote, over all meetings
arg-search-words = Words and filters, for example: weekend* is:open owner:JR since:2026-06
arg-search-limit = How many rows at most (otherwise 20, and all of them with --json)
arg-search-sort = Order: best, newest, oldest, due, owner or code
cli-register = A register over all meetings: decisions, actions, escalations, differences, stories, notes, articles, mandates or kpi_values
arg-register-kind = Which register
arg-register-filter = Filters and words, as with search
arg-register-limit = How many rows at most (otherwise 50, and all of them with --json)
arg-register-sort = Order: best, newest, oldest, due, owner or code
register-unknown = { $name } is no register. Choose from: { $all }.
filter-unknown = "{ $part }" is no filter.
filter-examples = For example: is:open is:late owner:JR partner:OM kind:frame since:2026-06 until:2026-12 factor:3 chain:Kompas
filter-no-factor = "{ $part }" is not possible: there are eight factors, 1 to 8.
filter-factors = For example: factor:3
filter-no-date = "{ $part }" is not a date.
filter-dates = For example: since:2026-06 or until:2026-06-11
filter-open = open
filter-not-open = closed
filter-late = late
search-total = { $shown } of { $total } { $total ->
    [one] row
   *[other] rows
}. { $kinds }
search-more = There is more. All of it is shown by --limit { $total }
search-nothing = Nothing found.
search-no-words = There is no word or number in this. Type what you look for, for example: weekend* is:open
search-corrected = "{ $typed }" occurs nowhere; "{ $nearest }" was looked for.
index-progress = Index: { $done } of { $all } files
index-trouble = The index does not work ({ $reason }). It can go: remove { $folder }.
kind-decisions = decisions
kind-actions = actions
kind-differences = differences
kind-escalations = escalations
kind-stories = stories
kind-notes = notes
kind-articles = articles
kind-mandates = mandates
kind-kpi-values = KPI values

# Home: the face of the chain
home-next = Next meeting
home-day-passed = this day has passed
no-terminal = A meeting needs a terminal, with keys and a screen. Without one: stuurgroep show, list, search, export.
home-no-next = There is no next meeting yet. Plan one, with your own date: stuurgroep plan --date +6w{ $dir }
home-newest-unreadable = { $file } can't be read. Enter says what is wrong and what you can do.
home-folder-gone = The folder { $folder } is not there any more, or has another name. Nothing was deleted: open the folder where it is now.
home-all-well = No signal is raised.
home-altered = { $others ->
    [0] Meeting { $number }: the file changed after its adoption
   *[other] Meeting { $number } and { $others } more: the files changed after their adoption
}
home-more = and { $count } more; ! shows all
home-meetings = Meetings ({ $count })
home-newer = newer meetings…
home-older = older meetings…
home-documents = Documents
home-unreadable = { $count } unreadable
need-agenda = { $count ->
    [0] the agenda is empty
    [one] 1 agenda item
   *[other] { $count } agenda items
}
need-papers = { $count ->
    [0] when the papers went out is not known
    [one] papers sent 1 working day before
   *[other] papers sent { $count } working days before
}
need-kpi-values = { $count ->
    [0] every KPI has a fresh value
    [one] 1 KPI waits for a new value
   *[other] { $count } KPIs wait for a new value
}
need-no-kpi = there is no KPI yet
need-escalations = { $count ->
    [0] every escalation is prepared
    [one] 1 escalation is not prepared
   *[other] { $count } escalations are not prepared
}
need-late-actions = { $count ->
    [0] no action is late
    [one] 1 action is late
   *[other] { $count } actions are late
}
need-mandates = { $count ->
    [0] every mandate still holds
    [one] 1 mandate ends before the meeting
   *[other] { $count } mandates end before the meeting
}
document-report = Report of meeting { $number }
document-no-text = { $file } is no text and can't be shown here.
document-written = Written: { $file }
report-file = report
col-chain = chain
col-next = next
col-last = last
col-meetings = count
col-late = late
col-actions = open actions
col-record = number
col-owner = who
col-due = due
col-text = text
cmd-next-open = to the next meeting
cmd-search-all = search everything
cmd-archive = search all meetings
cmd-trends = trends over the meetings
cmd-life = life of what is selected
cmd-redraw = draw the screen anew
cmd-back = back to where you were
cmd-chains = to the list of chains
cmd-write-report = write the report as a document
cmd-stop-index = stop or resume the update of the index
index-stopped = The index stands still. What is there can be searched; x goes on.
index-goes-on = The index is being updated again.
index-unusable = The index can't be used ({ $reason }). Meetings can be opened all the same, with: stuurgroep meet{ $dir }
new-chain-ambition = What do the partners want to reach together?
new-chain-ambition-hint = One sentence with a direction. It may stay empty: the group can make the ambition together.

# Searching everything
archive-hint = Type words or filters: is:open owner:JR since:2026-06 weekend*
archive-due = due { $date }
archive-made = { $chain }, meeting { $number }
register-all = all
hint-registers = register
hint-complete = complete
hint-order = order
hint-life = life
hint-open-there = open
hint-zoom-in = shorter
hint-zoom-out = longer
hint-topic = topic
filter-key-is = is
filter-key-kind = kind
filter-key-owner = owner
filter-key-partner = partner
filter-key-since = since
filter-key-until = until
filter-key-factor = factor
filter-key-chain = chain
state-done = done
state-dropped = dropped
order-best = best match
order-newest = newest first
order-oldest = oldest first
order-due = by date
order-owner = by owner
order-code = by number

# The life of a record
life-title = Life of { $number }
life-session = Meeting { $number }, { $date }
life-made = made
life-reworded = reworded: { $text }
life-postponed = postponed from { $from } to { $to }
life-done = done on { $date }
life-dropped = dropped on { $date }
life-ratified = ratified on { $date }
life-executed = carried out on { $date }
life-now = now: { $state }
life-resumes = takes up { $number } again
life-resumed-as = taken up again as { $number }
life-repeats = repeats { $number }
life-repeated-as = comes back as { $number }
life-open = still open
life-none = Nothing is known of the life of this record.
life-no-record = Select a decision, action, difference or escalation first.

# Trends
topic-kpis = KPIs against their path
topic-net = Net balance per partner
topic-temperature = Temperature of the relation
topic-upward = Upward delegation, with the results under it
topic-dissent = Dissent and trust
topic-pulse = The pulse of the eight factors
topic-outcomes = Agenda items with an outcome
topic-stories = Stories per meeting
trend-tab-kpis = KPIs
trend-tab-net = balance
trend-tab-temperature = temperature
trend-tab-upward = upward
trend-tab-dissent = dissent
trend-tab-pulse = pulse
trend-tab-outcomes = outcomes
trend-tab-stories = stories
trends-nothing =
    Nothing was recorded about this in this period.
    `-` shows a longer period
    `Tab` shows another topic
trends-no-meeting = No meeting was held in this period.
trends-period = { $period }: { $count ->
    [one] 1 meeting
   *[other] { $count } meetings
}, { $first } to { $last }
period-all = All years
period-years = { $years ->
    [one] The last year
   *[other] The last { $years } years
}
trend-up = { $name }: up from { $first } to { $last }, over { $count } measurements.
trend-down = { $name }: down from { $first } to { $last }, over { $count } measurements.
trend-one = { $name }: { $last }. There is one measurement.
trend-level = { $name }: level at { $last }, over { $count } measurements.
trend-path = The path asked for { $path }.
series-mean-tie = The mean temperature
series-lowest-tie = The lowest tie
series-upward = What a lower level could decide (%)
series-on-time = Actions done on time (%)
series-on-path = KPIs on their path (%)
series-dissent = Dissent per decision
series-trust = Trust
series-outcomes = Items with an outcome (%)
series-stories = Stories
kind-texts = texts
trend-back = { $name }: { $last } again, after a low of { $low } and a high of { $high }, over { $count } measurements.
arg-new-ambition = What the partners want to reach together, in one sentence; may come later

# The clock of the computer.
clock-title = What date is it?
clock-asks = The clock of this computer says { $date }. That does not fit this meeting. Nothing is recorded with that date; the time of the agenda items goes on as it was.
clock-keep = Go on with { $date }
clock-right = The clock is right: { $date }
clock-other = Another date
clock-hint = The date of today: 10-12-2026 or 10 December 2026.
clock-doubted = The clock of this computer says { $date }, and that can't be right. Nothing was written. Set the clock, or say what day it is with --today YYYY-MM-DD.

# Two versions of one meeting
cmd-conflicts = choose between versions
claim-versions-differ = Two versions say something different ({ $about }); still to choose: { $count }
conflicts-title = Choosing between two versions
conflicts-explanation = This meeting was merged from two versions. Both are kept until you choose.
conflicts-none = There is nothing to choose between two versions.
conflicts-settled = Everything is chosen.
conflict-changed = { $about }, { $field }: "{ $ours }" or "{ $theirs }"
conflict-record = { $about }: "{ $ours }" or "{ $theirs }"
conflict-removed = { $about }: removed in one version, changed or still needed in the other
conflict-hidden = { $about }: { $partner } gave two different answers, and nobody has seen them
conflict-keep = stays: { $value }
conflict-take = becomes: { $value }
conflict-leave = it stays
conflict-remove = remove it
conflict-hidden-keep = the answer that is there stays
conflict-hidden-again = the answer goes and is asked again
event-merged = merged with another version; these got another number: { $numbers }
refused-other-meeting = This version is of another meeting.
refused-versions-to-choose = Still to choose between two versions: { $count }. Choose first, with : choose between versions.
refused-no-such-conflict = Somebody chose between these already.
cli-merge = Merges two versions of one meeting, also for git
arg-merge-ours = Session file; its numbers stay
arg-merge-theirs = Session file that comes in
arg-merge-base = Session file that both were made from, where it is there
arg-merge-output = Write to this file instead of to the screen
arg-merge-name = What the file is called in messages, where A and B stand under another name for a while
merge-other = These files are of different chains or meetings.
merge-renumbered = { $old } is now { $new }
merge-in = { $file }: { $text }
merge-theirs = { $file } (the version that comes in)
merge-base = { $file } (what both versions were made from)
merge-conflicts = Still to choose: { $count }. Both versions are in the file; choose with the command "choose between versions".

## Screens
header-end = end
header-of = of { $minutes }
header-over = { $time } over
header-left = left
header-ready = ready { $count } of { $all }
header-days = { $days ->
    [0] today
    [1] tomorrow
    [-1] yesterday
   *[other] { $days } days
}
header-took = { $spent } of { $planned } min
header-adopted = adopted on { $date }
save-recorded-short = recorded
foot-note = note
foot-item-done = next
foot-undo = undo
foot-search = search
foot-palette = all
side-agenda = Agenda
side-table = At the table { $present }, mandate { $mandated }
side-no-mandate = none
side-absent = away
side-recorded = Recorded today: { $count }
side-next = Next
side-minutes = { $minutes } min
kpi-higher = { $name } ({ $unit }, higher is better)
kpi-lower = { $name } ({ $unit }, lower is better)
kpi-now = now
kpi-path = path
kpi-gap = gap
kpi-stand-short = stand
kpi-twelve = 12 months
kpi-owner = owner
kpi-none = none
too-few-points-short = too few
kpi-noise-short = Usual swing: ask for no explanation.
kpi-signal-short = Outside the usual swing.
pace-title = Needed and achieved each month
pace-needed = needed
pace-achieved = achieved
plot-path = path
plot-pace = this pace
plot-gap = { $gap } gap
plot-now = now
balance-round-short = m{ $number }
balance-net-short = net
legend-effort = effort
legend-own = own benefit
legend-seen = what others see (median)
label-short-quiet-worry = quiet worry
label-short-untold-gain = tell it
label-short-effort = more effort
label-short-rebalance = rebalance
label-short-winner = can offer
trend-path-short = path { $path }
kpi-needed-short = Needed { $needed } a month, achieved { $achieved }.
table-short = at the table { $present } of { $seats }   mandate { $mandated }   needed { $quorum }
quorum-short = quorum
quorum-short-missing = no quorum
seat-person = at the table
seat-level = level
seat-as = as
seat-mandate = mandate
seat-no-mandate = no mandate
seat-until = until { $date }
opening-more = Mandates and papers
days-short = { $count } d
open-heading = Still to do: { $count }
nothing-open = No other action is open.
done-heading = Finished: { $count }
agenda-item = item
agenda-asks = asks
agenda-begins = begins
agenda-minutes = minutes
agenda-room = part
agenda-hammer = no debate
agenda-total = { $items ->
    [one] { $items } item
   *[other] { $items } items
}, { $minutes } min in all.
agenda-old = On the agenda before: { $items }.
agenda-keys = + adds an item, < and > move it, e opens it, s skips it.
corrections-heading = Corrections: { $count }
corrections-none = None. With c you record one.
report-text = Text of the report
positions-position = position
quadrant-dissent = dissent per decision →
quadrant-trust = ↑ trust
ladder = ladder
escalation-what = escalation
escalation-state = state
escalation-days = days
minutes-by-purpose = Time by purpose, spent of planned
arg-theme = Colours: dark for a dark room, light for daylight, contrast for who sees less, terminal for the sixteen of your terminal; auto chooses by the background
cli-value-auto-dark-light-contrast-terminal = auto|dark|light|contrast|terminal
temperature-mean = mean
temperature-lowest = lowest
temperature-apart = widest gap
upward-below = below
upward-unprepared = not prepared
upward-on-time = on time
positions-reason = reason, in its own words
check-title = Can this decision be taken?
check-quorum = Quorum: { $present } at the table, { $quorum } needed
check-touched = Whoever it touches is at the table
check-touched-not = It touches who is not there: { $partners }
check-reasons = Still without a reason: { $partners }
check-objections = Objections not looked into yet: { $count }
check-outcome = The outcome is not chosen yet
foot-disagreement = differ
header-pause = break until { $time }
row-stop-leaving = This row is not complete and is not kept. Once more: then the program closes.
