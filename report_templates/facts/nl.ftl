### Wat een feit betekent, in één zin, in de volgorde waarin docs/feiten.md ze toont.

## inleiding

data-selectie = De dag waarop de klanten zijn geselecteerd.
data-start = De dag waarop het programma begon.
data-uitbreiding = De dag waarop er klanten bij kwamen.
data-einde = De laatste dag waarover gegevens meetellen.
data-looptijd = Hele maanden van start tot einde.
data-toegevoegd = Klanten die tijdens het onderzoek zijn toegevoegd en buiten elke vergelijking blijven.

gegeven-gegeven = Een getal over het programma dat de studie zelf opgeeft.

## opzet

selectie-populatie = Iedereen naar wie bij de selectie is gekeken.
selectie-meegenomen = Mensen die in een van beide groepen zijn geplaatst.
selectie-meegenomen_onterecht = Mensen die zijn geplaatst hoewel ze niet aan elk criterium voldoen.
selectie-meegenomen_onbekend = Mensen die zijn geplaatst terwijl van een criterium niet bekend is of ze eraan voldoen.
selectie-afgevallen_onterecht = Mensen die niet zijn geplaatst hoewel ze aan elk criterium voldoen.
selectie-voldoet = Het deel van de populatie dat aan elk criterium voldoet.
selectie-afgevallen = Het deel van de populatie dat niet aan elk criterium voldoet.
selectie-reden-criterium = Het deel van de populatie dat niet aan dit criterium voldoet.
selectie-reden-criterium-label = Hoe het criterium heet.
selectie-reden-criterium-alleen = Mensen voor wie dit het enige criterium is waaraan ze niet voldoen.
selectie-reden-criterium-onbekend = Mensen van wie niet bekend is of ze aan dit criterium voldoen.
selectie-volledig = Of ook de mensen bekend zijn die niet zijn geselecteerd.

toewijzing-soort = Hoe de klanten over de groepen zijn verdeeld.
toewijzing-houdbaar = Of de verdeling door het toeval kan zijn gemaakt, zoals de studie zegt.
toewijzing-causaal = Of een verschil tussen de groepen een effect van het programma mag heten.
toewijzing-toegevoegd_aan = Aan welke groepen later klanten zijn toegevoegd.
toewijzing-laatste_cijfer = Of het laatste cijfer van een nummer de groep bepaalde.
toewijzing-n-groep = Klanten die aan de groep zijn toegewezen.
toewijzing-toegevoegd-groep = Klanten die later aan de groep zijn toegevoegd.
toewijzing-even-groep = Klanten van de groep met een even laatste cijfer.
toewijzing-oneven-groep = Klanten van de groep met een oneven laatste cijfer.
toewijzing-afwijkend-groep = Klanten van de groep die volgens hun laatste cijfer in de andere horen.
toewijzing-afwijkend_toegevoegd = Later toegevoegde klanten die volgens hun laatste cijfer in de andere groep horen.
toewijzing-omvang = Het deel van alle klanten dat in de experimentgroep zit.
toewijzing-omvang-toets = Of dat deel van de helft afwijkt.
toewijzing-volgorde-groep = De gemiddelde plaats in de volgorde waarin klanten zijn opgeroepen.
toewijzing-volgorde-toets = Of die plaats tussen de groepen verschilt.

steekproef-populatie = De populatie waarvan het ontwerp uitging.
steekproef-zijden = Aan hoeveel zijden de toets van het ontwerp kijkt.
steekproef-eenzijdig = Of de toets van het ontwerp eenzijdig is.
steekproef-gepland = Klanten die per groep waren gepland.
steekproef-gepland-oordeel = Of de geplande omvang volgens elke rekenwijze genoeg is.
steekproef-gepland_totaal = Klanten die in beide groepen samen waren gepland.
steekproef-gerealiseerd-groep = Klanten die aan de groep zijn toegewezen.
steekproef-gehaald = Of beide groepen de geplande omvang halen.
steekproef-verwacht-experiment = De uitkomst die voor de experimentgroep was verwacht.
steekproef-verwacht-control = De uitkomst die voor de controlegroep was verwacht.
steekproef-netto_effect = Het verschil dat tussen de groepen was verwacht.
steekproef-alfa = Het significantieniveau van het ontwerp.
steekproef-betrouwbaarheid = De betrouwbaarheid van het ontwerp: honderd min het significantieniveau.
steekproef-vermogen = Het onderscheidend vermogen dat het ontwerp vroeg.
steekproef-taakstelling = De uitkomst die was afgesproken.
steekproef-taakstelling-gerekend = De uitkomst waarmee voor dezelfde klanten is gerekend.
steekproef-taakstelling-oordeel = Of de taakstelling boven of onder dat getal ligt.
steekproef-taakstelling-deel = Over welk deel van de experimentgroep de taakstelling gaat; leeg voor de hele groep.
steekproef-deel-deel-label = Hoe dit deel van de experimentgroep heet.
steekproef-deel-deel-aandeel = Hoe groot dit deel van de experimentgroep zou zijn.
steekproef-deel-deel-verwacht = De uitkomst die voor dit deel was verwacht.
steekproef-nodig-methode = Klanten die elke groep volgens deze rekenwijze nodig heeft, niet afgerond.
steekproef-nodig_heel-methode = Klanten die elke groep volgens deze rekenwijze nodig heeft, naar boven afgerond.
steekproef-vermogen_gepland-methode = Het onderscheidend vermogen bij de geplande omvang.
steekproef-vermogen_gerealiseerd-methode = Het onderscheidend vermogen bij de omvang die het werd.

## kenmerken

kenmerk-label = Hoe het kenmerk heet.
kenmerk-titel = De titel van de tabel.
kenmerk-n-groep = De klanten waarover percentages van dit kenmerk gaan.
kenmerk-alle-groep = Alle klanten van de groep.
kenmerk-geregistreerd-groep = Klanten bij wie het kenmerk is geregistreerd.
kenmerk-niet_geregistreerd-groep = Het deel van alle klanten bij wie het kenmerk niet is geregistreerd.
kenmerk-categorie-groep = Het deel van de groep in deze categorie of combinatie van categorieën.
kenmerk-categorie-label = Hoe de categorie in een tabel heet.
kenmerk-categorie-zin = Wat een zin over wie in de categorie zit zegt.
kenmerk-volledigheid = Of het kenmerk bij alle klanten is geregistreerd.
kenmerk-volledigheid-groep = Of het kenmerk bij alle klanten van de groep is geregistreerd.
kenmerk-noemer = Of percentages over alle klanten gaan of over wie geregistreerd is.
kenmerk-balans = Hoe ver de groepen op dit kenmerk uiteenlopen.
kenmerk-onevenwichtig = Of de groepen op dit kenmerk meer verschillen dan de grens.
kenmerk-numeriek = Of het kenmerk een getal is.
kenmerk-klassen = Of het kenmerk categorieën of klassen heeft.
kenmerk-toets = Of de groepen op dit kenmerk verschillen.
kenmerk-smd = Het gestandaardiseerde verschil tussen de groepen.
kenmerk-gemiddelde-groep = Het gemiddelde van de groep.
kenmerk-gemiddelde-zin = Hoe een zin het gemiddelde noemt.
kenmerk-gemiddelde-toets = Of de gemiddelden verschillen.
kenmerk-gemiddelde-smd = Het gestandaardiseerde verschil tussen de gemiddelden.
kenmerk-mediaan-groep = De middelste waarde van de groep.
kenmerk-laagste-groep = De laagste waarde van de groep.
kenmerk-hoogste-groep = De hoogste waarde van de groep.
kenmerk-grootste-groep = Het deel van de groep in de categorie waarin de meeste klanten zitten.
kenmerk-grootste-label = Hoe die categorie in een tabel heet.
kenmerk-grootste-zin = Wat een zin over wie in die categorie zit zegt.
kenmerk-grootste-naam = De naam van die categorie in feiten.
kenmerk-kop-groep = Het getal van de groep dat het kenmerk samenvat: een categorie of het gemiddelde.
kenmerk-kop-label = Waarvan dat getal is.
kenmerk-kop-zin = Hoe een zin dat zegt.
kenmerk-kop-is_gemiddelde = Of het gemiddelde het kenmerk samenvat.
kenmerk-kop-groepen = Of dat getal voor beide groepen gelijk wordt gedrukt.
kenmerk-kop-geregistreerd = Hetzelfde deel, van alle klanten bij wie het kenmerk is geregistreerd.

## verloop

stroom-toegewezen-groep = Klanten die aan de groep zijn toegewezen.
stroom-zonder_route = Klanten van de experimentgroep van wie niet bekend is wat er van hen werd.
stroom-route-route = Het deel van de experimentgroep dat deze route nam.
stroom-route-route-label = Hoe de route in een figuur heet.
stroom-route-route-zin = Wat een zin over wie de route nam zegt.
stroom-route-route-toelichting = Wat de studie ter toelichting van de route zegt.
stroom-route-route-fase = Of de route eindigt voor deelname (out), voortijdig (ended) of niet (done).
stroom-afgevallen-route-aantal = Klanten die door deze route niet aan het programma begonnen.
stroom-afgevallen-route-deel = Het deel van de experimentgroep dat door deze route niet begon.
stroom-afgevallen-route-label = Hoe de route in een figuur heet.
stroom-afgevallen-route-toelichting = Wat de studie ter toelichting van de route zegt.
stroom-voortijdig-route-aantal = Klanten die langs deze route voortijdig stopten.
stroom-voortijdig-route-deel = Het deel van de experimentgroep dat langs deze route voortijdig stopte.
stroom-voortijdig-route-label = Hoe de route in een figuur heet.
stroom-voortijdig-route-toelichting = Wat de studie ter toelichting van de route zegt.
stroom-niet_deelgenomen = Het deel van de experimentgroep dat niet deelnam.
stroom-deelgenomen = Het deel van de experimentgroep dat deelnam.
stroom-deelname = Welk deel van de experimentgroep deelnam, als woord.
stroom-voortijdig_beeindigd = Het deel van de deelnemers dat voortijdig stopte.
stroom-resterend = Het deel van de deelnemers dat niet voortijdig stopte.
stroom-overstappers = Het deel van de controlegroep dat toch deelnam.
stroom-overgebleven_control = Het deel van de controlegroep dat niet deelnam.
stroom-heeft_overstappers = Of iemand van de controlegroep toch deelnam.
stroom-belastbaarheidsonderzoek = Het deel van de deelnemers dat een belastbaarheidsonderzoek kreeg.

beeindigd-groep = Klanten van wie de uitkering tijdens het onderzoek eindigde.
beeindigd-aandeel-groep = Het deel van de groep van wie de uitkering eindigde.
beeindigd-reden-reden-groep = Klanten van wie de uitkering om deze reden eindigde.
beeindigd-werk-groep = Klanten van wie de uitkering zeker door werk eindigde.
beeindigd-mogelijk_werk-groep = Klanten van wie de uitkering misschien door werk eindigde.
beeindigd-geen_werk-groep = Klanten van wie de uitkering om iets anders dan werk eindigde.
beeindigd-met_reden-groep = Klanten van wie de uitkering eindigde en een reden is geregistreerd.
beeindigd-zonder_reden-groep = Klanten van wie de uitkering eindigde en geen reden is geregistreerd.
beeindigd-soort-soort-control = Hetzelfde aantal per soort reden, alleen als de soort in de controlegroep voorkomt.
beeindigd-heeft_zonder_reden = Of van een beëindiging in de controlegroep geen reden is geregistreerd.

## instrumenten

instrumenten-gebruik = Welk deel van de deelnemers een instrument kreeg, als woord.
instrumenten-een_of_meer = Het deel van de deelnemers dat ten minste één instrument kreeg.
instrumenten-geen = Het deel van de deelnemers dat geen instrument kreeg.
instrumenten-meer_dan_een = Het deel van de deelnemers dat twee of meer verschillende instrumenten kreeg.
instrumenten-klantmanager-aantal = Klantmanagers met genoeg deelnemers om te vergelijken.
instrumenten-klantmanager-laagste = Het laagste deel van de deelnemers van één klantmanager dat een instrument kreeg.
instrumenten-klantmanager-hoogste = Het hoogste deel van de deelnemers van één klantmanager dat een instrument kreeg.
instrumenten-klantmanager-verschil = Of het hoogste deel meer is dan het laagste, zoals ze worden gedrukt.
instrumenten-instrument-instrument = Hoe het instrument heet, voor een opsomming van alle instrumenten.
instrumenten-instrument-label = Hoe het instrument heet.
instrumenten-instrument-keer = Hoe vaak het instrument bij deelnemers is ingezet.
instrumenten-instrument-gebruikt = Of een deelnemer het instrument kreeg.
instrumenten-instrument-van_deelnemers = Het deel van de deelnemers dat het instrument kreeg.
instrumenten-instrument-klanten = Klanten van de experimentgroep die het instrument kregen.
instrumenten-instrument-van_toegewezen = Het deel van de experimentgroep dat het instrument kreeg.
instrumenten-instrument-niet_deelgenomen = Klanten van de experimentgroep die niet deelnamen en het instrument wel kregen.
instrumenten-instrument-niet_deelgenomen_bedrag = Wat het instrument voor hen samen kostte.
instrumenten-instrument-control = Klanten van de controlegroep die het instrument kregen.
instrumenten-instrument-control_bedrag = Wat het instrument voor de controlegroep samen kostte.
instrumenten-instrument-heeft_bedrag = Of van een deelnemer een bedrag bekend is.
instrumenten-instrument-bedrag = Wat het instrument voor de deelnemers samen kostte.
instrumenten-instrument-bedrag_gemiddeld = Wat het gemiddeld kostte per deelnemer van wie een bedrag bekend is.
instrumenten-instrument-bedrag_hoogste = Het hoogste bedrag voor één deelnemer.
instrumenten-instrument-bedrag_klanten = Deelnemers van wie een bedrag bekend is.
instrumenten-instrument-bedrag_volledigheid = Of van alle deelnemers die het instrument kregen een bedrag bekend is.
instrumenten-instrument-maximum = Het hoogste bedrag dat voor één klant is toegestaan.
instrumenten-instrument-boven_maximum = Deelnemers voor wie meer is uitgegeven dan dat.

## klantmanagement

contacten-klanten = Deelnemers met een intake, over wie de contacten gaan.
contacten-contacten = Contacten met hen van de soorten die meetellen.
contacten-per_week = Contacten per klant per week.
contacten-per_maand = Contacten per klant per maand.
contacten-weken_tussen = Weken van het ene contact tot het volgende.
contacten-gepland_per_week = Contacten per klant per week volgens het plan.
contacten-gepland_per_maand = Contacten per klant per maand volgens het plan.
contacten-plan = Of er meer of minder contacten per maand waren dan gepland.
contacten-gehaald = Het deel van de klanten dat gemiddeld zo vaak is gesproken als gepland.
contacten-maand-maand = Contacten per klant in deze maand van het programma.
contacten-maand-maand-klanten = Klanten die deze hele maand in het programma zaten.
contacten-andere = Contacten van soorten die niet meetellen.
contacten-heeft_andere = Of er zulke contacten waren.
contacten-andere_per_maand = Zulke contacten per klant per maand.
contacten-instrument_maanden = Hoe lang een instrument geacht wordt te duren.
contacten-met_instrument = Contacten per klant per maand terwijl er een instrument liep.
contacten-zonder_instrument = Contacten per klant per maand terwijl er geen instrument liep.
contacten-rond_instrument = Of er meer of minder contacten waren terwijl er een instrument liep.

## resultaten

registratie-toegewezen-groep = Klanten die aan de groep zijn toegewezen.
registratie-ontbreekt-groep = Klanten van wie de uitkomst niet bekend is.
registratie-uitval-groep = Het deel van de groep van wie de uitkomst niet bekend is.
registratie-volledigheid = Of de uitkomst van iedereen bekend is.
registratie-volledigheid-groep = Of de uitkomst van iedereen in de groep bekend is.
registratie-ontbrekend = Wat er met klanten is gedaan van wie de uitkomst niet bekend is.

aandeel-groep = Het deel van de groep dat de uitkomst zeker heeft.
aandeel-groep_laag = Hetzelfde: de ondergrens.
aandeel-groep_hoog = Het deel van de groep dat de uitkomst zeker of misschien heeft: de bovengrens.
aandeel-groep_mogelijk = Klanten die de uitkomst misschien hebben.
aandeel-groep_interval = Het 95%-betrouwbaarheidsinterval van de ondergrens.
aandeel-groep_zekerheid = Of het iets uitmaakt dat klanten de uitkomst misschien hebben.
aandeel-groep_grenzen = Of onder- en bovengrens van de groep verschillen.
aandeel-grenzen = Of onder- en bovengrens van een van de groepen verschillen.
aandeel-n-groep = De klanten waarover de percentages gaan.
aandeel-deel-groep = Of niemand, een deel of iedereen van de groep de uitkomst heeft.
aandeel-code-code-groep = Klanten met deze code, in de groep waarin hij meetelt.
aandeel-label = Hoe de uitkomst heet.
aandeel-zin = Wat een zin over wie de uitkomst heeft zegt.
aandeel-noot = Wat de studie bij de uitkomst aantekent.

gemiddelde-groep = Het gemiddelde van wie in de groep bekend is.
gemiddelde-n-groep = Klanten van wie het getal bekend is.
gemiddelde-verschil = Het gemiddelde van de experimentgroep min dat van de controlegroep.
gemiddelde-verschil-interval = Het 95%-betrouwbaarheidsinterval van dat verschil.
gemiddelde-toets = Of de gemiddelden verschillen.
gemiddelde-oordeel = Wat er over het verschil te zeggen is.
gemiddelde-gunstig = Of dat verschil de kant op gaat die de studie hoopt.
gemiddelde-toetsbaar = Of het verschil te toetsen is.
gemiddelde-nul = Of er geen enkel verschil is.
gemiddelde-label = Hoe de uitkomst heet.
gemiddelde-zin = Hoe een zin de uitkomst noemt.
gemiddelde-noot = Wat de studie bij de uitkomst aantekent.

effect-laag = Het kleinste verschil, experimentgroep min controlegroep: onderkant van de ene, bovenkant van de andere.
effect-hoog = Het grootste verschil, experimentgroep min controlegroep: bovenkant van de ene, onderkant van de andere.
effect-laag-interval = Het 95%-betrouwbaarheidsinterval van het kleinste verschil.
effect-hoog-interval = Het 95%-betrouwbaarheidsinterval van het grootste verschil.
effect-bereik = Van het kleinste tot het grootste verschil.
effect-interval = Het 95%-betrouwbaarheidsinterval over elke lezing van wat onzeker is.
effect-grenzen = Of het kleinste en het grootste verschil uiteenlopen.
effect-nul = Of er geen enkel verschil is.
effect-oordeel = Wat er over het verschil te zeggen is, bij elke lezing van wat onzeker is.
effect-gunstig = Of dat verschil de kant op gaat die de studie hoopt.
effect-toetsbaar = Of het verschil te toetsen is.
effect-experiment = Het deel van de experimentgroep dat de uitkomst zeker heeft.
effect-experiment_hoog = Het deel van de experimentgroep dat de uitkomst zeker of misschien heeft.
effect-control_laag = Het deel van de controlegroep dat de uitkomst zeker heeft.
effect-control_hoog = Het deel van de controlegroep dat de uitkomst zeker of misschien heeft.
effect-label = Hoe de uitkomst heet.
effect-zin = Wat een zin over wie de uitkomst heeft zegt.

hoofduitkomst-naam = De naam in feiten van de uitkomst waar koppen over gaan.
hoofduitkomst-label = Hoe die uitkomst heet.
hoofduitkomst-zin = Wat een zin over die uitkomst zegt.
hoofduitkomst-aandeel = Of die uitkomst een deel van de groep is, en geen gemiddelde.
hoofduitkomst-oordeel = Wat er over het verschil te zeggen is.
hoofduitkomst-gunstig = Of dat verschil de kant op gaat die de studie hoopt.
hoofduitkomst-overige = Of de andere uitkomsten hetzelfde zeggen.
hoofduitkomst-aantal_overige = Hoeveel andere uitkomsten er zijn.

routes-route = Het deel van de experimentgroep dat deze route nam.
routes-route-label = Hoe de route in een figuur heet.
routes-route-zin = Wat een zin over wie de route nam zegt.
routes-route-toelichting = Wat de studie ter toelichting van de route zegt.
routes-stappen = Het deel van de experimentgroep dat een stap naar werk zette.
routes-gezet = Welk deel van de experimentgroep een stap naar werk zette, als woord.
routes-n = Alle klanten van de experimentgroep.
routes-ontbreekt = Klanten van de experimentgroep zonder route.

verwachting-uitkomst = Hoe de uitkomst heet waar de verwachting over gaat.
verwachting-aanname-label = Over welk deel van de experimentgroep de aanname gaat.
verwachting-aanname-aangenomen = Het percentage dat vooraf was aangenomen.
verwachting-aanname-gerealiseerd = Wat ervan werd; bij een uitkomst wie haar zeker heeft.
verwachting-aanname-gerealiseerd_hoog = Wat ervan werd, met wie de uitkomst misschien heeft.
verwachting-aanname-grenzen = Of die twee verschillen.
verwachting-aanname-oordeel = Of er meer of minder van werd dan aangenomen.
verwachting-omvang_groep-aangenomen = Klanten die voor de groep waren gepland.
verwachting-omvang_groep-gerealiseerd = Klanten die aan de groep zijn toegewezen.
verwachting-omvang_groep-gerealiseerd_hoog = Hetzelfde: hieraan is niets onzeker.
verwachting-netto_effect-aangenomen = Het verschil tussen de groepen dat vooraf was aangenomen.
verwachting-netto_effect-gerealiseerd = Het kleinste verschil dat het werd.
verwachting-netto_effect-gerealiseerd_hoog = Het grootste verschil dat het werd.
verwachting-netto_effect-bereik = Van het kleinste tot het grootste verschil.
verwachting-buiten_de_delen = Klanten van de experimentgroep die in geen van haar delen terechtkwamen.

## casussen

casussen-verteld = Klanten over wie wordt verteld.
casussen-uitgewerkt = Verhalen die zijn uitgewerkt.
casussen-kort = Korte profielen.
casussen-heeft_kort = Of er korte profielen zijn.
casussen-ontbrekende_nummers = Nummers tussen het eerste en het laatste verhaal zonder verhaal.
casussen-beloofd = Verhalen die waren aangekondigd.
casussen-compleet = Of er ten minste zo veel verhalen zijn als aangekondigd.
casussen-afspraak = Of er meer of minder verhalen zijn dan aangekondigd.

## slotbeschouwing

pijlers-aantal = Pijlers van het programma.
pijlers-ja = Pijlers die volgens plan zijn uitgevoerd.
pijlers-grotendeels = Pijlers die grotendeels volgens plan zijn uitgevoerd.
pijlers-deels = Pijlers die deels volgens plan zijn uitgevoerd.
pijlers-nee = Pijlers die niet volgens plan zijn uitgevoerd.
pijlers-uitgevoerd = Welk deel van de pijlers volgens plan is uitgevoerd, als woord.

## verantwoording

balans-aantal = Kenmerken waarop de groepen zijn vergeleken.
balans-aantal_onevenwichtig = Kenmerken waarop de groepen meer verschillen dan de grens.
balans-aantal_significant = Kenmerken waarop de groepen significant verschillen.
balans-aantal_getoetst = Kenmerken die te toetsen waren.
balans-getoetst = Of alle kenmerken te toetsen waren.
balans-gebruikt-toets = Kenmerken die met deze toets zijn vergeleken.
balans-onevenwichtig = Of er een kenmerk is waarop de groepen meer verschillen dan de grens.
balans-significant = Of er een kenmerk is waarop de groepen significant verschillen.
balans-oordeel = Of het toeval groepen kan maken die over alle kenmerken samen zo verschillen.
balans-geheel = De toets van alle kenmerken samen.
balans-verwacht_onevenwichtig = Kenmerken waarop het toeval alleen de groepen gemiddeld zo laat verschillen.
balans-grens = Het gestandaardiseerde verschil waarboven groepen op een kenmerk verschillen.
balans-alfa = Het significantieniveau van de toetsen.
balans-kenmerk-label = Hoe het kenmerk heet.
balans-kenmerk-smd = Het gestandaardiseerde verschil tussen de groepen.
balans-kenmerk-toets = Of de groepen op dit kenmerk verschillen.
balans-kenmerk-onevenwichtig = Of de groepen op dit kenmerk meer verschillen dan de grens.

deelnemers-n-groep = Deelnemers en klanten van de controlegroep die niet deelnamen, over wie dit gaat.
deelnemers-weggelaten-groep = Klanten die hierbij zijn weggelaten.

controle-aantal = Hoeveel de controles vonden.
controle-fouten = Hoeveel daarvan fout is.
controle-opmerkingen = Hoeveel daarvan alleen toelichting vraagt.
controle-heeft_fouten = Of er iets fout is.
controle-heeft_opmerkingen = Of er iets is dat toelichting vraagt.
controle-uitkomsten = Hoeveel uitkomsten er te controleren waren.
controle-uitspraken = Hoeveel uitspraken van eerdere publicaties er te controleren waren.
controle-bevinding-aantal = Hoe vaak dit is gevonden.
controle-bevinding-onderwerp-soort = Of het een fout is of een opmerking.
controle-bevinding-onderwerp-waarde = Wat de zin over deze bevinding aanhaalt.
controle-bevinding-onderwerp-waarde-deel = Een onderdeel daarvan.

gegevens-aantal = Wat aan de gegevens opviel en nog niet is nagegaan.
gegevens-aanvaard = Wat aan de gegevens opviel en is nagegaan.
gegevens-melding-melding-soort = Wat er opviel.
gegevens-melding-melding-bestand = In welk bestand.
gegevens-melding-melding-kolom = In welke kolom; tabel als het de hele tabel betreft.
gegevens-melding-melding-n = In hoeveel rijen.
gegevens-melding-melding-waarde = Wat de zin erover verder aanhaalt.
gegevens-aanvaarding-melding-soort = Wat er opviel.
gegevens-aanvaarding-melding-bestand = In welk bestand.
gegevens-aanvaarding-melding-kolom = In welke kolom; tabel als het de hele tabel betreft.
gegevens-aanvaarding-melding-n = In hoeveel rijen.
gegevens-aanvaarding-melding-waarde = Wat de zin erover verder aanhaalt.
gegevens-aanvaarding-melding-reden = Waarom het mag blijven staan.
