### Wat bij alle meldingen hoort.

# Tussen twee namen waarvan er een bedoeld is
of = of

# Waar iets staat
blad = blad
cel = cel
rij = rij
rijen = rijen
kolom = kolom
regel = regel
en = en
en-nog = en nog #
duizendtal = .

# Wat al in woorden komt. $tekst: die woorden; $raad: wat eraan te doen is
letterlijk = { $tekst }
letterlijk-doe = { $raad ->
    [geen] { "" }
   *[wel] { $raad }
}

# Een melding over een zin uit de lijst. $plaats: bestand, regel en naam; $fout: de melding
in-zin = { $plaats }: { $fout }

# Voor en onder de meldingen. $aantal: hoeveel; $rijen: per tabel
fout = fout
waarschuwing = waarschuwing
niets-mis = niets mis in het proza
fouten-geteld = { $aantal ->
    [one] 1 fout
   *[other] { $aantal } fouten
}
waarschuwingen-geteld = { $aantal ->
    [one] 1 waarschuwing
   *[other] { $aantal } waarschuwingen
}
aanvaard-geteld = { $aantal } aanvaard
nagegaan-geteld = { $aantal ->
    [one] 1 opmerking over de gegevens is nagegaan; de bijlage vertelt haar
   *[other] { $aantal } opmerkingen over de gegevens zijn nagegaan; de bijlage vertelt ze
}
gegevens-in-orde = gegevens en configuratie zijn in orde; rijen: { $rijen }
