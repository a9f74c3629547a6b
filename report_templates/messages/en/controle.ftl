### What the check of prose tells an editor. With every message goes what to do: "-doe".
### $tekst: what is written; $feit: the fact; $waarde: what the fact says; $citaat: how to quote it

# A number that a fact holds as well
getal-van-feit = “{ $tekst }” is typed by hand; { $feit } is { $waarde }.
getal-van-feit-doe = { $citaat ->
    [geen] Quote the fact if that is meant, or mark the passage <!-- vrij --> … <!-- /vrij -->.
   *[wel] Write { $citaat }, or mark the passage <!-- vrij --> … <!-- /vrij -->.
}

# A number that no fact holds
getal-zonder-feit = “{ $tekst }” is typed by hand, and no fact about this says so.
getal-zonder-feit-doe = State it as a fact, or mark the passage <!-- vrij --> … <!-- /vrij -->.

# Something else than the fact says
tegenspraak = “{ $tekst }” contradicts { $feit }, which is { $waarde }.
tegenspraak-doe = { $citaat ->
    [geen] Change the sentence, or mark the passage <!-- vrij --> … <!-- /vrij -->.
   *[wel] Write { $citaat }, or mark the passage <!-- vrij --> … <!-- /vrij -->.
}

# A fact of one group in a sentence about the other
citaat-andere-groep = the sentence is about another group than { $feit }.
citaat-andere-groep-doe = { $citaat ->
    [geen] Quote the fact of the group that the sentence is about.
   *[wel] Write { $citaat }, or name the other group.
}

# A fact of one category in a sentence about another
citaat-andere-categorie = the sentence is about something else than { $feit }.
citaat-andere-categorie-doe = { $citaat ->
    [geen] Quote the fact that the sentence is about.
   *[wel] Write { $citaat }, or name what { $feit } is about.
}

# A comparison the wrong way round
richting = “{ $tekst }” points the wrong way: { $feit } is { $waarde }.
richting-doe = Turn the comparison round, or let a sentence of the list make it.

# Proof that is not there, or chance where there is proof. $waarde: the verdict
betekenis-oordeel = “{ $tekst }” contradicts the verdict { $feit }: { $waarde }.
betekenis-oordeel-doe = Let a sentence of the list tell the verdict.
betekenis-niet = “{ $tekst }” contradicts { $feit }: that difference is not significant.
betekenis-niet-doe = Write that the difference may be chance.
betekenis-wel = “{ $tekst }” contradicts { $feit }: that difference is significant.
betekenis-wel-doe = Write that the difference is significant.

# A change
verandering = “{ $tekst }” tells of a change, and of { $feit } there is one measurement only.
verandering-doe = Write what was measured, or mark the passage <!-- vrij --> … <!-- /vrij -->.
verandering-omgekeerd = “{ $tekst }” points the wrong way: see { $feit } and the months after it.
verandering-omgekeerd-doe = Turn the change round.
