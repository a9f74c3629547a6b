### What goes with all messages.

# Between two names of which one is meant
of = or

# Where something is
blad = sheet
cel = cell
rij = row
rijen = rows
kolom = column
regel = line
en = and
en-nog = and # more
duizendtal = ,

# What comes in words. $tekst: these; $raad: what to do
letterlijk = { $tekst }
letterlijk-doe = { $raad ->
    [geen] { "" }
   *[wel] { $raad }
}

# A message about a sentence of the list. $plaats: file, line and name; $fout: the message
in-zin = { $plaats }: { $fout }

# Before and under the messages. $aantal: how many; $rijen: of each table
fout = error
waarschuwing = warning
niets-mis = nothing wrong in the prose
fouten-geteld = { $aantal ->
    [one] 1 error
   *[other] { $aantal } errors
}
waarschuwingen-geteld = { $aantal ->
    [one] 1 warning
   *[other] { $aantal } warnings
}
aanvaard-geteld = { $aantal } accepted
nagegaan-geteld = { $aantal ->
    [one] 1 accepted remark on the data, told in the annex
   *[other] { $aantal } accepted remarks on the data, told in the annex
}
gegevens-in-orde = data and configuration are sound; rows: { $rijen }
