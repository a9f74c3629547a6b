### Wat bij alle meldingen hoort.

# Tussen twee namen waarvan er een bedoeld is
of = of

# Wat al in woorden komt. $tekst: die woorden; $raad: wat eraan te doen is
letterlijk = { $tekst }
letterlijk-doe = { $raad ->
    [geen] { "" }
   *[wel] { $raad }
}

# Een melding over een kolom. $kolom: de kolom; $fout: de melding
in-kolom = kolom { $kolom }: { $fout }

# Een melding over een zin uit de lijst. $plaats: bestand, regel en naam; $fout: de melding
in-zin = { $plaats }: { $fout }
