### What goes with all messages.

# Between two names of which one is meant
of = or

# What comes in words. $tekst: these; $raad: what to do
letterlijk = { $tekst }
letterlijk-doe = { $raad ->
    [geen] { "" }
   *[wel] { $raad }
}

# A message about a column. $kolom: the column; $fout: the message
in-kolom = column { $kolom }: { $fout }

# A message about a sentence of the list. $plaats: file, line and name; $fout: the message
in-zin = { $plaats }: { $fout }
