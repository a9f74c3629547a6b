### De inleiding: wat er in welk hoofdstuk staat.

# Een regel van de leeswijzer. $hoofdstuk: verwijzing, "hoofdstuk 3"; $naam: welk hoofdstuk het is
leeswijzer = { $naam ->
    [inleiding] { $hoofdstuk }: waarom en hoe dit onderzoek is gedaan
    [opzet] { $hoofdstuk }: hoe het onderzoek is opgezet en hoe de groepen zijn gevormd
    [kenmerken] { $hoofdstuk }: of beide groepen bij de start op elkaar leken
    [verloop] { $hoofdstuk }: wat er met de { -personen } gebeurde, van de toewijzing tot het einde
    [resultaten] { $hoofdstuk }: de voorlopige resultaten
    [klantmanagement] { $hoofdstuk }: hoe { -begeleiders } hun { -personen } begeleidden
    [instrumenten] { $hoofdstuk }: welke instrumenten { -begeleiders } gebruikten, en voor hoeveel { -personen }
    [accountmanagement] { $hoofdstuk }: wat accountmanagers bij werkgevers deden
    [casussen] { $hoofdstuk }: het verhaal van afzonderlijke { -personen }
    [slotbeschouwing] { $hoofdstuk }: het plan naast de praktijk, en de verwachtingen naast de resultaten
    [verantwoording] { $hoofdstuk }: wat er aan de gegevens en de berekeningen te controleren valt
   *[ander] { $hoofdstuk }
}
