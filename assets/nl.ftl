# Alles wat een mens leest, in het Nederlands. Taalniveau B1.

## Algemeen
program-name = Stuurgroep
program-slogan = Vergaderen als keten
none = –
yes = ja
key-yes = j
no = nee
unknown = onbekend
add = toevoegen
ten = tien
created = { $number } staat vast. Enter opent de details.
converted = { $old } is nu { $new }.
removed = Verwijderd. Met u haalt u het terug.
undone = Teruggenomen. Ctrl-r zet het weer terug.
undone-step = Teruggenomen: { $step }. Ctrl-r zet het weer terug.
redone = Weer terug.
redone-step = Weer terug: { $step }.
step-record = { $kind } { $number } "{ $text }"
step-item = agendapunt { $number } "{ $text }"
step-kpi = { $number } "{ $text }"
step-gone = het weghalen van { $what }
step-changed = de wijziging van { $what }
step-became = { $what }, eerst { $was }
step-rows = wat { $what } in stilte gaf
step-state = de stand { $what }
step-attendance = de aanwezigheid van { $what }
step-partner = de wijziging van partner { $what }
step-and-more = { $what } en nog { $count }
step-part-meeting = de vergadering
step-part-chain = de keten
step-part-identity = de naam en het gezicht
step-part-agenda = de agenda
step-part-ambition = de ambitie
step-part-governance = de bestuurlijke afspraken
step-part-balance = de balans
step-part-relation = de relatie
step-part-successes = de verhalen
step-part-pulse = de peiling
step-part-shopfloor = het geluid van de werkvloer
step-part-warnings = de waarschuwingen
step-part-closing = de sluiting
step-part-log = het logboek
steps-not-read = Verder terug kan niet: { $why }
draft-offered = Concept van { $when }. { $key } maakt het veld leeg.
draft-kept = Bewaard als concept. Dezelfde toets haalt het terug.
draft-unreadable = Onleesbaar concept: { $file }
draft-unreadable-why = Dit concept kan ik niet lezen. Het bestand staat er nog: { $file }
draft-field-gone = Het veld van dit concept is er niet meer. Dit stond erin:
draft-keep = bewaren
draft-throw-away = weggooien
draft-thrown-away = Weggegooid.
drafts-count = { $count ->
    [one] 1 concept
   *[other] { $count } concepten
}
drafts-there = Hier wacht nog { $drafts }. Via : concepten vindt u wat u typte.
drafts-title = Concepten
drafts-explanation = Wat u typte en nog niet vastlegde. Enter opent het veld.
drafts-none = Er zijn geen concepten.
drafts-not-kept = Concepten en stappen kan ik nu niet bewaren: { $why }
draft-not-kept = Dit kon niet als concept worden bewaard. { $asked }: { $words }
drafts-not-read = De concepten kan ik niet lezen: { $why }
nothing-to-undo = Er is niets om terug te nemen.
nothing-to-redo = Er is niets om opnieuw te doen.
nothing-found = Niets gevonden. Probeer een ander woord.
too-small = Dit venster is te klein. Maak het minstens { $columns } tekens breed en { $rows } regels hoog.
date-unclear = Deze datum begrijp ik niet. Schrijf bijvoorbeeld 10-12-2026, vrijdag of over 2 weken.
date-has-passed = { $date } is voorbij. Is de vergadering toen gehouden en legt u die achteraf vast? Zet er dan --past bij.
date-hint = Een datum: 10-12-2026, 3 maart, vrijdag, over 2 weken, week 50. Leeg haalt de datum weg.
number-unclear = Schrijf een heel getal.
number-hint = Een getal.
minutes-hint = Het aantal minuten.
line-hint = Eén regel tekst.
several-hint = Enter zet een partner erbij of haalt hem weg.
several-done = klaar
text-hint = Tekst. Alt-Enter begint een nieuwe regel.
field-shown = Dit veld rekent het programma zelf uit.
field-full =
    Dit veld is vol. { $count ->
        [one] 1 teken paste er niet bij.
       *[other] { $count } tekens pasten er niet bij.
    } Wat er al stond, staat er nog.
field-too-long = Deze tekst is langer dan { $most } tekens. Zo'n lange tekst wijzigt u in het bestand zelf.
io-trouble = Lezen of schrijven lukte niet: { $reason }

## Kop en opslag
factor = factor { $number }
read-only = alleen lezen
read-only-closed = Gesloten: alleen lezen. Tot het verslag is vastgesteld kan heropenen, via :
read-only-adopted = Alleen lezen: dit verslag is vastgesteld op { $date }.
read-only-locked = Alleen lezen: de map is in gebruik door { $who }.
read-only-no-permission = Alleen lezen: u mag in deze map niet schrijven.
read-only-no-room = Alleen lezen: de schijf is vol. Zodra er ruimte is, kunt u hier weer schrijven.
read-only-unclear = Alleen lezen: { $file } is niet te lezen en kan dit verslag hebben vastgesteld. Herstel eerst dat bestand.
save-untouched = nog niets gewijzigd
save-saving = bezig met vastleggen…
save-recorded = vastgelegd { $time }
save-failed = NIET VASTGELEGD
save-failed-kept = Bewaard op deze computer, nog niet in het bestand: { $why }
save-failed-lost = Nog nergens bewaard, laat het programma dus aan staan: { $why }
copies-beside = { $count ->
    [one] Er staat een andere versie naast deze vergadering. Kijk ernaar met : andere versies
   *[other] Er staan { $count } andere versies naast deze vergadering. Kijk ernaar met : andere versies
}
copies-sign = { $count } { $count ->
    [one] versie
   *[other] versies
}
choices-sign = { $count } { $count ->
    [one] keuze
   *[other] keuzes
}
edited-by-hand = Dit bestand is met de hand gewijzigd na versie { $revision }. De wijziging is overgenomen.
seal-broken = De controleregel klopt niet: dit bestand is na versie { $revision } met de hand gewijzigd of beschadigd.
seal-missing = Dit bestand heeft geen controleregel: het is met de hand gemaakt of afgekapt.
adopt-broken-title = Toch vaststellen?
adopt-broken-no = Eerst uitzoeken
adopt-broken-yes = Vaststellen zoals het nu is
leave-unsaved-title = Niet alles is vastgelegd
leave-unsaved = Het opslaan lukt nog niet. Wat u vastlegde, staat tot dan op deze computer.
leave-unsaved-no = Blijven en opnieuw proberen
leave-unsaved-yes = Weggaan; het blijft op deze computer bewaard
leave-saving = Het laatste wordt nog opgeslagen; probeer het zo weer.
leave-elsewhere = Elders opslaan
leave-elsewhere-hint = Waar wilt u de vergadering opslaan? Geef een naam met map, zoals /media/usb/vergadering.ron. Een bestaand bestand wordt niet vervangen.
left-rescued = Het laatste staat niet in het bestand van de vergadering, maar in { $file }; de volgende keer wordt het aangeboden.
left-unsaved = Het laatste staat niet in het bestand van de vergadering, en bewaren op deze computer lukte ook niet.
left-elsewhere = De vergadering staat ook in { $file }

## Home, eerste keer, hulp en signalen
tile-actions = acties
tile-deferred = uitstel
tile-upward = omhoog
tile-attendance = aanwezig
tile-temperature = relatie
tile-kpi = KPI rood
tile-stories = verhalen
tile-unknown = geen
factor-ambition = Ambitie
factor-measurable = Meetbaar
factor-governance = Governance
factor-all-for-one = Allen/één
factor-relation = Relatie
factor-successes = Successen
factor-difference = Verschil
factor-identity = Identiteit
home-chains = Ketens
home-when = { $days ->
    [0] Vandaag
    [1] Morgen
   *[other] Over { $days } dagen
}
home-goes-on-since = Deze vergadering is nog niet gesloten
home-goes-on = gaat verder waar u was
home-prepares = opent en bereidt voor
home-plan = stuurgroep plan --date +6w{ $dir }
home-plan-does = plant er een; zet er uw eigen datum in
home-none-next = Er is nog geen volgende vergadering gepland.
home-stall = { $raised } van { $all }: { $verdict }
home-stall-unknown = Zeven signalen van stilval: nog geen cijfers
home-all-signals = alle signalen
home-item = punt { $number }
home-col-actions = acties
home-col-outcome = uitkomst
home-col-outcomes = met uitkomst
home-col-warmth = temp.
home-col-temperature = temperatuur
home-factors = Acht factoren, peiling 1 tot 5
home-no-pulse = Er is nog geen factorpeiling gehouden: acht vragen, één minuut, in een vergadering.
home-falls = Twee keer op rij gedaald: { $factors }
home-dates = Eerstvolgende data
home-date-mandate = mandaat { $person } ({ $partner }) eindigt
home-date-cafe = ketencafé
home-date-covenant = herziening van het convenant
home-date-meeting = vergadering { $number }
home-leave-does = sluit het programma
home-other-folder-does = opent een andere map
home-index-unusable = De index doet het niet ({ $reason }). Uw vergaderingen zijn er nog: de index is alleen om te zoeken.
home-meet = stuurgroep meet{ $dir }
home-meet-does = opent de vergadering zonder index
first-promise = Vergaderen als keten. Wat u vastlegt, ligt vast.
first-looked = Hier staan nog geen vergaderingen:
first-language = English (for good: --lang en)
first-colours = andere kleuren (voorgoed: --theme dark, light of contrast)
way-sample = Kijk rond in Kompas
way-sample-does = een voorbeeld, in een kopie: er gaat niets stuk
way-new-chain = Begin een keten
way-new-chain-does = naam, partners, ambitie, eerste datum: vier vragen
way-folder = Open een map
way-folder-does = een keten die al bestaat, hier of op een schijf
cmd-way-in = doen
cmd-other-folder = andere map
cmd-language = English
cmd-colours = kleuren
other-folder-title = Welke map?
other-folder-hint = Typ de hele naam, zoals /media/usb/kompas. Nu open: { $folder }
other-folder-is-file = { $folder } is een bestand, geen map. Open de map waar het in staat.
language-chosen = Nederlands, zolang het programma loopt. Voorgoed: --lang nl
colours-none = Kleuren staan uit (NO_COLOR).
colours-dark = Donker. Voorgoed: --theme dark
colours-light = Licht. Voorgoed: --theme light
colours-contrast = Hoog contrast. Voorgoed: --theme contrast
colours-terminal = De kleuren van uw eigen terminal. Voorgoed: --theme terminal
archive-nothing =
    Niets gevonden voor wat u typte, in dit register. Dat hoeft geen fout te zijn: er kan niets over zijn vastgelegd.
    `Tab` zoekt in een ander register
    `Esc` wist wat u typte
archive-no-words =
    Hier staat geen woord of getal in. Typ wat u zoekt, bijvoorbeeld: weekend* is:open
    `Esc` wist wat u typte
group-moving = Gaan naar
hint-source = naar de bron
col-about = wie/wat
col-why = waarom
col-rests-on = ook op
col-item = punt
col-proposal = voorstel
signals-here = Wat bij dit onderdeel aandacht vraagt, op rang. Enter opent waar het op rust.
signals-below = onder de drempel: { $count ->
    [one] 1 signaal
   *[other] { $count } signalen
}
signals-line-opens = Enter toont ook wat geen voorstel vraagt, wat u opzij zette en wat niet aan de orde is.
signals-line-closes = Enter laat alleen zien wat iets vraagt.
help-for = Hulp bij { $place }
help-first = Hier telt het meest
help-here = Op dit scherm
help-meaning = Wat betekent dit
help-codes = Codes
help-arrow = De pijl van de balans
help-good-to-know = Goed om te weten
help-factor = Factor { $number }: { $name }
means-red = buiten de marge, bezwaar, houdt iets tegen
means-amber = let op, voorbehoud, nog niet klaar
means-green = op koers, akkoord, in orde
means-nothing = nog niets, of geen oordeel
means-done = klaar, of vastgelegd
means-running = hier zijn we nu
means-question = een voorstel, of een vraag aan de tafel
means-operational = O
means-tactical = T
means-strategic = S
means-effort = hier begint de pijl: de inspanning
means-gains = hier eindigt zij: de eigen opbrengst, boven de inspanning
means-loses = de eigen opbrengst, onder de inspanning
means-seen = wat de anderen denken dat de opbrengst is
means-arrow = Naar rechts krijgt een partner meer terug dan hij inbrengt, naar links minder. Het getal is het verschil.
factor-told-ambition = Een gedeelde ambitie verbindt de partners en geeft richting: iets wat niemand alleen, of niet zo goed alleen, kan bereiken. Bepaal eerst het doel en het voordeel voor elke partner; daarna committeert ieder zich, en vertelt het ook.
factor-told-measurable = Maak de ambitie concreet in cijfers van de hele keten, zodat elke partner ziet wat zij oplevert. De cijfers zijn er om tussentijds te kijken en bij te sturen, niet om af te rekenen.
factor-told-governance = De stuurgroep bestaat uit mensen van gelijkwaardig niveau, beslist over kaders en legt die vast in het convenant. De rest lost het lagere overleg op, met kennis en mandaat: wat onnodig omhoog komt, houdt resultaten tegen.
factor-told-all-for-one = Niet elke partner krijgt evenveel terug, en dat verandert met de tijd. Vraag elkaar geregeld wat de anderen eraan hebben, en stel bij als inspanning en opbrengst scheef raken.
factor-told-relation = Een relatie blijft aandacht vragen, ook als alles goed loopt. Zie elkaar ook buiten vergaderingen, en bespreek wat goed en wat stroef gaat.
factor-told-successes = Vertel wat samen is bereikt, in verhalen die mensen voor zich zien, en ook hoe het ervoor staat. Zo kan elke partner in eigen huis laten zien waarom zijn tijd goed besteed is.
factor-told-difference = De organisaties verschillen en willen dat blijven; dat mag gezegd worden. Wees het hardop oneens, leg het vast, en vraag daarna of het vertrouwen er nog is.
factor-told-identity = Een naam, een plek en een logo geven de samenwerking een gezicht, voor de eigen mensen en naar buiten. Laat zien wat er echt samen is gedaan: het is geen babbelclub.

## Zaalbeeld
hall-of = { $count } van { $all }
hall-more = nog { $count }
hall-pause = Pauze
hall-pulse = peiling
hall-spread = spreiding { $spread }
hall-recorded = { $decisions ->
    [one] { $decisions } besluit
   *[other] { $decisions } besluiten
}, { $actions ->
    [one] { $actions } actie
   *[other] { $actions } acties
}
hall-points = { $count } { $count ->
    [one] punt
   *[other] punten
}
hall-so-far = Al vastgelegd: { $recorded }.
hall-expected-end = Verwacht einde { $time }.
hall-goes-on = Verder om
hall-goes-on-with = met
hall-meeting = vergadering { $number }
hall-minutes = { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
}
hall-kpi-pace = Nodig { $needed } per maand, het gaat nu met { $pace }.
hall-ask-kpi-red = Wat gaan we anders doen, en wie begint?
hall-ask-kpi-amber = Wat is er nodig om op het pad te komen?
hall-ask-kpi-green = Wat doen we hier dat we vasthouden?
hall-ask-kpi-none = Wie levert hier een waarde voor?
hall-agrees = mee
hall-note = noot
hall-no-objection = mee
hall-objects = bezwaar
hall-against = tegen
hall-abstains = onthoudt
hall-reserves = voorbeh.
hall-absent = afwezig
hall-in = in
hall-busy = bezig
hall-ask-decision-words = Staat hier wat we bedoelen: wie doet wat, voor wanneer?
hall-ask-action-words = Klopt dit: wie, wat en voor wanneer?
hall-ask-action = Wie neemt dit op zich, en voor wanneer?
hall-ask-action-set = Is dit haalbaar voor die datum?
hall-ask-silence = Alle standpunten blijven dicht tot iedereen er een gaf. Dan gaan ze tegelijk open.
hall-ask-objection = Wat zou het voor { $partner } aanvaardbaar maken?
hall-ask-reserved = Wat heeft { $partner } nodig om het voorbehoud op te heffen?
hall-ask-explore = Wat zou u van mening doen veranderen?
hall-ask-positions = Kan iedereen hiermee leven? Wie niet, en waarom?
hall-ask-owner = Wie neemt dit op zich?
hall-ask-outcome = Wat is ons besluit?
hall-ask-decided = Wat gaat u morgen anders doen?
hall-asks-benefit = Hoeveel levert { $chain } uw organisatie op?
hall-asks-others = Ook van de andere { $count }: een schatting. "Weet niet" mag.
hall-asks-temperature = Hoe gaan de anderen met u om?
hall-asks-pulse = Hoe staat elke factor ervoor?
hall-scale-benefit = van 1 (niets) tot 10 (heel veel)
hall-scale-temperature = van 1 (slecht) tot 10 (heel goed)
hall-scale-pulse = van 1 (zwak) tot 5 (sterk)
hall-ask-round = Alle cijfers blijven dicht tot de laatste binnen is. Dan gaan ze tegelijk open.
hall-ask-seen = Anderen zien voor { $partner } een { $seen }, { $partner } zelf voelt een { $own }. Wat zien wij niet?
hall-ask-net = { $partner } steekt er meer in dan het terugkrijgt. Wat kan er lichter?
hall-ask-balance = Wie herkent zijn eigen regel niet?
hall-ask-balance-first = Wat levert het u op, en wat kost het u?
hall-ask-pulse = { $factor } { $mean }: waar merken we dat?
hall-ask-colder = Wat maakt dat het kouder werd, en wat doen wij zelf daaraan?
hall-ask-warm = Wat deed iemand hier de laatste tijd dat u hielp?
hall-then = Toen
hall-together = Samen
hall-now = Nu
hall-shines = Hier blinken uit:
hall-ask-story = Wie vertelt dit verhaal thuis?
hall-stands-for-it = zegt ja
hall-ask-again = opnieuw
hall-not-yet = nog niet
hall-no-ambition = Er is nog geen ambitie in één zin.
hall-ask-no-ambition = Wat willen we samen bereiken dat niemand alleen kan?
hall-ask-commitment = Wat heeft { $partner } nodig om hiervoor te staan?
hall-ask-ambition = Waar ziet iemand van buiten dat we hiervoor staan?
hall-next-meeting = Volgende vergadering: { $date }.
hall-next-meeting-open = Volgende vergadering: nog geen datum.
hall-ask-closing = Klopt dit zo? Zeg het nu, dan staat het goed in het verslag.
hall-ask-opening = Wie zit hier vandaag, en met welk mandaat?
hall-ask-agenda = Staat alles erop, en welke hamerstukken gaan zo door?
hall-ask-report = Is het zo gezegd en besloten?
hall-ask-actions = Wat is gereed, en wat heeft hulp nodig?
hall-ask-stories = Waar zijn we samen trots op?
hall-ask-governance = Hoort dit hier, of kan het lager worden besloten?
hall-ask-identity = Waaraan herkent iemand ons?
hall-ask-relation = Hoe gaan we met elkaar om?
hall-ask-decide = Kunnen we dit zo besluiten?
hall-ask-inform = Wat betekent dit voor uw organisatie?
hall-ask-relate = Wat hebt u van de anderen nodig?
hall-ask-discuss = Wat wilt u hierover kwijt?
hall-ask-pause = Denk vast na: wat zou u van mening doen veranderen?
hall-idle = even wachten
hall-left = gestopt
hall-unread = niet te lezen
hall-idle-nothing = Er wordt nu niets behandeld: geen programma heeft een vergadering van deze keten open.
hall-idle-planned = { $chain } { $number } is nog niet begonnen: { $date }.
hall-idle-held = { $chain } { $number } is gesloten.
hall-idle-left = Het programma dat hier wordt gevolgd, is gestopt om { $time }.
hall-idle-ended = Het programma dat hier wordt gevolgd, is gestopt zonder dat te zeggen.
hall-idle-unread = Wat er te volgen is, is niet te lezen: { $why }
hall-idle-how = Dit scherm gaat vanzelf verder zodra er weer een vergadering bezig is. Met q sluit u het.
cmd-room = zaalbeeld
cmd-break = pauze
break-title = Hoeveel minuten pauze?
break-hint = Een heel getal van 1 tot 120.
break-unclear = Geef een heel getal van 1 tot 120.
break-goes-on = Het is pauze tot { $time }. B beëindigt die.
break-over = De pauze is voorbij.
follow-no-home = Zonder thuismap is er niets om te volgen: het eerste programma zegt daar wat er op tafel ligt.
cli-follow = Toont in een tweede terminal wat de zaal mag zien, en volgt het eerste programma

## Bestanden
file-not-found = { $file } bestaat niet. Controleer de naam of de map (--dir).
file-no-permission = U mag { $file } niet lezen of schrijven: { $reason }. Vraag toegang of kies een andere map.
file-disk-full = De schijf is vol, dus { $file } is niet opgeslagen. Maak ruimte; het programma probeert het opnieuw.
file-io = { $file } lezen of schrijven lukte niet: { $reason }
file-not-a-file = { $file } is geen gewoon bestand in deze map. Het wordt niet geopend.
file-too-large = { $file } is groter dan 16 MiB. Een vergadering is nooit zo groot; het bestand wordt niet geopend.
file-not-utf8 = { $file } is geen UTF-8-tekst (vanaf byte { $at }). Sla het bestand op als UTF-8.
file-unknown-field = { $file }, regel { $line }, kolom { $column }: het veld "{ $found }" bestaat hier niet. Verwacht: { $expected }. Het bestand is niet gewijzigd.
file-unknown-word = { $file }, regel { $line }, kolom { $column }: "{ $found }" kan hier niet staan. Verwacht: { $expected }. Het bestand is niet gewijzigd.
file-missing-field = { $file }, regel { $line }, kolom { $column }: het veld "{ $found }" ontbreekt. Het bestand is niet gewijzigd.
file-twice-field = { $file }, regel { $line }, kolom { $column }: het veld "{ $found }" staat er twee keer. Het bestand is niet gewijzigd.
file-ends = { $file }, regel { $line }, kolom { $column }: het bestand houdt te vroeg op. Zet een kopie terug of vul het aan; het is niet gewijzigd.
file-syntax = { $file }, regel { $line }, kolom { $column }: { $reason }. Het bestand is niet gewijzigd.
file-text-too-long = { $file }, regel { $line }, kolom { $column }: hier begint een tekst die langer is dan 256 KiB. Zo lang is een tekst in een vergadering nooit. Kort hem in; het bestand is niet gewijzigd.
file-wants-text = { $file }, regel { $line }, kolom { $column }: hier hoort een tekst tussen aanhalingstekens te staan. Het bestand is niet gewijzigd.
file-wants-number = { $file }, regel { $line }, kolom { $column }: hier hoort een getal te staan. Het bestand is niet gewijzigd.
file-wants-yes-or-no = { $file }, regel { $line }, kolom { $column }: hier hoort true of false te staan. Het bestand is niet gewijzigd.
file-wants-maybe = { $file }, regel { $line }, kolom { $column }: hier hoort Some(…) of None te staan. Het bestand is niet gewijzigd.
file-wants-comma = { $file }, regel { $line }, kolom { $column }: hier hoort een komma te staan. Het bestand is niet gewijzigd.
file-wants-colon = { $file }, regel { $line }, kolom { $column }: hier hoort een dubbele punt te staan. Het bestand is niet gewijzigd.
file-wants-opening = { $file }, regel { $line }, kolom { $column }: hier hoort een haakje dat opent te staan. Het bestand is niet gewijzigd.
file-wants-closing = { $file }, regel { $line }, kolom { $column }: hier hoort een haakje dat sluit te staan. Het bestand is niet gewijzigd.
file-wants-name = { $file }, regel { $line }, kolom { $column }: hier hoort de naam van een veld of waarde te staan. Het bestand is niet gewijzigd.
file-wants-nothing = { $file }, regel { $line }, kolom { $column }: hier houdt de vergadering op; wat erna komt hoort er niet bij. Het bestand is niet gewijzigd.
file-newer = { $file } is gemaakt met een nieuwere versie van het programma (schema { $number }). Werk het programma bij om het te lezen.
file-not-faithful = { $file } is niet opgeslagen: wat er zou komen te staan, was niet goed terug te lezen. Meld dit; uw werk staat nog op het scherm.
file-same-number = { $file }: er is nog een bestand met nummer { $number }. Haal een van de twee weg uit de map.
file-no-sessions = In { $file } staan geen vergaderingen. Maak een keten met: stuurgroep{ $dir }
file-no-such-session = In { $file } is geen vergadering { $number }. Kijk met: stuurgroep list{ $dir }
file-name-taken = { $file } bestaat al. Haal dat bestand weg of kies een andere datum; er is niets gewijzigd.
file-adopted = { $file } heeft het verslag van deze vergadering vastgesteld. Daarna wordt het niet meer gewijzigd.
file-may-be-adopted = { $file } is niet te lezen en kan dit verslag hebben vastgesteld. Herstel dat bestand; tot dan wordt hier niets gewijzigd.

## Andere versies
cmd-copies = andere versies van deze vergadering
cmd-revisions = eerdere versies van deze vergadering
cmd-rescued = niet opgeslagen werk
copies-title = Andere versies van deze vergadering
copies-explained = Gemaakt door een synchronisatieprogramma of door iemand anders. Ze tellen niet mee tot u kiest.
copies-none = Naast deze vergadering staan geen andere versies.
copy-explained = Wat wilt u met deze versie doen?
copy-same-explained = Dit is precies de vergadering zoals die nu in het eigen bestand staat. Er gaat niets verloren als u dit weggooit.
copy-kept = De versie staat nu in { $file }
copy-throw-explained = Deze versie wordt verwijderd en komt niet terug.
copy-taken-in-explained = Wat in deze versie staat, staat nu in de vergadering. Wilt u deze versie weggooien?
copy-throw-no = Laten staan
copy-throw-yes = Weggooien
copy-thrown = { $file } is weggegooid.
home-copies = { $count ->
    [one] Naast vergadering { $number } staat een andere versie
   *[other] Er staan { $count } andere versies naast vergaderingen, de laatste bij { $number }
}
home-choices = In vergadering { $number } { $count ->
    [one] is nog 1 keuze te maken tussen twee versies
   *[other] zijn nog { $count } keuzes te maken tussen twee versies
}
check-copy = een andere versie van vergadering { $number }, die niet meetelt; kies via : andere versies
check-copy-same = precies gelijk aan vergadering { $number }: dit bestand kan weg
version-look = bekijken als verslag
version-compare = vergelijken met nu
version-take-in = overnemen wat hier ontbreekt
version-put-back = terugzetten als nieuwe versie
version-taken-in = Wat hier ontbrak, is overgenomen; u kunt dat ongedaan maken met u.
rescued-taken-in = Het werk van de vorige keer is overgenomen.
version-keep-elsewhere = bewaren bij de documenten
version-throw-away = weggooien
version-note = versie { $revision } · { $decisions ->
    [one] { $decisions } besluit
   *[other] { $decisions } besluiten
} · { $actions ->
    [one] { $actions } actie
   *[other] { $actions } acties
} · { $notes ->
    [one] { $notes } notitie
   *[other] { $notes } notities
}
version-same = gelijk aan de vergadering
version-only-there = Alleen in die versie
version-only-here = Alleen in de vergadering nu
version-differs = In beide, en verschillend (zoals het daar staat)
version-same-records = Alle besluiten, acties, verschillen, escalaties, notities en verhalen zijn gelijk.
revisions-title = Eerdere versies van deze vergadering
revisions-explained = Elke vastgelegde versie van de laatste dag, daarna minder. Alleen u kunt ze lezen, op deze computer.
revisions-none = Deze computer bewaart nog geen eerdere versies van deze vergadering.
revision-name = { $date } { $time } · versie { $revision }
event-restored = versie { $revision } teruggezet
outside-taken-in = Iemand anders wijzigde het bestand. De wijzigingen zijn overgenomen; u kunt dat ongedaan maken met u.
outside-other = Iemand anders schreef hier een andere vergadering. Die versie is bewaard: { $value }
outside-broken = In de plaats van het bestand stond iets onleesbaars. Dat is bewaard als { $value } en de vergadering is opnieuw geschreven.
outside-newer = Ongewijzigd bewaard als { $value }: het bestand was van een nieuwere versie van het programma. De vergadering is opnieuw geschreven.
outside-gone = Het bestand was uit de map verdwenen. Het is opnieuw geschreven.
outside-earlier = In de map was een eerdere versie teruggezet. De nieuwste is opnieuw geschreven.
outside-finished = Een onderbroken opslag van { $value } is alsnog afgemaakt.
outside-kept = Na een onderbroken opslag is een andere versie bewaard: { $value }
outside-not-synced = Let op: deze schijf bevestigt niet wanneer iets veilig is opgeslagen, zoals vaker op een netwerkschijf.
outside-no-history = Eerdere versies bewaren lukt niet: { $value }
outside-lock-lost = Let op: { $value } schrijft nu ook in deze map. Wat u beiden vastlegt, wordt samengevoegd.
rescued-title = Niet opgeslagen werk gevonden
rescued-explained = De vorige keer kon het programma uw laatste werk niet in het bestand opslaan. Het is op deze computer bewaard.
rescued-take-in = Overnemen in de vergadering
rescued-later = Later; laat het staan
rescued-stays = Het staat nog op deze computer, in { $value }. De opdracht “niet opgeslagen werk” (met :) biedt het weer aan.
rescued-none = Op deze computer staat geen werk van deze vergadering dat niet in het bestand staat.
rescued-not-read = Op deze computer staat niet opgeslagen werk dat niet te lezen is: { $value }
left-out-title = Vastgelegd werk ontbreekt in het bestand
left-out-explained = Op deze computer is versie { $revision } van deze vergadering vastgelegd. Het bestand in de map komt daar niet uit voort: er is een oudere versie teruggezet, of een bestand van iemand anders.
left-out-take-in = Overnemen in de vergadering
left-out-look = Eerst bekijken wat er verschilt
left-out-later = Later; laat het staan
left-out-not-needed = Niet nodig; het bestand is goed zoals het is
left-out-stays = Het staat nog op deze computer, in { $value }. Het wordt weer gevraagd als de vergadering wordt geopend.
left-out-taken-in = Het werk dat ontbrak is overgenomen; u kunt dat ongedaan maken met u.
left-out-forgotten = Dit wordt niet meer gevraagd. De versie staat nog bij : eerdere versies.
left-out-nothing-new = Er stond niets in dat de vergadering niet heeft.
gone-kept = vergadering { $number } stond op deze computer en het bestand ervan is weg uit de map; de laatste versie is bewaard in { $file }
gone-title = Het bestand van vergadering { $number } is weg
gone-explained = Vergadering { $number } stond op deze computer, en het bestand is weg uit de map. De laatste versie is bewaard in { $file }.
gone-put-back = Zet de laatste versie terug in de map
gone-leave = Laat het zo
gone-is-back = Vergadering { $number } staat weer in de map.
home-gone = Vergadering { $number } stond op deze computer, maar het bestand is weg. Enter: terugzetten.
home-gone-unread = Of er een bestand van een vergadering weg is, is niet te zien: { $why }
plan-gone = Er is niets gepland: { $why }. Zet die versie terug met: stuurgroep plan --put-back{ $dir }. Wilt u een nieuwe vergadering met dit nummer, geef dan ook --anew.
plan-nothing-gone = Van deze keten is op deze computer geen vergadering waarvan het bestand weg is.
plan-put-back = Vergadering { $number } staat weer in { $file }.
broken-title = { $file } is niet te lezen
broken-none = Er is geen eerdere goede versie op deze computer.
broken-line = Regel { $line }: { $text }
broken-put-back = { $name } terugzetten ({ $decisions ->
    [one] { $decisions } besluit
   *[other] { $decisions } besluiten
}, { $actions ->
    [one] { $actions } actie
   *[other] { $actions } acties
}, { $notes ->
    [one] { $notes } notitie
   *[other] { $notes } notities
})
broken-salvage = redden wat leesbaar is: { $taken ->
    [one] { $taken } record
   *[other] { $taken } records
} erbij, { $lost } onleesbaar
broken-again = opnieuw lezen (na herstel met een tekstprogramma)
broken-leave = laten zoals het is
broken-done = Hersteld. Het kapotte bestand is ernaast bewaard.

## Opdrachten
group-records = Vastleggen
group-agenda = Agenda
group-everywhere = Overal
group-home = Vergaderingen
cmd-next-item = volgend punt
cmd-previous-item = vorig punt
cmd-down = omlaag
cmd-up = omhoog
cmd-page-down = bladzijde omlaag
cmd-page-up = bladzijde omhoog
cmd-open = openen
cmd-undo = terugnemen
cmd-redo = opnieuw
cmd-search = zoeken
cmd-drafts = concepten
cmd-palette = opdrachten
cmd-help = hulp
cmd-home = naar de lijst van vergaderingen
cmd-leave = weg
cmd-quit = programma sluiten
cmd-decision = besluit
cmd-disagreement = oneens
cmd-action = actie
cmd-note = notitie
cmd-positions = standpunten bij besluit
cmd-finished = klaar
cmd-postpone = uitstellen
cmd-to-decision = wordt besluit
cmd-to-disagreement = wordt oneens
cmd-to-action = wordt actie
cmd-to-note = wordt notitie
cmd-to-escalation = wordt escalatie
cmd-remove = verwijderen
cmd-take-up = klok aan/uit
cmd-item-done = punt klaar
cmd-item-skip = punt overslaan
cmd-item-add = punt toevoegen
cmd-item-up = punt eerder
cmd-item-down = punt later
cmd-item-edit = details van het punt
cmd-start-meeting = vergadering beginnen
cmd-reopen = gesloten vergadering heropenen
cmd-open-meeting = openen
cmd-new-chain = nieuwe keten
cmd-sample = voorbeeld bekijken
cmd-roll-call = presentie
cmd-all-members = alle leden aanwezig
cmd-member = lid
cmd-deputy = vervanger
cmd-absent = afwezig met bericht
cmd-adopt = verslag vaststellen
cmd-correction = correctie
cmd-papers-sent = stukken verzonden
cmd-new-story = nieuw verhaal
cmd-guard-story = casuïstiekwacht
cmd-release = vrijgeven
cmd-told = thuis verteld
cmd-withdraw-story = verhaal terugtrekken
cmd-ambition-text = ambitie schrijven
cmd-commit = committeren
cmd-urgency = urgentie
cmd-kpi-value = waarde
cmd-kpi-evaluate = bijsturen
cmd-kpi-details = details
cmd-kpi-new = nieuwe KPI
cmd-guard = hoort dit hier?
cmd-new-escalation = nieuwe escalatie
cmd-read-back = voorgelezen
cmd-ratings = cijfers
cmd-next-date = volgende datum
cmd-close = sluiten
hint-save = vastleggen
hint-cancel = laat maar
hint-leave-draft = bewaar als concept
hint-new-line = nieuwe regel
hint-choose = kiezen
hint-next = volgende
hint-back = vorige
hint-stop = stoppen
hint-edit = wijzigen
hint-close = terug
help-title = Hulp
help-digits = naar een agendapunt; nog eens: het volgende dat zo begint
help-esc = veld of venster verlaten
help-text = In een tekstveld zijn letters gewoon letters. Alles wat u vastlegt, staat meteen op schijf; "vastgelegd" boven in beeld zegt wanneer. Met u neemt u alles terug. De muis mag, maar hoeft niet.
palette-title = Wat wilt u doen?
palette-go-to = naar { $place }
search-title = Zoeken in deze vergadering

## Beginscherm
home-reading = De vergaderingen worden gelezen…
state-planned = gepland
state-live = live
state-closed = gesloten
state-adopted = vastgesteld
state-altered = gewijzigd na vaststelling
state-altered-short = gewijzigd
new-chain-name = Hoe heet de keten?
new-chain-name-hint = Een korte, aansprekende naam. De officiële naam kan later.
new-chain-partners = Welke partners doen mee?
new-chain-partners-hint = Eén partner per regel: eerst een korte code, dan de naam. Bijvoorbeeld: POL Politie. Alt-Enter geeft een nieuwe regel.
new-chain-bad-partner = Deze regel begrijp ik niet: "{ $line }". Schrijf een code van 1 tot 6 letters, een spatie en de naam; elke code één keer.
new-chain-date = Wanneer is de eerste vergadering?
new-chain-date-hint = Een datum: 10-12-2026, 3 maart, vrijdag, over 2 weken of week 50.
new-chain-made = Eerste vergadering: { $date }. Met S begint u; ? toont de toetsen.
new-chain-exists = In deze map staat al een keten. Kies een andere map met --dir.
new-chain-file = Gemaakt: { $file }, eerste vergadering op { $date }. Open met: stuurgroep meet{ $dir }

## Kamers
room-opening = Opening
room-agenda = Agenda
room-report = Verslag
room-actions = Besluiten en acties
room-successes = Verhalen
room-ambition = Ambitie
room-kpis = Keten-KPI's
room-governance = Escalaties en governance
room-differences = Verschillen
room-balance = Balans
room-relation = Relatie
room-identity = Identiteit
room-closing = Sluiting
room-free = Vrij punt
not-on-agenda = niet op de agenda:
purpose-procedure = procedure
purpose-inform = ter informatie
purpose-discuss = ter bespreking
purpose-decide = ter besluitvorming
purpose-explore = verschil verkennen
purpose-relate = relatie
outcome-decided = besloten
outcome-discussed = besproken
outcome-explored = verkend
outcome-noted = voor kennisgeving
outcome-returned = terug met opdracht
outcome-deferred = aangehouden
outcome-skipped = overgeslagen
outcome-not-reached = niet bereikt
outcome-open = nog open
no-item-here = Deze kamer staat vandaag niet op de agenda. Met + voegt u een punt toe.
add-item-purpose = Wat vraagt dit punt van de groep?
add-item-explore = Bij "verschil verkennen" valt geen besluit: daar gaat het om begrijpen.
add-item-title = Waar gaat het punt over?
add-item-hint = Eén regel. Het punt komt vóór de sluiting, met 10 minuten.
advice-decide = Met d legt u het besluit vast, met p daarna de standpunten.
advice-discuss = Leg vast wat gezegd is: n notitie, o oneens, a actie, d besluit.
advice-inform = Voor kennisgeving. Met x is het punt klaar.
advice-explore = Hier valt geen besluit. Met o legt u vast wie het anders ziet en waarom.
on-record-here = Bij dit punt vastgelegd
nothing-on-record =
    Nog niets vastgelegd bij dit punt.
    `d o a n` leggen iets vast
nothing-was-on-record = Hier is niets vastgelegd.
age = { $count }e vergadering op rij

## Opening
attendance = Presentie
presence-unknown = nog niet gevraagd
presence-member = lid
presence-deputy = vervanger
presence-deputy-without = zonder mandaat
presence-absent-notice = afwezig (bericht)
presence-absent = afwezig
levels-uneven = Het niveau aan tafel loopt uiteen: van { $low } tot { $high }.
without-mandate = Zonder mandaat aan tafel: { $partners }. Zij geven een voorbehoud.
mandate-ends = Het mandaat van { $person } ({ $partner }) eindigt { $days ->
    [0] vandaag
    [one] over 1 dag
   *[other] over { $days } dagen
}.
mandate-ended = Het mandaat van { $person } ({ $partner }) is verlopen.
papers-unknown = Stukken: nog niet vastgelegd wanneer ze zijn verzonden (i).
papers-in-time = Stukken op tijd: verzonden { $date }, { $days } { $days ->
    [one] werkdag
   *[other] werkdagen
} vooraf.
papers-late = Stukken te laat: verzonden { $date }, { $days } { $days ->
    [one] werkdag
   *[other] werkdagen
} vooraf; 5 is de afspraak.
papers-sent = Wanneer zijn de stukken verzonden?
meeting-not-started = De vergadering is nog niet begonnen. Met S begint u.
meeting-details = Voorzitter, secretaris, quorum, slogan en plek: Enter
adopted-on = Verslag van vergadering { $number } vastgesteld op { $date }.
previous-to-adopt = Vergadering { $number } van { $date } is nog niet vastgesteld: g stelt vast, c met correctie.
previous-to-choose = In het verslag van vergadering { $number } is nog niet gekozen tussen twee versies. Heropen die vergadering, kies en sluit; stel daarna vast.
previous-not-closed = Vergadering { $number } van { $date } is nog niet gesloten.
no-previous = Er is geen verslag om vast te stellen.
previous-unread = Het vorige verslag is niet te lezen en dus niet vast te stellen: { $why }
overdue-heading = { $count ->
    [one] 1 actie te laat
   *[other] { $count } acties te laat
}
nothing-overdue = Geen enkele actie is te laat.
red-line-near = Dit raakt misschien een rode lijn van { $partner }: { $line }
to-review = Vandaag opnieuw bekijken
correction = Correctie op het vorige verslag
correction-whose = Wie wil het anders lezen?
correction-group = de hele groep
correction-hint = Wat moet er anders staan? Het oude bestand blijft zoals het was.
select-a-partner = Kies eerst een partner met de pijltjes.
go-on-title = Doorgaan?
go-on-yes = Ja, doorgaan; dit wordt vastgelegd
go-on-no = Nee, eerst oplossen

## Records
record-decision = besluit
record-action = actie
record-escalation = escalatie
record-difference = verschil
record-note = notitie
record-story = verhaal
new-decision = Besluit
new-decision-hint = Wie doet wat vóór welke datum, gedekt door welke middelen? Eén regel en Enter is genoeg.
new-disagreement = Oneens
new-action = Actie
new-action-hint = Wat moet er gebeuren? @GEM wijst een partner aan; "voor 15-11" aan het eind de datum.
new-about = { $title } bij { $number }
new-note = Notitie
new-escalation = Escalatie
new-story = Nieuw verhaal: hoe heet het?
new-line-hint = Eén regel en Enter is genoeg; de rest kan later.
action-echo = Voor: { $owner } · Klaar: { $due }
echo-nobody = nog niemand
echo-no-date = nog geen datum
vague-hint = Vaag: { $words }. Wie doet wat, en wanneer?
done-on = gereed { $date }
dropped-on = vervallen { $date }
days-late = { $count ->
    [one] 1 dag te laat
   *[other] { $count } dagen te laat
}
due-on = voor { $date }
no-owner-yet = nog geen eigenaar
no-date-yet = nog geen datum
postponed-times = { $count } keer uitgesteld
postpone = { $number } uitstellen tot
from-record = uit { $number }
from-item = agendapunt { $number }
votes = voor { $for }, tegen { $against }, onthouding { $abstain }{ $reserved ->
    [0] {""}
   *[other] , voorbehoud { $reserved }
}{ $absent ->
    [0] {""}
   *[other] , afwezig { $absent }
}
no-outcome-yet = nog geen uitkomst
minority-line = Minderheidsstandpunt { $partner }: { $text }
minority-carries-out = Voert het besluit uit: ja.
minority-does-not = Voert het besluit uit: nee.
reason-none = { $partner } – { $position }
reason-line = { $partner } – { $position }: { $reason }
warn-no-trust = { $number }: er was tegenspraak of uitstel om een afwezige, en het vertrouwen is nog niet gepeild.
select-a-record = Kies eerst een besluit, actie, verschil of notitie.
select-a-decision = Kies eerst een besluit.
select-an-action = Kies eerst een actie.
review-on = opnieuw bekijken { $date }
details-decision = Besluit { $number }
details-action = Actie { $number }
details-disagreement = Verschil { $number }
details-note = Notitie { $number }
details-escalation = Escalatie { $number }
details-story = Verhaal { $number }
details-item = Agendapunt { $number }
details-meeting = Vergadering { $number }
details-ambition = Ambitie, versie { $version }
note-converts = Met D, O, A of E wordt deze notitie een besluit, verschil, actie of escalatie.
field-text = Tekst
field-kind = Soort
field-form = Besluitvorm
field-positions = Standpunten
field-outcome = Uitkomst
field-explanation = Toelichting
minority-none = nog geen minderheidsstandpunt
field-minority-of = Minderheid { $partner }
field-carries-out = Voert uit
field-trust = Vertrouwen
field-owner = Eigenaar
field-due = Klaar voor
field-touches = Raakt inzet van
field-article = Artikel convenant
field-in-covenant = Staat in convenant
field-ratified = Bekrachtigd op
field-review = Opnieuw bekijken
field-resumes = Herneemt
field-new-round = Nieuwe ronde
field-person = Persoon
field-done = Gereed op
field-dropped = Vervallen op
field-postponed = Keer uitgesteld
field-from = Komt uit
field-partners = Partners
field-status = Stand
field-would-change = Wat zou hen overtuigen
field-decision = Bij besluit
field-time = Tijd
field-title = Titel
field-purpose = Doel
field-minutes = Minuten
field-spent = Besteed
field-date = Datum
field-chair = Voorzitter
field-secretary = Secretaris
field-quorum = Quorum
field-papers = Stukken verzonden
proposed-outcome = De standpunten wijzen op: { $outcome }.
consent-round = Ronde { $number }
new-round-title = Verbeterde tekst
new-round-hint = De tekst van nu blijft bewaard met zijn standpunten. Enter begint een nieuwe ronde.
in-writing = schriftelijk { $date }
trust-title = { $number }: hoeveel vertrouwen hebt u dat we hier samen uitkomen, van 1 tot 10?
trust-too-few = Er zijn minstens { $count } cijfers nodig; met minder laat een gemiddelde zien wie wat gaf.
trust-shown = gemiddeld { $mean }, laagste { $min }
positions-title = Standpunten bij { $number }
rest-assents = wie nog niets zei, gaat mee
reserved-proposal = plaatsvervanger zonder mandaat
letter-title = { $partner } is afwezig. Van welke datum is de brief?
letter-title-before = De vergadering is nog niet begonnen. Van welke datum is de brief van { $partner }?
letter-hint = Alleen wat op schrift staat telt, met de datum: 24-09 of 24 september. Leeg: er is geen brief, dan staat hier afwezig (X).
letter-unclear = Schrijf een datum tot en met vandaag, bijvoorbeeld 24-09-2026. Leeg: er is geen brief.
letter-words-title = Brief van { $partner }: { $position }. Wat staat erin?
letter-words-hint = In de eigen woorden van de partner. Het mag ook leeg blijven.
reason-of = Reden van { $partner }
reason-hint = In de eigen woorden van de partner.
form-consensus = consensus
form-consent = consent
form-vote = stemmen
form-rubber-stamp = hamerstuk
form-written = schriftelijk
kind-frame = kader
kind-policy = beleid
kind-direction = richting
kind-means = middelen
kind-covenant = convenant
kind-rebalance = bijstelling
kind-application = toepassing
kind-procedure = procedure
decided-unanimous = unaniem aangenomen
decided-adopted = aangenomen
decided-amended = geamendeerd aangenomen
decided-under-reservation = onder voorbehoud aangenomen
decided-rejected = verworpen
decided-deferred = aangehouden
position-short-agree-with-note = met aantekening
position-short-no-objection = geen bezwaar
position-short-objection = bezwaar
position-agree = instemmen
position-agree-with-note = instemmen met aantekening
position-no-objection = geen overwegend bezwaar
position-objection = overwegend bezwaar
position-against = tegen
position-abstain = onthouding
position-reserved = voorbehoud
position-absent = afwezig
event-opened = geopend
event-closed = gesloten
event-below-quorum = doorgegaan zonder quorum ({ $present } van { $quorum })
event-without-mandate = doorgegaan zonder mandaat van { $partners }
event-row-withdrawn = verborgen rij van { $partner } teruggenomen
event-reopened = heropend: { $reason }
event-edited = met de hand gewijzigd na versie { $revision }, en zo overgenomen

## Verhalen
stories-of-month = { $month }: { $count } van { $target } verhalen
story-slot-empty = Nog leeg. Met i schrijft u een verhaal.
story-draft = concept
story-blocked = geblokkeerd
story-released = vrijgegeven
story-is-released = Het verhaal is vrijgegeven.
story-keys = Toetsen in de lijst: g toont wat de wacht vond, r geeft vrij, b legt vast wie het thuis vertelde.
stories-per-month = Verhalen per maand
stories-mean = Gemiddeld { $mean } per maand in de laatste drie maanden.
credits = In verhalen, laatste { $months } maanden
told-by = Thuis verteld door { $partners }
told-title = Wie vertelde dit verhaal in de eigen organisatie?
select-a-story = Kies eerst een verhaal.
guard-title = Casuïstiekwacht
guard-hard = Mag niet: "{ $word }" ({ $kind }). Voorstel: { $instead }
guard-soft = Let op: "{ $word }" ({ $kind }). Voorstel: { $instead }
guard-count = { $hard ->
    [one] { $hard } woord mag
   *[other] { $hard } woorden mogen
} niet, { $soft } { $soft ->
    [one] vraagt
   *[other] vragen
} aandacht. Met g ziet u ze.
guard-clear = De wacht vond niets.
guard-limits = De wacht kan niet bewijzen dat een verhaal anoniem is: dat beoordeelt een mens.
guard-apply = Voorstellen overnemen
guard-keep = Zo laten
guard-questions = Vier vragen voor het vrijgeven
question-recognises-self = Herkent de jongere zichzelf?
question-neighbourhood = Herkent de buurt hem of haar?
question-in-the-news = Is het verhaal elders nieuws geweest?
question-consent = Is toestemming vastgelegd, of dat details zijn veranderd?
trace-bsn = burgerservicenummer
trace-case-number = parketnummer
trace-iban = rekeningnummer
trace-email = e-mailadres
trace-phone = telefoonnummer
trace-licence-plate = kenteken
trace-birth-date = geboortedatum
trace-address = adres
trace-name = naam
trace-age = leeftijd
trace-school = school
trace-place = plaats
neutral-name = jongere
neutral-age = minderjarig
neutral-school = school
neutral-place = buurt
neutral-date = datum
neutral-number = [weggelaten]
field-situation = Situatie
field-together = Samen gedaan
field-result = Resultaat
field-shines = Wie straalt
field-kpi = KPI
field-told-by = Thuis verteld door
no-kpi = geen KPI

## Ambitie
ambition-empty =
    Er is nog geen ambitie: één zin die verbindt en richting geeft.
    `i` schrijft haar op
ambition-version = versie { $version }, sinds { $since }; { $count } van { $all } partners gecommitteerd
ambition-partners = Wat elke partner wint, en of hij staat
ambition-tests = Kan het alleen? Hoe urgent?
ambition-write = De ambitie
ambition-write-hint = Eén zin die niemand alleen kan waarmaken. Een nieuwe zin is een nieuwe versie: iedereen committeert opnieuw.
ambition-earlier = Versie { $version }, sinds { $since }: { $text }
standing-committed = gecommitteerd
standing-stale = opnieuw vragen
standing-open = nog niet
standing-blocked = kan nog niet
no-benefit-yet = nog geen voordeel vastgesteld
alone-not = niet alleen
alone-less-well = minder goed
alone-just-as-well = even goed
alone-warning = { $partner } kan dit even goed alleen: is dit ketenwerk?
urgency-short = urgentie { $scores }
urgency-spread = De urgentie loopt uiteen: van { $low } tot { $high }.
urgency-title = Hoe urgent is dit voor u, van 1 tot 10?
pull-means = Verbindt ons { $connects }, geeft richting { $directs } (van 5).
pull-short = verbindt { $connects }, richt { $directs }
pull-empty =
    Nog niet gevraagd of de zin verbindt en richting geeft.
    `Enter` op een partner vult het in
outings = Uitingen met de ambitie, laatste 90 dagen
outings-empty =
    Nog geen uitingen geteld.
    `Enter` op een partner vult ze in
outings-total = Samen { $with } van { $all } ({ $share }).
outings-hint = Met de ambitie / in totaal, bijvoorbeeld 5/6.
outings-unclear = Schrijf twee getallen met een streep ertussen, bijvoorbeeld 5/6.
commit-title = Wie committeert zich aan de ambitie?
commit-hint = Een aantekening mag; leeg mag ook.
commits = committeert zich
commits-with-note = met aantekening
commits-not = niet
field-ambition = Ambitie
field-collab-form = Samenwerkingsvorm
field-benefit = Voordeel
field-blocker = Wat staat in de weg
field-commitment = Commitment
field-alone = Kan het alleen
field-urgency = Urgentie (1-10)
field-connects = Verbindt ons (1-5)
field-directs = Geeft richting (1-5)
field-outings = Uitingen
field-presence = Presentie
field-level-today = Niveau vandaag
field-name = Naam
field-member = Lid
field-function = Functie
field-level = Niveau (1-5)
field-mandate-until = Mandaat tot
field-deputy = Vervanger
field-deputy-level = Niveau vervanger
field-deputy-mandate = Mandaat vervanger
field-hours = Uren per maand
field-red-lines = Rode lijnen

## KPI's
kpis-empty =
    Er is nog geen keten-KPI.
    `i` maakt er een; daarna vult u pad en waarden in
kpi-columns = Stand en koers
course = koers
rag-green = groen
rag-amber = oranje
rag-red = rood
too-few-points = te weinig meetpunten
needs-adjustment = bijsturen
kpi-outdated = verouderd
kpi-no-values = nog geen waarden of geen streefpad
kpi-stand = { $month }: { $last }, het pad vraagt { $path } (verschil { $gap }). Stand { $stand }.
kpi-course = Zo doorgaand in { $month }: { $forecast }, het pad vraagt { $path }. Koers { $course }.
kpi-needed = Nodig per maand { $needed }, behaald { $achieved }.
kpi-too-few = Te weinig meetpunten voor een koers.
kpi-noise = De laatste waarde valt binnen gewone schommeling ({ $low } tot { $high }): vraag er geen verklaring voor.
kpi-signal = De laatste waarde valt buiten gewone schommeling ({ $low } tot { $high }).
kpi-year = Over twaalf waarden: { $num } van { $den } ({ $percent }).
kpi-hidden = Verborgen wegens minder dan 10 zaken: { $months }.
kpi-small = { $count ->
    [one] 1 waarde rust op een klein aantal (minder dan 30).
   *[other] { $count } waarden rusten op een klein aantal (minder dan 30).
}
kpi-provisional = Voorlopig: { $months }.
triangle = Driehoek: doorlooptijd, kwaliteit, kosten
angle-lead-time = doorlooptijd
angle-quality = kwaliteit
angle-cost = kosten
corner-without-kpi = Hoek "{ $corner }" heeft geen KPI.
corner-without-values = Hoek "{ $corner }" heeft nog geen waarden.
trade-off = Op het pad: { $green }; achter: { $red }. Is dat een afruil?
select-a-kpi = Kies eerst een KPI.
kpi-value-title = Waarde voor { $kpi }
kpi-value-hint = Maand en waarde: 2026-12 59,4 of 2026-12 63/106. Daarna mag "voorlopig" en de bron.
kpi-value-unclear = Schrijf eerst de maand als 2026-12 en dan een getal of teller/noemer.
kpi-value-echo = { $month }: { $value } ({ $status })
kpi-value-hidden = verborgen
kpi-value-provisional = voorlopig
kpi-value-final = definitief
evaluation-cause = { $kpi }: wat is de oorzaak?
evaluation-adjust = { $kpi }: wat gaan we bijsturen?
evaluation-adjust-hint = Eén regel: dit wordt een besluit met een eigen nummer. Esc als er nog niets besloten is.
kpi-cause = Oorzaak: { $cause }
kpi-adjusted = Bijgestuurd met { $number }.
kpi-new = Nieuwe keten-KPI
kpi-new-hint = Wat meten we? Eén regel; het blad vult u daarna in.
direction-up = hoger is beter
direction-down = lager is beter
frequency-month = per maand
frequency-quarter = per kwartaal
field-angle = Hoek
field-direction = Richting
field-unit = Eenheid
field-frequency = Meting
field-kpi-owner = Eigenaar
field-source = Bron
field-tolerance = Marge
field-baseline = Nulmeting
field-milestone = Tussendoel
field-milestone-new = Nieuw tussendoel
field-value-new = Nieuwe waarde
point-hint = Maand en waarde, bijvoorbeeld 2027-11 80. Leeg haalt het weg.
point-unclear = Schrijf eerst de maand als 2027-11 en dan een getal.

## Escalaties en governance
escalations = Op tafel in deze vergadering
escalations-empty =
    Er kwam niets omhoog.
    `i` legt een escalatie vast
escalations-earlier = Van eerder, nog open of net opgelost
days = { $count ->
    [one] 1 dag
   *[other] { $count } dagen
}
guard-asks = hoort dit hier? (g)
admitted = hoort hier
closed-on = afgesloten { $date }
flag-repeats = herhaling van { $number }
flag-skips = slaat een niveau over
flag-unprepared = niet voorbereid
flag-half-prepared = half voorbereid
flag-within = had lager gekund
upward = Omhoog gedelegeerd per vergadering
upward-legend = Wat lager had gekund en wat er van de acties kwam, gaat samen op; dat bewijst nog geen oorzaak.
unanchored = Besluiten die nog in het convenant moeten
unanchored-none = Alle besluiten die erin horen, staan in het convenant.
unanchored-days = Hoort in { $article } en staat daar { $days ->
    [0] nog niet.
    [one] na 1 dag nog niet.
   *[other] na { $days } dagen nog niet.
}
unanchored-nowhere = Hoort in het convenant, maar er is nog geen artikel gekozen{ $days ->
    [0] .
    [one] {" "}(1 dag).
   *[other] {" "}({ $days } dagen).
}
covenant = Convenant
covenant-none =
    Er is nog geen convenant vastgelegd.
    `c` begint er een
covenant-version = Versie { $version } van { $date }; herziening { $review } (over { $days } { $days ->
    [one] dag
   *[other] dagen
}); loopt tot { $ends }.
mandates-ending = Mandaten die binnen { $days } dagen eindigen
mandates-none = Geen enkel mandaat eindigt binnen drie maanden.
select-an-escalation = Kies eerst een escalatie.
guard-here-title = { $number }: hoort dit hier?
guard-question = { $title }
guard-return = Terug met opdracht: mandaat, eigenaar, datum
guard-admit = Hoort hier: { $reason }
assignment-mandate = Terug met opdracht: wat mag het lagere niveau nu zelf beslissen?
assignment-mandate-hint = Los het mandaat op, niet de zaak.
assignment-owner = Wie ziet erop toe?
assignment-due = Wanneer is het opgelost?
assignment = { $mandate } ({ $owner }, voor { $due })
escalation-decided = besloten
escalation-returned = terug met opdracht
escalation-deferred = aangehouden
escalation-advice = advies gevraagd
reason-mandate = mandaat ontbreekt
reason-frame = kader ontbreekt
reason-means = middelen
reason-interests = belangen botsen
reason-legal = juridisch
reason-political = politiek gevoelig
reason-burden = lasten scheef verdeeld
reason-working-method = werkwijze
prepared-yes = ja
prepared-partly = deels
prepared-no = nee
level-operational = operationeel
level-tactical = tactisch
level-strategic = strategisch
path-ts = van tactisch naar strategisch
path-ots = van operationeel via tactisch naar strategisch
path-os = van operationeel direct naar strategisch
from-to = van { $from } naar { $to }
field-belongs-here = Hoort dit hier?
field-path = Route
field-reason = Reden
field-within = Had lager gekund
field-prepared = Voorbereid
field-tried = Wat is geprobeerd
field-asked = Gevraagd besluit
field-repeats = Herhaling van
field-assignment = Opdracht
field-raised = Begonnen
field-closed = Afgesloten
field-reconsider = Antwoord herzien
reconsider = de vraag opnieuw stellen

## Verschillen, balans, relatie, identiteit
differences-empty =
    Er is geen verschil vastgelegd. Is er echt gevraagd?
    `o` legt er een vast
difference-open = open
difference-agreed = eens dat we het oneens zijn
difference-resolved = opgelost
would-change = Wat zou overtuigen: { $text }
balance-empty =
    Er is nog geen opbrengstenronde gehouden: elke partner schat in stilte wat de samenwerking ieder oplevert.
    `r` begint de ronde
balance-round = Opbrengstenronde van vergadering { $number } ({ $date })
balance-spread = Afstand tussen de hoogste en de laagste netto-opbrengst: { $spread }.
balance-sentence-own = { $partner } geeft zelf een { $own }. Van anderen zijn er te weinig schattingen.
balance-sentence-seen = Anderen schatten de opbrengst van { $partner } op { $seen }. { $given ->
        [no] { $partner } vulde niets in.
       *[yes] { $partner } weet het zelf niet.
    }
balance-sentence-none = { $given ->
        [no] { $partner } vulde niets in
       *[yes] { $partner } weet het zelf niet
    } en van anderen zijn er te weinig schattingen.
balance-sentence = Anderen schatten de opbrengst van { $partner } op { $seen }. { $partner } zelf geeft een { $own }.
temperature = Temperatuur, gemiddeld over alle relaties
temperature-empty =
    De temperatuur is nog niet gepeild: hoe gaat deze partner met u om?
    `r` peilt haar, partner voor partner
cafes = Ketencafé: mensen, en van hoeveel partners
cafe-row = { $people } { $people ->
        [one] mens
       *[other] mensen
    }, van { $partners } { $partners ->
        [one] partner
       *[other] partners
    }
cafe-cancelled = vervallen
identity-name = Naam
identity-slogan = Slogan
identity-place = Plek
identity-logo = Logo
identity-colour = Kleur
materiality = Geen babbelclub
materiality-hours = Samen { $hours } uur per maand.
identity-mascot = Mascotte
identity-missing = nog niet vastgelegd
identity-logo-hint = De naam van een bestand in assets/: tekst, of een PNG.
identity-colour-hint = Een kleur van de terminal: black, red, green, yellow, blue, magenta, cyan, gray, darkgray, lightred, lightgreen, lightyellow, lightblue, lightmagenta, lightcyan, white.
opening-mascot = Mascotte: { $mascot }
outcome-ratio = Doe-verhouding: punten met uitkomst
outcome-ratio-row = Vergadering { $number }: { $done } van { $all } punten.

## Sluiting
step-read-back = Besluiten, standpunten en acties voorgelezen (b)
step-ratings = Cijfers: { $count } van { $all } partners (r)
step-next = Volgende vergadering: { $date }
step-next-open = Volgende vergadering: nog geen datum (v)
step-choose = Nog te kiezen tussen twee versies: { $count } (: versies kiezen)
step-close = Vergadering gesloten (C)
read-back = Voorlezen
carry-title = Gaat mee naar de volgende vergadering
carry-records = Mee: { $records }
carry-items = Agendapunten terug: { $items }
carry-stays = Blijft hier: { $records }
carry-not-reached = Nog niet behandeld: punt { $items }. Bij sluiten komt erbij te staan dat ze niet zijn bereikt.
items-done = { $done } van { $all } punten met een uitkomst.
ratings = Cijfers voor deze vergadering
ratings-empty =
    Nog geen cijfers.
    `r` elke partner geeft er een
ratings-mean = Gemiddeld { $mean }.
ratings-title = Welk cijfer geeft u deze vergadering, van 1 tot 10?
next-date = Wanneer is de volgende vergadering?
close-title = Vergadering sluiten?
close-explanation = { $records ->
    [one] { $records } vastgelegde zaak
   *[other] { $records } vastgelegde zaken
} en { $items ->
    [one] { $items } agendapunt
   *[other] { $items } agendapunten
} gaan mee naar { $date }. { $left ->
    [one] { $left } punt is niet bereikt en blijft
   *[other] { $left } punten zijn niet bereikt en blijven
} zo op verslag.
hidden-benefit = Opbrengstenronde: { $count } { $count ->
        [one] rij
       *[other] rijen
    } nog niet onthuld. De ronde kan in de volgende vergadering verder.
hidden-temperature = Temperatuur: { $count } { $count ->
        [one] partner
       *[other] partners
    } binnen, nog niet getoond.
hidden-pulse = Peiling: { $count } { $count ->
        [one] partner
       *[other] partners
    } binnen, nog niet getoond.
hidden-positions = { $number }: de standpunten zijn nog niet onthuld.
close-yes = Ja, sluiten
close-no = Nee, nog niet
closed = Gesloten. De volgende vergadering op { $date } staat klaar.
reopen-why = Waarom wordt de vergadering heropend?
reopen-hint = De reden komt op verslag.
reopen-next-held = De volgende vergadering is al begonnen of gehouden. Leg wat hier nog bij hoort vast in de nieuwste vergadering.
reopen-not-now = Alleen een gesloten vergadering die nog niet is vastgesteld, kan heropend worden.

## Geweigerd
refused-closed = De vergadering is gesloten.
refused-not-live = De vergadering is nog niet begonnen. Met S begint u.
refused-already-open = De vergadering is al open.
refused-blank = Er staat nog niets. Schrijf één regel, of druk op Esc.
refused-no-such-item = Dit agendapunt bestaat niet meer.
refused-no-such-record = Dit staat er niet meer.
refused-no-such-partner = { $partner } is geen partner van deze keten.
refused-no-deputy = { $partner } heeft geen vervanger. Leg die eerst vast: Enter op de partner.
refused-at-the-edge = Verder kan dit punt niet.
refused-item-in-use = Bij dit punt is al iets vastgelegd; sla het over met s.
refused-explore = Bij "verschil verkennen" valt geen besluit. Leg het vast als oneens (o), of kies een ander punt.
refused-below-quorum = Er { $present ->
    [one] is { $present } partner
   *[other] zijn { $present } partners
} aanwezig; { $quorum } { $quorum ->
    [one] is
   *[other] zijn
} nodig om te besluiten. Gaat u toch door, dan komt dat op verslag.
refused-without-mandate = Zonder mandaat aan tafel: { $partners }. Gaat u toch door, dan komt dat op verslag.
refused-reason-needed = Bij { $code } hoort een reden.
refused-absent = { $partner } is afwezig. Alleen een schriftelijk standpunt telt, met datum.
refused-only-reserve = { $partner } heeft vandaag geen mandaat en kan alleen een voorbehoud geven (V).
refused-touches-absent = Dit raakt de inzet van { $partner }, en die heeft niet gesproken. Houd het aan, of vraag een schriftelijk standpunt.
refused-objection-stands = Er staat nog een bezwaar van { $partners }. Verbeter de tekst in een nieuwe ronde, houd het besluit aan, of kies als vorm stemmen.
refused-no-majority = Voor: { $for }, tegen: { $against }. Aannemen kan alleen met meer voor dan tegen. Kies verworpen of aangehouden.
refused-nobody-for = Nog geen partner is voor. Houd het besluit aan, of vraag de standpunten opnieuw.
refused-not-unanimous = { $partner } stemde niet gewoon in. Kies aangenomen in plaats van unaniem.
refused-nobody-reserves = Geen partner maakte een voorbehoud (V). Leg eerst vast wie dat doet.
refused-not-at-the-table = De vergadering is nog niet begonnen. Een uitkomst kan aan tafel (begin met S) of met schriftelijke standpunten.
refused-is-at-the-table = { $partner } zit aan tafel en is dus niet afwezig. Kies een ander standpunt.
refused-no-benefit = Er is nog geen voordeel vastgesteld voor { $partner }: committeren kan nog niet.
refused-no-ambition = Er is nog geen ambitie om op te committeren.
refused-out-of-range = Het getal moet van { $low } tot en met { $high } zijn.
refused-not-a-number = Dit is geen bruikbaar getal.
refused-numerator = Het eerste getal kan niet groter zijn dan het tweede.
refused-guard-blocks = De casuïstiekwacht houdt dit verhaal tegen. Met g ziet u waarom.
refused-questions-open = De vier vragen staan vrijgeven nog niet toe: niet herkenbaar, geen nieuws, en toestemming vastgelegd.
refused-guard-first = Eerst de vraag: hoort dit hier? Druk op g.
refused-earlier-session = Dit komt uit een eerdere vergadering en houdt zijn nummer.
refused-cannot-become = Dit kan daar niet in veranderen.
refused-not-previous = Alleen het verslag van de vorige vergadering kan worden vastgesteld.
refused-already-adopted = Dat verslag is al vastgesteld.
refused-next-before = De volgende vergadering moet na deze zijn.
refused-not-after-previous = Deze vergadering moet na de vorige zijn.
refused-being-held = De vergadering loopt nog. Sluit haar eerst.
refused-no-covenant = Er is nog geen convenant om het in vast te leggen.

## Controle
problem-unknown-partner = { $place }: partner { $name } bestaat niet.
problem-unknown-item = { $place }: agendapunt { $name } bestaat niet.
problem-unknown-kpi = { $place }: KPI { $name } bestaat niet.
problem-twice = { $name } staat er twee keer.
problem-bad-number = { $name } is geen geldig nummer voor dit soort record.
problem-above-last = { $name } is hoger dan het laatst uitgegeven nummer.
problem-from-the-future = { $name } komt uit een latere vergadering.
problem-bad-figure = { $name } heeft een getal dat geen getal is.
problem-bad-row = De rij van { $name } heeft niet evenveel cijfers als er partners zijn.
check-name = de bestandsnaam hoort { $name } te zijn
check-unsealed = heeft nog geen controleregel; dit bestand is met de hand gemaakt
check-gap = vergadering { $number } ontbreekt
check-adopts-other = stelt { $name } vast, en dat is niet het vorige bestand
check-adopts-gone = stelt { $name } vast, en dat bestand is er niet
check-hash = { $name } is gewijzigd na de vaststelling. Vastgesteld is { $expected }; nu is het { $found }.
check-fine = In orde: { $count } { $count ->
    [one] vergadering
   *[other] vergaderingen
}, verwijzingen, nummers en hashes kloppen.
check-wrong = Niet in orde. Gekeken naar { $count } { $count ->
    [one] bestand
   *[other] bestanden
}.

## Signalen
stall-actions = Minder dan 60% van de acties was op tijd
stall-deferred = 30% of meer van de besluiten is aangehouden, of hetzelfde voor de tweede keer
stall-upward = Een derde of meer kwam onnodig omhoog
stall-attendance = Minder dan 80% van de leden was er zelf
stall-temperature = De temperatuur daalt, of een relatie is koud
stall-kpi = De helft of meer van de KPI's is rood
stall-stories = Minder dan 3,5 verhaal per maand
signals-overdue = { $list ->
    [none] Geen actie is te laat.
   *[other] Dagen te laat: { $list }
}
signals-unanchored = { $list ->
    [none] Geen besluit wacht op een plek in het convenant.
   *[other] Dagen niet in het convenant: { $list }
}

## Verslag
report-title = Verslag { $name }, vergadering { $number }
report-no-stories = Er is geen verhaal vrijgegeven.
report-kpis = Stand en koers
report-no-kpis = Er zijn nog geen keten-KPI's met waarden.
report-evaluation = { $kpi }. Oorzaak: { $cause } Bijsturing: { $decision }
report-decisions = Besluiten
report-no-decisions = Er is niets besloten.
report-owner-only = Eigenaar: { $owner }
report-due-only = Voor { $due }
report-round = Ronde { $number }: { $text } – standpunten: { $positions }
report-trust = Vertrouwen na de tegenspraak: gemiddeld { $mean }, laagste { $min }
report-ratified = Voorbehoud opgeheven op { $date }
report-rebalance = Bijstelling { $partner }: inspanning { $before } → { $after }, opbrengst was { $own }
report-review = Opnieuw bekijken op { $date }.
report-from-session = Uit vergadering { $number }.
report-people = { $people ->
    [one] 1 mens
   *[other] { $people } mensen
}
report-net = Netto { $net }
report-rebalance-due = Twee keer op rij meer inspanning dan opbrengst: agendeer bijstelling.
report-temperature-was = In vergadering { $number } was dat { $mean }.
report-ties = De laagste relatie krijgt een { $lowest }; het grootste verschil binnen een relatie is { $asymmetry }.
report-cafe = Ketencafé { $date }: { $text }
report-amendment = In voorbereiding: versie { $version }. Waarom: { $reason }
report-article-was = Was: { $text }
report-article-is = Wordt: { $text }
report-owner = { $owner }, voor { $due }
report-differences = Verschillen
report-no-differences = Er is geen verschil vastgelegd.
report-no-round = In deze vergadering was geen opbrengstenronde.
report-temperature = De relaties krijgen gemiddeld een { $mean }.
report-no-temperature = In deze vergadering is de temperatuur niet gepeild.
report-items = Behandeld
report-positions = Standpunten: { $positions }
report-actions = Acties
report-no-actions = Er staan geen acties open.
report-ahead = Vooruitblik
col-number = nr
col-date = datum
col-state = stand
col-decisions = besluiten
col-open-actions = open acties
col-differences = verschillen
col-file = bestand
col-partner = Partner
col-person = Vertegenwoordigd door
col-presence = Presentie
col-kpi = KPI
col-value = Waarde
col-path = Pad
col-stand = Stand
col-course = Koers

## Opdrachtregel
cli-about = Vergaderen als ketenstuurgroep: agenda, besluiten, standpunten, acties; elke vergadering in één leesbaar bestand.
cli-usage = Gebruik:
cli-commands = Opdrachten
cli-options = Opties
cli-any-options = [OPTIES]
cli-any-command = [OPDRACHT]
cli-arguments = Argumenten
cli-default = (standaard: { $value })
cli-ends = Exitstatus: 0 gedaan, 1 het antwoord is nee, 2 verkeerd gebruik, 3 een bestand was niet te lezen of te schrijven.
cli-page-name = NAAM
cli-page-use = GEBRUIK
cli-page-ends = EXITSTATUS
cli-completions = Toont een script waarmee uw shell opdrachten en opties aanvult
cli-man = Toont de handleiding als pagina voor man, met alle opdrachten
arg-completions-shell = Welke shell: bash, elvish, fish, powershell of zsh
## Hoe een waarde heet
cli-value-a = A
cli-value-b = B
cli-value-code-name = CODE=NAAM
cli-value-date = DATUM
cli-value-dir = MAP
cli-value-file = BESTAND
cli-value-filter = FILTER
cli-value-format = VORM
cli-value-kind = REGISTER
cli-value-n = N
cli-value-name = NAAM
cli-value-nl-en = nl|en
cli-value-number = NUMMER
cli-value-order = VOLGORDE
cli-value-record = RECORD
cli-value-s = S
cli-value-shell = SHELL
cli-value-text = TEKST
cli-value-words = WOORDEN
cli-value-yyyy-mm-dd = JJJJ-MM-DD
## Wat mensen ook typen
cli-also-card = kaart dialoogkaart
cli-also-check = controle controleer controleren
cli-also-completions = aanvullen aanvulling
cli-also-demo = voorbeeld proef
cli-also-export = verslag exporteer exporteren
cli-also-list = lijst vergaderingen overzicht
cli-also-man = handleiding
cli-also-meet = vergader vergaderen vergadering open start
cli-also-merge = samenvoegen voegsamen
cli-also-new = nieuw maak
cli-also-plan = verzet plannen
cli-also-register = registers
cli-also-round = ronde opbrengstenronde
cli-also-search = zoek zoeken vind vinden
cli-also-show = toon tonen bekijk
cli-also-signals = signalen cijfers
cli-also-option-date = datum dag
cli-also-option-dir = map keten
cli-also-option-format = vorm
cli-also-option-lang = taal
cli-also-option-limit = aantal maximum
cli-also-option-name = naam
cli-also-option-output = uitvoer naar
cli-also-option-partner = partners
cli-also-option-sort = volgorde
cli-also-option-today = vandaag
misuse-command = "{ $command }" is geen opdracht.
misuse-argument = "{ $argument }" hoort hier niet.
misuse-missing = Er ontbreekt: { $argument }.
misuse-value = "{ $value }" past niet bij { $argument }.
misuse-choice = "{ $value }" past niet bij { $argument }: kies { $allowed }.
misuse-empty = { $argument } vraagt een waarde.
misuse-conflict = { $argument } gaat niet samen met { $other }.
misuse-twice = { $argument } staat er twee keer.
misuse-elsewhere = { $argument } hoort bij: { $commands }.
misuse-usage = Het gaat zo: { $usage }
misuse-numbers = Welke nummers er zijn, toont: stuurgroep list{ $dir }
misuse-other = { $argument } is hier onvolledig of onjuist gebruikt.
misuse-likely = Bedoelde u: { $likely }
misuse-help = Met { $command } --help ziet u wat er kan.
cli-demo = Opent het voorbeeld Kompas in een proefkopie
cli-new = Maakt een nieuwe keten
cli-plan = Plant de volgende vergadering, of verzet haar
cli-meet = Opent een vergadering
cli-list = Toont de vergaderingen
cli-show = Toont één vergadering
cli-signals = Toont signalen en cijfers
cli-check = Controleert alle bestanden, nummers en hashes (exitstatus 0: in orde, 1: kijk ernaar, 3: een bestand was niet te openen)
cli-export = Schrijft het verslag van een vergadering
arg-dir = De map van de keten, of een map met ketens; mag vaker (anders $STUURGROEP_DIR, anders deze map)
arg-lang = Taal van het scherm
arg-today = Doet alsof het deze dag is
arg-json = Uitvoer als JSON
arg-ascii = Alleen ASCII-tekens
arg-no-mouse = Zonder muis, zodat u tekst kunt selecteren
arg-help = Toont deze hulp
arg-version = Toont de versie
arg-demo-files-only = Maakt alleen de proefkopie
arg-new-name = Naam van de keten
arg-new-partners = Een partner, bijvoorbeeld POL=Politie; herhaal voor elke partner
arg-new-date = Dag van de eerste vergadering
arg-new-past = De dag is voorbij: de vergadering is toen gehouden en wordt achteraf vastgelegd
arg-plan-date = Dag van de vergadering
arg-plan-past = De dag is voorbij: de vergadering is toen gehouden en wordt achteraf vastgelegd
arg-plan-put-back = Zet de vergadering terug waarvan het bestand weg is uit de map
arg-plan-anew = Plan ook als de vergadering met dit nummer op deze computer stond en het bestand weg is
arg-meet-number = Nummer van de vergadering; anders de lopende of geplande
arg-show-number = Nummer van de vergadering
arg-export-number = Nummer van de vergadering
arg-export-format = Vorm van het document
arg-export-output = Bestand om te schrijven; anders naar het scherm
demo-copy = Kompas staat in { $folder }
planned = Gepland op { $date }: { $file }
export-exists = { $file } bestaat al. Kies een andere naam.

## Opbrengstenronde
round-filling = Opbrengstenronde: { $count } van { $all } rijen binnen, nog verborgen
round-filling-left = Opbrengstenronde van vergadering { $number }: { $count } van { $all } rijen binnen, nog verborgen
round-old-hidden = Eerdere ronden staan hier weer na het onthullen.
round-row-in = binnen
round-row-open = nog niet
round-row-title = { $partner }: wat levert het elke partner op, van 1 tot 10?
round-own-effort = eigen inspanning
row-keys = Een cijfer van 1 tot { $top ->
        [10] 10 (0 is tien)
       *[other] { $top }
    }, of ? voor weet niet. Backspace gaat terug.
row-stop = Nog een keer Esc: dan vervalt wat u voor deze rij invoerde.
row-dropped = De rij is niet vastgelegd.
cmd-withdraw-row = rij terugnemen
withdraw-which = Kies een partner van wie de rij binnen is en nog verborgen.
withdraw-title = De rij van { $partner } terugnemen?
withdraw-explanation = De rij vervalt ongezien en komt op verslag als teruggenomen. Daarna voert u haar opnieuw in.
withdraw-row = Van wie wordt de rij teruggenomen?
withdraw-none = Er is geen verborgen rij om terug te nemen.
withdraw-yes = Ja, terugnemen
withdraw-no = Nee, laten staan
round-is-revealed = De ronde van deze vergadering is al onthuld.
round-all-in = Alle rijen zijn binnen. Met g onthult u ze.
dont-know = weet niet
reveal-title = Onthullen?
reveal-missing = Nog niet binnen: { $partners }. Na het onthullen kan er geen rij meer bij.
reveal-yes = Ja, nu onthullen
reveal-no = Nee, nog wachten
balance-net = netto { $net }
balance-uneven = De keten is uit balans: agendeer een bijstelling.
balance-observers = Inschattingen van anderen zitten er gemiddeld { $error } naast.
label-quiet-worry = Stille zorg: anderen denken dat het meer oplevert dan het doet.
label-untold-gain = Onderschatte winst: vertel het.
label-effort-above-benefit = Inspanning groter dan opbrengst.
label-rebalance-due = Twee keer op rij meer inspanning dan opbrengst: agendeer bijstelling (b).
label-big-winner = Grote winnaar: kan iets aanbieden.
heatmap = Wie schat wat (rij schat, kolom wordt geschat)
heatmap-legend = Tussen haken: het eigen oordeel. Een vraagteken is "weet niet", { $sign } is niet ingevuld.
net-slope = Netto-opbrengst per ronde
buddies = Maatjes in deze vergadering
buddy-asks = { $buddy } let op { $partner }. Vraag aan { $buddy }: wat heeft { $partner } nodig?
rebalance-title = Bijstelling voor { $partner }
rebalance-hint = Nu: inspanning { $effort }, opbrengst { $own }. Wat verandert er? Dit wordt een besluit.
rebalance-after = Op welke inspanning komt { $partner } dan uit?
rebalance-after-hint = Een cijfer van 1 tot 10. De volgende ronde laat zien of het klopt.
rebalance-runs = { $number } stelt dit bij: inspanning { $before } wordt { $after }.
rebalance-shown = inspanning { $before } wordt { $after } (opbrengst { $own })
field-rebalance = Bijstelling
cmd-round-row = rij invoeren
cmd-reveal = onthullen
cmd-rebalance = bijstellen
refused-no-round = Er is nog geen ingevulde opbrengstenronde. Met r voert u een rij in.
refused-too-few-rows = Met minder dan { $count } rijen laat een gemiddelde zien wie wat gaf.
refused-row-locked = De rij van { $partner } is al binnen en ligt vast.
refused-revealed = De cijfers zijn al onthuld. Er kan geen rij meer bij of af.
refused-names-somebody = In de tekst staat: { $found }. Het gedrag komt zonder naam in het verslag; schrijf bijvoorbeeld "een partner".
refused-cafe-to-come = Dit ketencafé moet nog komen. Leg de opkomst vast als het geweest is.
refused-fewer-people = Er kwamen minder mensen dan partners. Klopt het aantal?
refused-row-incomplete = De rij van { $partner } heeft niet voor elke partner een plaats.

## Opbrengstenronde op papier
form-head =
    Opbrengstenronde { $name }, vergadering { $number } van { $date }
    Formulier voor { $partner }. Schrijf achter elke dubbele punt een cijfer van 1 tot 10, of weet niet.
    Wat achter een hekje staat, is uitleg. Stuur het terug zoals het is, met uw tekst erboven of eronder; niemand ziet uw cijfers voor de onthulling.
form-gain = Wat levert de samenwerking elke partner op, de eigen organisatie meegerekend?
form-effort = Hoe groot is de inspanning van de eigen organisatie?
form-not-recorded = { $file }: { $reason } Er is niets overgenomen.
form-no-folder = { $file } is geen map. Kies een map voor de formulieren.
form-no-files = { $file }: in deze map staat geen enkel .txt-bestand.
form-wrong = { $file }, regel { $line }: { $reason } Er is niets overgenomen.
form-score = "{ $found }" is geen cijfer van 1 tot 10; weet u het niet, schrijf dan "weet niet".
form-unknown = "{ $found }" begrijp ik niet. Verwacht: een code, een dubbele punt en een cijfer.
form-empty = achter "{ $found }" staat nog niets.
form-twice = "{ $found }" staat er twee keer, met verschillende antwoorden.
form-missing = "{ $found }" ontbreekt.
form-other-round = het formulier is van vergadering { $found }, niet van deze.
form-other-chain = het formulier is van keten "{ $found }", niet van deze.
form-unknown-partner = { $found } is geen partner van deze keten.
round-read = { $count ->
        [one] 1 rij overgenomen in vergadering { $number }. Ze blijft verborgen tot u onthult.
       *[other] { $count } rijen overgenomen in vergadering { $number }. Ze blijven verborgen tot u onthult.
    }
cli-round = Opbrengstenronde op papier: formulieren uit en in
arg-round-blank = Schrijft een leeg formulier per partner
arg-round-read = Leest ingevulde formulieren, of alle .txt in een map; alles of niets
arg-round-output = Map voor de formulieren; anders deze map

## Signalen in de vergadering
cmd-signals = signalen
cmd-propose = agendavoorstel uit de signalen
signals-title = Signalen: { $raised } van { $all }, { $verdict }
signals-explanation = Eerst de zeven van stilval, dan wat nu iets vraagt. Ja of nee, nooit één cijfer. Enter opent waar een signaal op rust.
verdict-runs = het loopt
verdict-look-out = let op
verdict-stall = stilval dreigt
signals-rests-on = Waar het op rust
propose-none = De signalen vragen geen nieuw agendapunt.
propose-title = Agendavoorstel { $place } van { $all }
propose-item = { $room }: { $about }
propose-yes = op de agenda
propose-no = niet nu
about-actions = acties op tijd
about-deferred = wat blijft liggen
about-upward = mandaat repareren
about-attendance = wie zit aan tafel
about-temperature = hoe gaan we met elkaar om
about-kpi = bijsturen
about-stories = verhalen ophalen
about-dissent = wie ziet het anders
about-absent = niet besluiten over wie er niet was
about-mandate = mandaat en niveau
about-commitment = voordeel en commitment
about-round = opbrengstenronde
about-cafe = minder partners bij het ketencafé
about-outcomes = weinig punten met uitkomst
ground-meeting = vergadering { $number } openen
about-covenant = convenant bijwerken
about-quiet = lang niet besproken
claim-silent-dissent = Stil verschil: minder tegenspraak ({ $before } naar { $now }) terwijl de temperatuur daalt
claim-false-consensus = Tien of meer besluiten unaniem op rij (nu { $count })
claim-absent-touched = Een besluit raakt een partner die niet sprak ({ $numbers }: { $partners })
claim-uneven-levels = { $known ->
        [yes] Vandaag op niveau { $low }: { $partners }; de rest tot { $high }
       *[no] Het niveau aan tafel liep de vorige keer uiteen ({ $low } tot { $high })
    }
claim-benefit-without-kpi = Een voordeel zonder KPI ({ $partners })
claim-stale-commitment = Ambitie of convenant gewijzigd: opnieuw te bevestigen door { $partners }
claim-mandate-ends = { $which ->
        [ended] Een mandaat is verlopen ({ $ended })
        [both] Een mandaat is verlopen ({ $ended }) en een ander eindigt binnen 30 dagen ({ $people })
       *[ends] Een mandaat eindigt binnen 30 dagen ({ $people })
    }
claim-old-round = De laatste opbrengstenronde is ouder dan zes maanden ({ $days } dagen)
claim-unanchored = Besluiten wachten op hun plek in het convenant (langste { $days } { $days ->
    [one] dag
   *[other] dagen
})
claim-covenant-review = { $when ->
        [past] De herziening van het convenant had { $days } { $days ->
            [one] dag
           *[other] dagen
        } geleden moeten zijn
       *[ahead] Herziening van het convenant binnen 100 dagen (over { $days } { $days ->
            [one] dag
           *[other] dagen
        })
    }
claim-quiet-factor = Factor { $factor } ({ $name }) had { $sessions } vergaderingen lang geen punt, besluit of meting

## Relatie en peiling
cmd-temperature = temperatuur
cmd-moment = goed of stroef
cmd-cafe = ketencafé
cmd-activity = activiteit
cmd-pulse = factorpeiling
cmd-pulse-profile = profiel van de peiling
cmd-withdraw-pulse = peiling van een partner terugnemen
cmd-withdraw-temperature = temperatuur van een partner terugnemen
temperature-title = { $partner }: hoe gaan de anderen met u om, van 1 tot 10?
temperature-title-absent = { $partner } (afwezig): hoe gaan de anderen met u om, van 1 tot 10?
temperature-filling = Temperatuur: { $count } van { $all } partners binnen, nog verborgen.
temperature-none-hidden = Er is geen verborgen temperatuur. Met r voert u de antwoorden van een partner in.
cmd-reveal-temperature = temperatuur tonen
temperature-all-in = Alle partners hebben de temperatuur gegeven.
temperature-falls = De temperatuur daalde { $drop } in twee vergaderingen.
temperature-cold = Minstens één relatie krijgt een 4 of lager. Praat erover met die twee, niet in de groep.
moments = Goed en stroef
moments-empty =
    Nog niets vastgelegd van wat goed of stroef ging.
    `i` één concreet gedrag, zonder naam
moment-good = goed
moment-hard = stroef
moment-title = Wat viel op in de samenwerking?
moment-explanation = Eén concreet gedrag. Wie het zei en over wie het gaat, blijft buiten het verslag.
moment-text = Welk gedrag?
moment-hint = Bijvoorbeeld: "we werden gebeld vóór het in de krant stond".
cafe-next = Eerste donderdag van de maand: het volgende ketencafé is op { $date }.
cafe-next-date = Het volgende ketencafé is op { $date }.
cafe-missing = Drie keer niet bij het ketencafé: { $partners }.
cafe-date = Wanneer was het ketencafé?
cafe-people = Hoeveel mensen, van welke partners?
cafe-people-hint = Eerst het aantal, dan de codes: 17 POL OM RVK GEM. Een 0 is vervallen.
details-cafe = Ketencafé
details-moment = Goed en stroef
details-activity = Samen gedaan
field-moment = Goed of stroef
field-who-came = Mensen en partners
activities = Samen gedaan (geen vergadering)
activities-empty =
    Nog niets vastgelegd buiten de vergaderingen.
    `b` een lunch, een werkbezoek, een kerstontbijt
activity-date = Wanneer?
activity-title = Wat doen of deden we samen?
activity-hint = Een vergadering telt niet mee.
pulse-title = Peiling { $partner } ({ $place } van { $all }): hoe staat elke factor ervoor, van 1 tot 5?
pulse-profile = Factorpeiling
pulse-of = Vergadering { $number }, gemiddelde per factor (1 tot 5)
pulse-answered = { $count } van { $all } partners vulden de peiling in.
pulse-answers = { $count } { $count ->
        [one] cijfer
       *[other] cijfers
    }
pulse-before = was { $mean }
pulse-spread = van { $low } tot { $high }
pulse-note = Acht factoren naast elkaar; er is geen eindcijfer.
pulse-empty = Er is nog geen peiling. Met w vult u er een in.

## Waarschuwingen en signalen
cmd-warnings = waarschuwingen bij dit onderdeel
warnings-none = Hier is nu geen waarschuwing.
warnings-title = Waarschuwingen: { $room }
put-aside = opzij
set-aside-because = Opzij gezet in vergadering { $number }: { $reason }
set-aside-do = zet opzij, met een reden die bewaard blijft
set-aside-undo = kijk er weer naar
set-aside-hint = Waarom hoeft de groep hier nu niet naar te kijken? De reden blijft bewaard.
signals-go = naar { $room }
claim-waits-for = { $count ->
    [one] { $count } zaak wacht
   *[other] { $count } zaken wachten
} op { $partner }
claim-left-behind = { $partner } doet niet meer mee, en { $count ->
        [one] één open zaak staat
       *[other] { $count } open zaken staan
    } nog op die naam
claim-factor-falls = Factor { $factor } ({ $name }) daalt twee keer op rij: van { $before } naar { $now }
claim-link-without-partner = Schakel zonder vertegenwoordiger: { $link }
claim-no-citizen-kpi = Geen KPI gaat over de burger
claim-trade-off = Hoek "{ $green }" ligt op schema en hoek "{ $red }" niet: is er een afruil?
claim-vague-ambition = Verbindt { $connects }, richt { $directs }: de ambitie is te vaag
claim-no-benefit = Nog geen voordeel vastgesteld voor { $partners }: committeren kan nog niet
claim-outings-without = { $partner }: de ambitie staat in { $carrying } van { $total } uitingen
claim-no-baseline = KPI zonder nulmeting: { $kpis }
claim-not-adjusted = { $kpi } vraagt om bijsturen, en daar is nog geen besluit over ({ $name })
claim-one-organisation = KPI van één organisatie, geen keten-KPI: { $kpis }
claim-low-minutes = { $minutes } { $minutes ->
        [one] minuut
       *[other] minuten
    } { $time ->
        [spent] besteed aan
       *[planned] gepland voor
    } punten die lager horen
claim-no-mandate-below = Geen gemandateerde in { $body }: { $partners }
claim-unsigned = Convenant { $version } is nog niet ondertekend door { $partners }
claim-benefit-moved = Het voordeel van { $partner } ging van { $before } naar { $now }
claim-no-buddy = Niemand bewaakt { $partner } deze keer: maatje { $buddy } is er niet
claim-not-realised = Voordeel al { $sessions } vergaderingen niet gerealiseerd: { $partners }
claim-rebalance-due = { $partner }: inspanning { $effort }, opbrengst { $own }, twee keer op rij. Agendeer een bijstelling
claim-quiet-worry = Anderen denken { $seen }, { $partner } ervaart { $own }
claim-no-activity = Al { $sessions } vergaderingen geen relatiemoment
claim-cafe-on-holiday = { $date } is een feestdag: kies { $free } voor het ketencafé
claim-fewer-at-cafe = Minder partners bij het ketencafé: van { $before } naar { $now } (laatste keer { $date })
claim-cafe-missed = { $partner } was drie keer niet bij het ketencafé
claim-untold-benefit = { $count ->
    [one] { $count } behaald voordeel is
   *[other] { $count } behaalde voordelen zijn
} nog niet verteld ({ $partners })
claim-not-justified = { $ever ->
        [no] { $partner } heeft zijn uren thuis nog nooit verantwoord
       *[yes] De verantwoording van { $partner } is van { $date }: maak een nieuwe
    }
claim-no-progress = Verhalen zonder voortgang: geen KPI heeft een waarde van { $month } of later
claim-few-stories = Verhalen met { $partner } in zes maanden: { $count }
claim-stories-short = { $month }: { $count } van { $target } verhalen
claim-red-line = { $number } raakt misschien een rode lijn van { $partner }: { $line }
claim-no-shopfloor = Geen signaal van de werkvloer in { $sessions } vergaderingen
claim-face-incomplete = Nog niet vastgelegd voor het gezicht van de keten: { $part }
claim-few-outcomes = Vergadering { $number }: { $done } van { $all } punten met uitkomst

## Standpunten in stilte
positions-silent-title = Standpunten bij { $number }, in stilte
positions-still-silent = Nog geen standpunt van { $partners }. Met p gaat u verder.
positions-reveal-title = { $number }: { $count } { $count ->
    [one] standpunt
   *[other] standpunten
} binnen
positions-reveal-explanation =
    Tot nu toe ziet niemand ze. Bij onthullen staan ze er allemaal tegelijk; daarna geeft ieder zijn reden.
positions-reveal-yes = onthul ze nu
positions-reveal-no = wacht nog
positions-reveal-again = vul ze opnieuw in
positions-sealed = { $count } van { $all } standpunten binnen, nog verborgen
position-reason-title = { $partner }: { $position }. Waarom?
reason-owed = Van { $partner } ontbreekt de reden nog.
reasons-ask = vraag de redenen
field-reasons = Redenen
cmd-reveal-positions = standpunten onthullen
refused-nothing-sealed = Er zijn geen verborgen standpunten. Met p vult u ze in.
refused-still-silent = Nog geen standpunt van { $partners }. Pas als iedereen aan tafel binnen is, kunt u onthullen.
refused-not-revealed = De standpunten zijn nog niet onthuld. Met p gaat u verder.
refused-reason-owed = { $partner } heeft nog geen reden gegeven. Kies "Redenen" en vul die in.

## Verschillen: kaarten, kwadrant, werkvloer
positions-beside = Standpunten naast wat partners drijft
partner-cards = Wat de partners drijft
proposal-none =
    Er ligt geen voorstel.
    `d` legt er een vast
    `p` vraagt daarna de standpunten
red-line = rode lijn: { $line }
differences-register = Register: { $open } open, { $agreed } eens dat we het oneens zijn, { $resolved } opgelost
quadrants = Verschil en vertrouwen
quadrants-empty = Nog geen vergadering met besluiten en een temperatuur of peiling. Vanzelf gevuld na de eerste.
quadrant-mark = V{ $number }
quadrant-calm = rust
quadrant-healthy = gezond verschil
quadrant-false-peace = schijnvrede
quadrant-strife = strijd
quadrant-checked = Vergadering { $number }: { $dissent } per besluit bij vertrouwen { $trust } (gepeild): { $quadrant }
quadrant-by-temperature = Vergadering { $number }: { $dissent } per besluit bij vertrouwen { $trust } (temperatuur): { $quadrant }
quadrant-advice-calm = Weinig verschil bij vertrouwen. Vraag af en toe wie het anders ziet.
quadrant-advice-healthy = Verschil mag gezegd worden. Houd dat zo.
quadrant-advice-false-peace = Weinig verschil bij weinig vertrouwen. Vraag wat niet gezegd wordt.
quadrant-advice-strife = Veel verschil bij weinig vertrouwen. Werk eerst aan de relatie.
shopfloor = Van de werkvloer
shopfloor-empty =
    Nog geen signaal van de werkvloer.
    `c` maakt een dialoogkaart
    `i` legt vast wat terugkomt
shopfloor-row = V{ $number }, { $people } { $people ->
    [one] mens
   *[other] mensen
}
shopfloor-ask = Wat komt terug van de werkvloer?
shopfloor-hint = Eerst hoeveel mensen, dan wat zij zeggen, zonder namen: 12 De melding komt te laat binnen.
shopfloor-unclear = Begin met het aantal mensen, dan een spatie, dan wat zij zeggen.
cmd-dialogue-card = dialoogkaart
shopfloor-kept = Vastgelegd: wat { $people ->
    [one] 1 mens
   *[other] { $people } mensen
} op de werkvloer { $people ->
    [one] zegt.
   *[other] zeggen.
}
cmd-shopfloor = signaal van de werkvloer
select-a-difference = Kies eerst een verschil of een besluit.
card-title = Dialoogkaart { $number }
card-views = Hoe partners ernaar kijken
card-positions = Standpunten, zonder namen: { $positions }
card-a-partner = een partner
card-no-views = Er zijn nog geen redenen vastgelegd.
card-questions = Drie vragen
card-question-recognise = Wat herkent u hiervan in uw eigen werk? Noem één voorbeeld, zonder namen.
card-question-need = Wat heeft de ander volgens u nodig om dit goed te kunnen doen?
card-question-try = Wat zouden we de komende maand samen kunnen proberen?
card-back = Geef het antwoord in een paar zinnen aan de secretaris, met het aantal mensen dat meepraatte. Namen zijn niet nodig.
card-export = Als document: stuurgroep card { $number } --output kaart.md{ $dir }
card-nothing = In vergadering { $session } is geen verschil of besluit { $number }. Zoek het nummer op in de vergadering.
cli-card = Maakt van een verschil of besluit een dialoogkaart voor de werkvloer
arg-card-number = Nummer van het verschil of besluit, bijvoorbeeld O2026-01
arg-card-output = Schrijf naar dit bestand in plaats van naar het scherm

## Keten, overleggen, afhankelijkheden, convenant
chain-map = De keten
chain-map-empty =
    Nog geen schakels: wie welke stap in de keten doet.
    `Enter` legt ze vast
chain-map-nobody = niemand
chain-map-change = Enter: schakels wijzigen
bodies = Wie mag beslissen onder de stuurgroep
bodies-empty =
    Nog geen overleg onder de stuurgroep.
    `b` legt er een vast
bodies-legend = { $mandate } heeft mandaat  { $part } doet mee zonder mandaat  { $none } doet niet mee
body-coverage = { $body }: { $with } van { $all } met mandaat. Zonder: { $without }.
body-nobody = { $body }: nog geen partners (Enter)
body-covered = { $body }: alle { $all } hebben mandaat ({ $with } van { $all }; zonder: { $without }).
body-level = Op welk niveau?
body-name = Hoe heet het overleg?
cmd-new-body = overleg toevoegen
dependencies = Wie wacht op wie
dependencies-corner = wacht op
dependencies-empty = Voor zover bekend wacht niemand. Bij een actie of KPI legt u vast op wie zij wacht.
dependencies-row = Op { $partner } { $count ->
    [one] wacht er 1
   *[other] wachten er { $count }
}: { $what }
waits-for = wacht op { $partner }
nobody = niemand
field-waits-for = Wacht op
field-link-new = Nieuwe schakel
field-link-forward = Eén plaats naar voren
field-remove = Weghalen
details-link = Schakel: { $name }
mandate-none = geen gemandateerde
mandate-hint = Naam; waarover; tot wanneer. Bijvoorbeeld: T. Hoekstra; verdeling van zaken; 30-06-2027. Leeg haalt het mandaat weg.
mandate-unclear = Schrijf een naam; waarover; tot wanneer, met puntkomma's ertussen.
cmd-covenant = convenant wijzigen
cmd-covenant-changes = wat verandert in het convenant
amendment = Voorstel voor convenant { $version }
amendment-why = Waarom een nieuwe versie van het convenant?
amendment-why-hint = Eén zin. Besluiten die op het convenant wachten, staan er meteen bij.
amendment-articles = { $count } { $count ->
    [one] artikel
   *[other] artikelen
} gewijzigd
amendment-impact = Gevolgen bekend voor { $count } van { $all } partners
amendment-positions = Standpunten: { $count } van { $all } (besluit { $number })
amendment-establish = Besloten; daarna wordt dit convenant { $version }, en volgen de handtekeningen
amendment-see = bekijk wat verandert
amendment-vote = vraag de standpunten
amendment-becomes = wordt convenant { $version }
amendment-note = Volgorde: artikelen, gevolgen per partner, standpunten, vaststellen, handtekeningen. Na vaststellen vraagt u elke partner opnieuw om commitment.
amendment-decision = Convenant { $version } vaststellen: { $reason }
details-covenant = Convenant { $version }
covenant-sign = handtekeningen onder deze versie
covenant-propose = een nieuwe versie voorstellen
covenant-because = Waarom deze versie: { $reason }
covenant-impact = Gevolg voor { $partner }: { $text }
covenant-signed = Handtekeningen: { $count } van { $all }
covenant-versions = { $count } { $count ->
    [one] versie
   *[other] versies
}; bekijk wat de laatste veranderde
covenant-changes = Wat verandert met convenant { $version }
covenant-one-version = Er is maar één versie. Met c stelt u een nieuwe voor.
article-added = Nieuw: { $no } { $title }
article-removed = Vervalt: { $no } { $title }
article-changed = Gewijzigd: { $no } { $title }
article-title-was = Heette: { $title }
article-was = Was:   { $text }
article-is = Wordt: { $text }
articles-waiting = Wacht nog, want de tekst van het artikel verandert niet: { $decisions }
article-lays-down = Legt vast: { $decisions }
articles-same = { $count ->
    [one] { $count } artikel blijft
   *[other] { $count } artikelen blijven
} gelijk.
article-hint = Eerste regel: nummer | kop. Daaronder de tekst (Alt-Enter is een nieuwe regel). Leeg haalt het artikel weg.
article-unclear = Schrijf op de eerste regel het nummer, een streep | en de kop, bijvoorbeeld: art. 5 | Termijnen
field-ends = Loopt tot
field-published = Openbaar gemaakt op
field-signature = Handtekening { $partner }
signature-none = nog niet
signature-hint = Enter neemt de datum over; leeg haalt de handtekening weg.
field-changes = Wat verandert
field-article-new = Nieuw artikel
field-impact = Gevolg voor { $partner }
field-establish = Vaststellen
field-withdraw = Voorstel intrekken
refused-no-amendment = Er is geen voorstel voor het convenant. Met c maakt u er een.
refused-amendment-pending = Er ligt al een voorstel. Rond dat eerst af, of trek het in.
refused-amendment-decided = De standpunten over deze tekst zijn gevraagd. Een nieuwe ronde op het besluit maakt de tekst weer open.
refused-amendment-not-adopted = Het besluit over deze versie is nog niet genomen, of er staat nog een voorbehoud open.
refused-signed-outside = Een handtekening is niet van vóór deze versie en niet van na vandaag.
refused-unsigned = Nog niet ondertekend door { $partners }. Openbaar maken komt na de laatste handtekening.
refused-impact-open = Nog niet bekend wat dit betekent voor { $partners }. Vul dat eerst in.
refused-name-taken = De naam "{ $name }" bestaat al. Kies een andere.
refused-no-such-colour = Deze kleur kent niet elke terminal. Kies uit: { $colours }.
refused-no-rule = Dit is geen regel die op dagen uitkomt. Bijvoorbeeld: FREQ=MONTHLY;BYDAY=1TH (eerste donderdag).
refused-same-partner = Een relatie is tussen twee partners. Noem er twee.

## Relatie: één relatie, de regel van het café
cmd-tie = één relatie tonen
tie-title = Welke twee partners willen dit allebei laten zien?
tie-hint = Twee codes, bijvoorbeeld: JR POL. Alleen als beide daarmee instemmen. Nog een keer haalt het weer weg.
tie-unclear = Noem precies twee codes, met een spatie ertussen.
tie-no-round = Er is nog geen volledige temperatuur. Met r vult u die in.
tie-row = { $one } geeft { $other } een { $to }; { $other } geeft { $one } een { $back } (met instemming van beide)
cmd-cafe-rule = regel van het café
cafe-rule = Regel: { $rule }
cafe-no-next = Uit de regel volgt geen datum meer. Met y geeft u een andere regel.
cafe-rule-title = Wanneer is het ketencafé?
cafe-rule-hint = Een regel zoals in iCalendar: FREQ=MONTHLY;BYDAY=1TH is de eerste donderdag, FREQ=WEEKLY;INTERVAL=2;BYDAY=WE is om de week op woensdag.

## Identiteit: wat er echt samen gebeurt
materiality-empty =
    Nog niets vastgelegd van uren, mensen en geld die partners inbrengen.
    `Enter` op een partner vult die in
materiality-people = Mensen die meedoen: { $count }
materiality-euros = Geld: € { $euros } per jaar
materiality-executed = Uitgevoerd: { $executed } van { $adopted } aangenomen besluiten
executed-on = uitgevoerd { $date }
field-executed = Uitgevoerd op
field-people = Mensen
field-euros = Euro per jaar
field-justified = Laatste verantwoording
field-logic = Stuurt op
field-law = Wet
field-rhythm = Ritme
field-benefit-state = Stand van het voordeel
benefit-intended = beoogd
benefit-in-sight = in zicht
benefit-realised = gerealiseerd
benefit-told = verteld
benefit-gone = weg
field-kpi-partners = Wie eraan werken
field-citizen = Gaat over de burger
logo-not-shown = Logo: { $file } (deze terminal toont geen plaatjes)
logo-not-found = { $file }: bestand niet gevonden in assets/
logo-neither = { $file } is geen tekst of PNG
logo-too-large = { $file } is te groot voor een logo
logo-broken = { $file } is geen goede PNG: het bestand is beschadigd

## Toetreden en uittreden
cmd-partner-joins = partner treedt toe
cmd-partner-leaves = partner treedt uit
join-title = Wie treedt toe?
join-hint = Een korte code en de naam, bijvoorbeeld: SHN Slachtofferhulp
join-unclear = Schrijf eerst een korte code, dan een spatie, dan de naam.
joined = { $partner } doet mee. Enter op de partner: leg vast wie er aan tafel komt.
leave-title = Wie treedt uit?
leave-sure = { $partner } treedt uit. Wat deze partner zei en deed, blijft op verslag. Het besluit over de uittreding legt u vast met d.
leave-yes = treedt uit
leave-no = niet nu
event-joined = { $partner } trad toe
event-left = { $partner } trad uit
refused-round-open = Er loopt nog een ronde of er liggen verborgen standpunten. Rond dat eerst af.
refused-bad-code = Een code bestaat uit hooguit zes letters en cijfers, zonder spaties.
refused-last-partner = Een keten heeft minstens één partner.
report-governance = Governance
report-set-aside = Opzij gezet: { $about }. Reden: { $reason }
pulse-filling = Peiling van nu: { $count } van { $all } partners binnen, nog verborgen.

cli-generate = Schrijft een verzonnen archief voor metingen en proeven
arg-generate-meetings = Hoeveel vergaderingen
arg-generate-seed = Hetzelfde getal geeft dezelfde bestanden
arg-generate-a-chain = Hoeveel vergaderingen een keten hooguit heeft
generated = { $count } { $count ->
    [one] vergadering
   *[other] vergaderingen
} in { $folders } { $folders ->
    [one] map
   *[other] mappen
} onder { $folder }
generate-not-empty = { $folder } is niet leeg. Kies een nieuwe map; er wordt niets overschreven.

## Terugblik: eerdere vergaderingen
cmd-next-meeting = volgende vergadering
cmd-previous-meeting = vorige vergadering
no-next-meeting = Er is nog geen vergadering na deze.
no-previous-meeting = Er is geen vergadering vóór deze.
cmd-compare = vergelijken met een andere vergadering
compare-with = Met welke vergadering vergelijkt u?
compare-hint = Een nummer. U ziet per factor wat er was en wat er nu is.
compare-title = Vergadering { $old } en { $new } vergeleken
compare-date = Datum
compare-ambition = Versie van de ambitie
compare-committed = Gecommitteerd
compare-upward = Had lager gekund
compare-unanchored = Wacht op plek in convenant
compare-covenant = Convenant
compare-net = Netto { $partner }
compare-temperature = Temperatuur, gemiddeld
compare-lowest = Laagste relatie
compare-stories = Verhalen in de maand
compare-differences = Verschillen open
compare-agreed = Oneens en zo blijft het
compare-outcomes = Punten met uitkomst
compare-open = Open punten
compare-actions = Acties open
compare-came = Erbij gekomen: { $records }
compare-went = Afgehandeld of gesloten: { $records }
compare-late = Waarvan te laat
report-state = Dit verslag
report-altered = Dit bestand is na de vaststelling gewijzigd: de volgende vergadering stelde een andere inhoud vast. Vergelijk met een kopie of met git.
report-altered-see = Dit bestand is na de vaststelling gewijzigd; meer staat bij Opening.
report-adopted = Vastgesteld op { $date }.
report-not-adopted = Nog niet vastgesteld door de volgende vergadering.
report-hash = SHA-256 { $hash }
report-correction = Correctie: { $text }

## Zoeken en registers
cli-search = Zoekt in alles wat iemand schreef, over alle vergaderingen
arg-search-words = Woorden en filters, bijvoorbeeld: weekend* is:open owner:JR since:2026-06
arg-search-limit = Hoeveel regels hooguit (anders 20, en met --json alle)
arg-search-sort = Volgorde: best, newest (nieuwste), oldest (oudste), due (datum), owner (wie) of code (nummer)
cli-register = Een register over alle vergaderingen: decisions, actions, escalations, differences, stories, notes, articles, mandates of kpi_values
arg-register-kind = Welk register
arg-register-filter = Filters en woorden, zoals bij search
arg-register-limit = Hoeveel regels hooguit (anders 50, en met --json alle)
arg-register-sort = Volgorde: best, newest (nieuwste), oldest (oudste), due (datum), owner (wie) of code (nummer)
register-unknown = { $name } is geen register. Kies uit: { $all }.
filter-unknown = "{ $part }" is geen filter.
filter-examples = Bijvoorbeeld: is:open is:te-laat eigenaar:JR partner:OM soort:kader vanaf:2026-06 tot:2026-12 factor:3 keten:Kompas
filter-no-factor = "{ $part }" kan niet: er zijn acht factoren, 1 tot en met 8.
filter-factors = Bijvoorbeeld: factor:3
filter-no-date = "{ $part }" is geen datum.
filter-dates = Bijvoorbeeld: vanaf:2026-06 of tot:11-06-2026
filter-open = open
filter-not-open = af
filter-late = te-laat
search-total = { $shown } van { $total } { $total ->
    [one] regel
   *[other] regels
}. { $kinds }
search-more = Er is meer. Alles ziet u met --limit { $total }
search-nothing = Niets gevonden.
search-no-words = Hier staat geen woord of getal in. Typ wat u zoekt, bijvoorbeeld: weekend* is:open
search-corrected = "{ $typed }" komt niet voor; gezocht is op "{ $nearest }".
index-progress = Index: { $done } van { $all } bestanden
index-trouble = De index doet het niet ({ $reason }). Hij mag weg: verwijder { $folder }.
kind-decisions = besluiten
kind-actions = acties
kind-differences = verschillen
kind-escalations = escalaties
kind-stories = verhalen
kind-notes = notities
kind-articles = artikelen
kind-mandates = mandaten
kind-kpi-values = KPI-waarden

# Home: het gezicht van de keten
home-next = Volgende vergadering
home-day-passed = deze dag is voorbij
no-terminal = Een vergadering heeft een terminal nodig, met toetsen en een scherm. Zonder: stuurgroep show, list, search, export.
home-no-next = Er is nog geen volgende vergadering. Plan er een, met uw eigen datum: stuurgroep plan --date +6w{ $dir }
home-newest-unreadable = { $file } is niet te lezen. Enter zegt wat er mis is en wat u kunt doen.
home-folder-gone = De map { $folder } is er niet meer, of heeft een andere naam gekregen. Er is niets gewist: open de map waar zij nu staat.
home-all-well = Geen enkel signaal staat aan.
home-altered = { $others ->
    [0] Vergadering { $number }: het bestand is na de vaststelling gewijzigd
   *[other] Vergadering { $number } en nog { $others }: de bestanden zijn na de vaststelling gewijzigd
}
home-more = en nog { $count }; ! toont alles
home-meetings = Vergaderingen ({ $count })
home-newer = nieuwere vergaderingen…
home-older = oudere vergaderingen…
home-documents = Documenten
home-unreadable = { $count } onleesbaar
need-agenda = { $count ->
    [0] de agenda is leeg
    [one] 1 agendapunt
   *[other] { $count } agendapunten
}
need-papers = { $count ->
    [0] wanneer de stukken gingen, is niet bekend
    [one] stukken 1 werkdag vooraf verzonden
   *[other] stukken { $count } werkdagen vooraf verzonden
}
need-kpi-values = { $count ->
    [0] elke KPI heeft een verse waarde
    [one] 1 KPI wacht op een nieuwe waarde
   *[other] { $count } KPI's wachten op een nieuwe waarde
}
need-no-kpi = er is nog geen KPI
need-escalations = { $count ->
    [0] elke escalatie is voorbereid
    [one] 1 escalatie is niet voorbereid
   *[other] { $count } escalaties zijn niet voorbereid
}
need-late-actions = { $count ->
    [0] geen actie is te laat
    [one] 1 actie is te laat
   *[other] { $count } acties zijn te laat
}
need-mandates = { $count ->
    [0] elk mandaat geldt nog
    [one] 1 mandaat loopt af vóór de vergadering
   *[other] { $count } mandaten lopen af vóór de vergadering
}
document-report = Verslag van vergadering { $number }
document-no-text = { $file } is geen tekst en kan hier niet worden getoond.
document-written = Geschreven: { $file }
report-file = verslag
col-chain = keten
col-next = volgende
col-last = laatste
col-meetings = aantal
col-late = laat
col-actions = open acties
col-record = nummer
col-owner = wie
col-due = uiterlijk
col-text = tekst
cmd-next-open = naar de volgende vergadering
cmd-search-all = alles doorzoeken
cmd-archive = alle vergaderingen doorzoeken
cmd-trends = trends over de vergaderingen
cmd-life = levensloop van wat gekozen is
cmd-redraw = scherm opnieuw tekenen
cmd-back = terug naar waar u was
cmd-chains = naar de lijst van ketens
cmd-write-report = verslag als document schrijven
cmd-stop-index = bijwerken van de index stoppen of hervatten
index-stopped = De index staat stil. Wat er is, blijft doorzoekbaar; x gaat verder.
index-goes-on = De index wordt weer bijgewerkt.
index-unusable = De index doet het niet ({ $reason }). Vergaderingen openen kan wel, met: stuurgroep meet{ $dir }
new-chain-ambition = Wat willen de partners samen bereiken?
new-chain-ambition-hint = Eén zin met een richting. Leeg laten mag: de groep kan de ambitie ook samen maken.

# Alles doorzoeken
archive-hint = Typ woorden of filters: is:open eigenaar:JR vanaf:2026-06 weekend*
archive-due = uiterlijk { $date }
archive-made = { $chain }, vergadering { $number }
register-all = alles
hint-registers = register
hint-complete = aanvullen
hint-order = volgorde
hint-life = levensloop
hint-open-there = openen
hint-zoom-in = korter
hint-zoom-out = langer
hint-topic = onderwerp
filter-key-is = is
filter-key-kind = soort
filter-key-owner = eigenaar
filter-key-partner = partner
filter-key-since = vanaf
filter-key-until = tot
filter-key-factor = factor
filter-key-chain = keten
state-done = gedaan
state-dropped = vervallen
order-best = best passend
order-newest = nieuwste eerst
order-oldest = oudste eerst
order-due = op datum
order-owner = op eigenaar
order-code = op nummer

# Levensloop
life-title = Levensloop van { $number }
life-session = Vergadering { $number }, { $date }
life-made = gemaakt
life-reworded = anders verwoord: { $text }
life-postponed = uitgesteld van { $from } naar { $to }
life-done = gedaan op { $date }
life-dropped = vervallen op { $date }
life-ratified = bekrachtigd op { $date }
life-executed = uitgevoerd op { $date }
life-now = stand: { $state }
life-resumes = neemt { $number } opnieuw op
life-resumed-as = opnieuw opgenomen als { $number }
life-repeats = herhaling van { $number }
life-repeated-as = komt terug als { $number }
life-open = nog open
life-none = Van dit record is geen levensloop bekend.
life-no-record = Kies eerst een besluit, actie, verschil of escalatie.

# Trends
topic-kpis = KPI's tegen hun pad
topic-net = Netto balans per partner
topic-temperature = Temperatuur van de relatie
topic-upward = Omhoog delegeren, met de resultaten eronder
topic-dissent = Tegenspraak en vertrouwen
topic-pulse = De factorpeiling
topic-outcomes = Agendapunten met een uitkomst
topic-stories = Verhalen per vergadering
trend-tab-kpis = KPI's
trend-tab-net = balans
trend-tab-temperature = temperatuur
trend-tab-upward = omhoog
trend-tab-dissent = tegenspraak
trend-tab-pulse = peiling
trend-tab-outcomes = uitkomst
trend-tab-stories = verhalen
trends-nothing =
    Hierover is in deze periode niets vastgelegd.
    `-` toont een langere periode
    `Tab` toont een ander onderwerp
trends-no-meeting = In deze periode is geen vergadering gehouden.
trends-period = { $period }: { $count ->
    [one] 1 vergadering
   *[other] { $count } vergaderingen
}, { $first } tot en met { $last }
period-all = Alle jaren
period-years = { $years ->
    [one] Het laatste jaar
   *[other] De laatste { $years } jaar
}
trend-up = { $name }: gestegen van { $first } naar { $last }, over { $count } metingen.
trend-down = { $name }: gedaald van { $first } naar { $last }, over { $count } metingen.
trend-one = { $name }: { $last }. Er is één meting.
trend-level = { $name }: gelijk gebleven op { $last }, over { $count } metingen.
trend-path = Het pad vroeg { $path }.
series-mean-tie = De gemiddelde temperatuur
series-lowest-tie = De laagste relatie
series-upward = Wat lager had gekund (%)
series-on-time = Acties op tijd gedaan (%)
series-on-path = KPI's op hun pad (%)
series-dissent = Tegenspraak per besluit
series-trust = Vertrouwen
series-outcomes = Punten met een uitkomst (%)
series-stories = Verhalen
kind-texts = teksten
trend-back = { $name }: weer { $last }, na een laagste stand van { $low } en een hoogste van { $high }, over { $count } metingen.
arg-new-ambition = Wat de partners samen willen bereiken, in één zin; mag later

# De klok van de computer.
clock-title = Welke datum is het?
clock-asks = De klok van deze computer staat op { $date }. Dat past niet bij deze vergadering. Er wordt niets met die datum vastgelegd; de tijd van de agendapunten loopt gewoon door.
clock-keep = Doorgaan met { $date }
clock-right = De klok staat goed: { $date }
clock-other = Een andere datum
clock-hint = De datum van vandaag: 10-12-2026 of 10 december 2026.
clock-doubted = De klok van deze computer zegt { $date }, en dat kan niet kloppen. Er is niets vastgelegd. Zet de klok goed, of zeg welke dag het is met --today JJJJ-MM-DD.

# Twee versies van één vergadering
cmd-conflicts = versies kiezen
claim-versions-differ = Twee versies zeggen iets anders ({ $about }); nog te kiezen: { $count }
conflicts-title = Kiezen tussen twee versies
conflicts-explanation = Deze vergadering is uit twee versies samengevoegd. Beide zijn bewaard totdat u kiest.
conflicts-none = Er is niets te kiezen tussen twee versies.
conflicts-settled = Alles is gekozen.
conflict-changed = { $about }, { $field }: "{ $ours }" of "{ $theirs }"
conflict-record = { $about }: "{ $ours }" of "{ $theirs }"
conflict-removed = { $about }: in de ene versie weggehaald, in de andere gewijzigd of nog nodig
conflict-hidden = { $about }: { $partner } gaf twee verschillende antwoorden, en niemand heeft ze gezien
conflict-keep = blijft: { $value }
conflict-take = wordt: { $value }
conflict-leave = blijft staan
conflict-remove = weghalen
conflict-hidden-keep = het antwoord dat er staat, blijft
conflict-hidden-again = het antwoord gaat weg en wordt opnieuw gevraagd
event-merged = met een andere versie samengevoegd; een ander nummer kregen: { $numbers }
refused-other-meeting = Deze versie is van een andere vergadering.
refused-versions-to-choose = Nog te kiezen tussen twee versies: { $count }. Kies eerst, met : versies kiezen.
refused-no-such-conflict = Hier is al tussen gekozen.
cli-merge = Voegt twee versies van één vergadering samen, ook voor git
arg-merge-ours = Sessiebestand; zijn nummers blijven
arg-merge-theirs = Sessiebestand dat erbij komt
arg-merge-base = Sessiebestand waaruit beide zijn gemaakt, als het er is
arg-merge-output = Schrijf naar dit bestand in plaats van naar het scherm
arg-merge-name = Hoe het bestand in meldingen heet, als A en B tijdelijk een andere naam hebben
merge-other = Deze bestanden zijn van verschillende ketens of vergaderingen.
merge-renumbered = { $old } heet nu { $new }
merge-in = { $file }: { $text }
merge-theirs = { $file } (de versie die erbij komt)
merge-base = { $file } (waaruit beide versies zijn gemaakt)
merge-conflicts = Nog te kiezen: { $count }. Beide versies staan in het bestand; kies met de opdracht "versies kiezen".

## Schermen
header-end = einde
header-of = van { $minutes }
header-over = { $time } over
header-left = nog
header-ready = klaar { $count } van { $all }
header-days = { $days ->
    [0] vandaag
    [1] morgen
    [-1] gisteren
   *[other] { $days } dagen
}
header-took = { $spent } van { $planned } min
header-adopted = vastgesteld op { $date }
save-recorded-short = vastgelegd
foot-note = noot
foot-item-done = verder
foot-undo = terug
foot-search = zoek
foot-palette = alles
side-agenda = Agenda
side-table = Aan tafel { $present }, mandaat { $mandated }
side-no-mandate = geen
side-absent = weg
side-recorded = Vandaag vastgelegd: { $count }
side-next = Hierna
side-minutes = { $minutes } min
kpi-higher = { $name } ({ $unit }, hoger is beter)
kpi-lower = { $name } ({ $unit }, lager is beter)
kpi-now = nu
kpi-path = pad
kpi-gap = verschil
kpi-stand-short = stand
kpi-twelve = 12 maanden
kpi-owner = eigenaar
kpi-none = geen
too-few-points-short = te weinig
kpi-noise-short = Gewone schommeling: vraag geen uitleg.
kpi-signal-short = Buiten gewone schommeling.
pace-title = Per maand nodig en behaald
pace-needed = nodig
pace-achieved = behaald
plot-path = pad
plot-pace = dit tempo
plot-gap = { $gap } verschil
plot-now = nu
balance-round-short = v{ $number }
balance-net-short = netto
legend-effort = inspanning
legend-own = eigen opbrengst
legend-seen = wat anderen zien (mediaan)
label-short-quiet-worry = stille zorg
label-short-untold-gain = vertel het
label-short-effort = inspanning hoger
label-short-rebalance = bijstellen
label-short-winner = kan iets bieden
trend-path-short = pad { $path }
kpi-needed-short = Nodig { $needed } per maand, behaald { $achieved }.
table-short = aan tafel { $present } van { $seats }   mandaat { $mandated }   nodig { $quorum }
quorum-short = quorum
quorum-short-missing = geen quorum
seat-person = aan tafel
seat-level = niveau
seat-as = als
seat-mandate = mandaat
seat-no-mandate = geen mandaat
seat-until = tot { $date }
opening-more = Mandaat en stukken
days-short = { $count } d
open-heading = Nog te doen: { $count }
nothing-open = Er staat geen andere actie open.
done-heading = Afgerond: { $count }
agenda-item = punt
agenda-asks = vraagt
agenda-begins = begin
agenda-minutes = minuten
agenda-room = onderdeel
agenda-hammer = hamerstuk
agenda-total = { $items ->
    [one] { $items } punt
   *[other] { $items } punten
}, samen { $minutes } min.
agenda-old = Eerder op de agenda: { $items }.
agenda-keys = + voegt een punt toe, < en > schuiven het, e opent het, s slaat het over.
corrections-heading = Correcties: { $count }
corrections-none = Geen. Met c legt u er een vast.
report-text = Tekst van het verslag
positions-position = standpunt
quadrant-dissent = afwijkende standpunten per besluit →
quadrant-trust = ↑ vertrouwen
ladder = ladder
escalation-what = escalatie
escalation-state = stand
escalation-days = looptijd
minutes-by-purpose = Tijd per doel, besteed van gepland
arg-theme = Kleuren: dark voor een donkere zaal, light voor daglicht, contrast voor wie minder ziet, terminal voor de zestien van uw terminal; auto kiest naar de achtergrond
cli-value-auto-dark-light-contrast-terminal = auto|dark|light|contrast|terminal
temperature-mean = gemiddeld
temperature-lowest = laagste
temperature-apart = grootste verschil
upward-below = kon lager
upward-unprepared = niet voorbereid
upward-on-time = acties op tijd
positions-reason = reden, in eigen woorden
check-title = Kan dit besluit vallen?
check-quorum = Quorum: { $present } aan tafel, { $quorum } nodig
check-touched = Wie het raakt, zit aan tafel
check-touched-not = Het raakt wie er niet is: { $partners }
check-reasons = Nog zonder reden: { $partners }
check-objections = Overwegend bezwaar nog niet onderzocht: { $count }
check-outcome = De uitkomst is nog niet gekozen
foot-disagreement = oneens
header-pause = pauze tot { $time }
row-stop-leaving = Deze rij is nog niet compleet en wordt niet bewaard. Nog een keer: dan sluit het programma.
