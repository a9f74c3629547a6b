### What was noticed while looking at the data; the variables are those of the Dutch file.

waarschuwing-code = { $getoond ->
    [ja] "{ $code }"
   *[nee] a code
}

waarschuwing = { $soort ->
    [empty-column] the column holds nothing.
    [empty-cells] empty cells; { $deel } is filled in.
    [filled-cells] filled in, where the column is nearly always empty for this code.
    [empty-in-group] empty in one group: { $experiment } is filled in for the experiment group, { $control } for the control group.
    [empty-run] empty, one row after another, where the column is filled in elsewhere.
    [constant-column] the same value everywhere.
    [duplicate-rows] equal to an earlier row in every column, of { $aantal } rows.
    [same-event] the same client, kind and day as an earlier row, with another remainder.
    [same-person] equal to an earlier client in everything but the number.
    [client-form] a number of another length or form than all others.
    [client-alike] a number that differs from another in case or punctuation only.
    [cut-off] the table ends long before the last client: { $na } more do not follow.
    [null-word] a word for "nothing" that counts as a value.
    [damaged-text] signs that no text holds, or letters read in a wrong encoding.
    [lost-letter] a question mark within a word.
    [mixed-alphabets] letters of two alphabets in one word.
    [spelling] { waarschuwing-code } written otherwise than in { $aantal } other rows: case, spacing or accents differ.
    [nearly-quoted] { waarschuwing-code }, and not "{ $lijkt }", which counts.
    [impossible-number] a number that this unit does not allow.
    [sentinel-number] a number that seems to mean "unknown", such as 999 or -9.
    [below-zero] a number below zero.
    [far-number] a number at least five times as large or as small as all others.
    [two-magnitudes] the numbers fall into two parts, one ten times as large.
    [number-style] a number written otherwise than most: thousands marks, or another number of decimals.
    [invented-date] a date that means "unknown" or "for ever", such as 1 January 1900.
    [far-date] more than ten years from all other dates.
    [repeated-date] { $dag }, more often than any other day.
    [new-years-day] a 1 January: often only the year is known.
    [day-of-month] all dates have the same day of the month: perhaps only the month is known.
    [day-and-month] no date has a day above twelve: are day and month the other way round?
    [weekend] a weekend day, where nearly all others are working days.
    [before-study] before { $dag }, and so before the study.
    [after-study] after { $dag }, and so after the study.
    [stops-early] no row after { $dag }, long before the study ends.
    [starts-late] no row before { $dag }, long after the study began.
    [accepted-nothing] { $naam } is accepted and was not remarked on; most like it: { $lijkt }.
    [hole] no row at all between { $dag } and { $tot }.
    [impossible-age] older than 120 years.
    [wrong-digit] group and last digit disagree.
    [criterion-not-met] selected, though this is not met: { $label }.
    [criterion-unknown] selected, and it is not known whether this is met: { $label }.
    [criteria-met] not selected, though all criteria are met.
    [benefit-before-birth] the benefit begins before birth.
    [benefit-before-adult] the benefit begins before the age of eighteen.
    [before-birth] before the client's birth.
    [after-death] after the client's death.
    [of-not-selected] about someone who was not selected.
    [of-control-client] about someone of the control group without an intake.
    [without-intake] about someone without an intake.
    [of-non-participant] about someone whose route says that they took no part.
    [before-intake] before the intake.
    [after-departure] after the end of the trajectory.
    [income-after-ending] income beside a benefit that had ended.
    [work-without-ending] work instead of a benefit that has not ended.
    [overlapping-work] begins while earlier work of the same client still ran.
    [work-before-intake] begins before the intake.
    [route-missing] a client of the experiment group whose route is not known.
    [route-of-control-client] a client of the control group with a route.
    [assessed-without-intake] assessed without an intake.
    [managed-without-intake] a manager without an intake.
    [without-support] nothing in { $tabel } bears out this route, as it does for others.
    [against-route] something in { $tabel } that others of this route do not have.
    [out-of-order] an intake out of the order of calling.
    [ending-before-benefit] the benefit ends before it begins.
    [above-maximum] an amount of a client who got more than { $maximum } ({ $label }).
    [client-without-outcome] clients without a row among the outcomes: { $experiment } of the experiment group has one, { $control } of the control group.
    [group-without-rows] no row is about the { $groep } group, whose outcomes are counted here.
    [unknown-case] a quotation with a story that is not there.
    [case-number] story { $casus } is one more than promised.
    [case-age] story { $casus } has an age nobody in the study can have.
    [case-months] story { $casus } has more months in the programme than the study lasted.
    [three-digits] { $gelezen ->
        [decimaalteken] every number has three digits behind "{ $teken }", which is read as the decimal sign. If it is not, set decimal = "{ $ander }" in study.toml.
       *[duizendtal] every number has three digits behind "{ $teken }", which is read as a sign between thousands. If it is not, set decimal = "{ $ander }" in study.toml.
    }
    [hidden-rows] hidden in Excel, by a filter or by hand ({ $n } in all); { $gedaan ->
        [skip] left out.
       *[read] read all the same.
    }
    [hidden-column] the column is hidden in Excel; it is read all the same.
   *[hidden-sheet] sheet { $blad } is hidden in Excel; it is read all the same.
}
