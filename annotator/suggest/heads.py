"""Words that tell what a name is: what stands before it, at its head, or at its end."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "Administrator Historian Tsar Czar Sultan Emir Crown "
    "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Dame Lord Lady Baroness Baron Count Countess Duke Duchess Prince Princess King "
    "Queen Emperor Pope Cardinal Archbishop Bishop Father Rev Reverend Rabbi Imam Ayatollah Sheikh Sheik Mullah Saint St "
    "President Premier Chancellor Minister Secretary Senator Sen Congressman Congresswoman Representative Rep Governor Gov "
    "Mayor Ambassador Commissioner Chairman Chairwoman Chair Speaker Judge Justice Attorney General Gen Lieutenant Lt Colonel "
    "Col Major Maj Captain Capt Commander Cmdr Sergeant Sgt Corporal Cpl Private Pvt Admiral Adm Marshal Constable Inspector "
    "Superintendent Detective Officer Sister Brother Mother Uncle Aunt Herr Frau Madame Monsieur Señor Comrade Councillor "
    "Cllr Director Spokesman Spokeswoman Spokesperson MP MEP Prime Foreign Defence Defense Finance Interior Vice Deputy "
    "Former Ex-President Chief Coach Undersecretary Congressmen"
)
# Small letters before a name: "defence minister Ben", "captain Taras", "editor Callum".
ROLES = _words(
    "minister president secretary chancellor premier leader chief spokesman spokeswoman spokesperson captain commander "
    "general colonel major editor reporter correspondent photographer journalist host presenter analyst economist professor "
    "lawyer judge prosecutor mayor governor senator congressman congresswoman ambassador envoy commissioner director chairman "
    "chairwoman chair chef author writer novelist actor actress singer director film-maker artist activist campaigner "
    "candidate officer detective sergeant soldier king queen prince princess son daughter brother sister wife husband father "
    "mother grandson granddaughter friend colleague surgeon doctor nurse teacher coach manager striker midfielder goalkeeper "
    "champion billionaire businessman businesswoman founder executive expert historian scientist engineer pilot driver "
    "counterpart named called predecessor successor deputy boss dictator tsar emperor pope"
)
SPEECH = _words(
    "said says told tells added adds wrote writes tweeted warned warns insisted asked replied argued claimed claims explained "
    "confirmed denied announced believes thinks admitted suggested stressed urged urges called noted continued concluded "
    "cautioned declined resigned died"
)
VESSELS = _words("ship vessel ferry tanker freighter yacht frigate destroyer submarine carrier trawler icebreaker cruiser liner schooner")
BODIES = _words(
    "company firm newspaper paper broadcaster operator site website agency group charity bank party union watchdog thinktank "
    "airline retailer platform startup start-up outlet tabloid magazine network manufacturer maker carmaker supermarket giant "
    "bookmaker club band brand"
)

ORG_ENDS = _words(
    "Ministry Department Agency Authority Administration Bureau Commission Commissioner's Committee Council Court Parliament "
    "Assembly Senate Congress Cabinet Government Party Movement Front Union Federation Confederation Association Society "
    "Organisation Organization Institute Institution Foundation Trust Fund Bank Exchange Group Company Corporation Corp Corp. "
    "Inc Inc. Ltd Limited plc PLC LLC LLP GmbH AG SA Oy AB AS Holdings Industries Enterprises Partners Capital Ventures Bros "
    "Brothers Airlines Airways Motors Pharmaceuticals Technologies Systems Software Energy Petroleum Oil Gas Electric Telecom "
    "Communications Networks Network News Times Post Dispatch Weekly Gazette Herald Tribune Journal Ledger Courier Chronicle Magazine "
    "Press "
    "Radio TV Television Broadcasting Records Studios Pictures Entertainment Books Police Army Navy Force Forces Guard Guards "
    "Corps Battalion Brigade Regiment Division Fleet Squadron Command Service Services Office Directorate Inspectorate "
    "Tribunal University College School Academy Faculty Laboratory Club United FC Rovers Athletic Rangers Wanderers "
    "League Alliance Coalition Initiative Campaign Network Forum Board Team Orchestra Philharmonic Choir Band Church Diocese "
    "Order Brotherhood Secretariat Chamber Syndicate Cooperative Consortium Facility Shipping Logistics Media Mission Centre "
    "Center"
)
ORG_STARTS = _words(
    "Ministry Department Bank University College Institute Office Council House Organisation Organization Association Society "
    "Federation Confederation Committee Commission Court Academy Bureau Chamber Church Board Centre Center School Union "
    "League Party Radio Team Directorate Agency Administration Academy"
)
FAC_ENDS = _words(
    "Airport Bridge Station Stadium Arena Square Street Road Avenue Lane Boulevard Highway Motorway Tunnel Palace Castle "
    "Tower Towers Hall House Building Museum Gallery Library Theatre Theater Cathedral Mosque Temple Abbey Monastery "
    "Synagogue Hospital Prison Jail Hotel Gate Park Garden Gardens Cemetery Memorial Monument Port Harbour Harbor Dock Docks "
    "Pier Dam Canal Pipeline Base Barracks Fort Plaza Mall Market Plant Refinery Terminal Racecourse Zoo Aquarium Lighthouse "
    "Observatory Quay Wharf Junction Link Pavilion Airbase Airfield Cosmodrome Crescent Terrace Campus Stand Courts Courthouse Reservoir "
    "Field Speedway Coliseum Viaduct Interchange"
)
SITE_ENDS = _words("Center Centre Complex")
SITE_KINDS = _words(
    "Convention Conference Exhibition Shopping Leisure Sports Sport Aquatics Community Civic Detention Removal Agricultural Arts Visitor "
    "Visitors Garden Space Event Events Expo Entertainment Retail Outlet"
)
"""What stands before a center or a centre that is a building."""
FAC_STARTS = _words("Hotel Port Fort RAF Camp Château Chateau Place Plaza Rue Via Piazza Cafe Café Villa Palais Casa HMP")
LOC_ENDS = _words(
    "Sea Ocean River Lake Bay Gulf Strait Straits Channel Island Islands Isles Peninsula Mountain Mountains Hills Hill Valley "
    "Desert Forest Coast Cape Delta Basin Plateau Plain Plains Canyon Falls Glacier Volcano Reef Archipelago Lagoon Creek "
    "Beach Region Oblast Highlands Triangle Corridor Steppe Ridge Fjord Sound Estuary"
)
LOC_STARTS = _words("Lake Mount Mt Cape Bay Gulf Isle Isles Strait Straits Sea River Gulf Horn Port-au Loch Lough Sierra")
EVENT_ENDS = _words(
    "War Wars Battle Uprising Revolution Revolt Rebellion Crisis Summit Conference Olympics Games Cup Championship "
    "Championships Festival Tournament Marathon Swim Race Regatta Derby Prix Open Masters Final Election Elections Referendum "
    "Massacre Genocide Holocaust Pandemic Earthquake Tsunami Jubilee Coronation Parade Awards Fair Expo Biennale Day Congress "
    "Accident Disaster Siege Coup Offensive"
)
CONTEST_ENDS = _words("Championships Championship Olympics Paralympics Marathon Swim")
EVENT_STARTS = _words("Operation Exercise Storm Hurricane Cyclone Typhoon Battle Siege Tropical Euro Expo Eurovision")
LAW_ENDS = _words(
    "Act Bill Treaty Agreement Agreements Accord Accords Convention Protocol Charter Constitution Amendment Directive "
    "Regulation Law Pact Code Declaration Memorandum Ordinance Decree"
)
LAW_STARTS = _words("Treaty Convention Peace Charter Act Article Declaration Directive Resolution Protocol")
PARTICLES = _words("ap ferch de del della der den di da do dos du la le van von zu zum bin ibn ben al el ter ten y af av op e")
GPE_STARTS = _words("Republic Kingdom State City Municipality Province Emirate Principality County Duchy District Federation")
GOVERNED_ENDS = _words("County")
GPE_ENDS = _words("County City Province District Borough Township Parish")
ORG_NAMED = _words("Air Radio Team Banco Banca Bank Club Groupe Real Atletico Atlético Inter Dinamo Dynamo Spartak Shakhtar")
OF = _words("of for on de")
NOT_ACRONYMS = _words(
    "TV UK US EU UN PM MP MPs CEO CFO COO OK AM DNA RNA GDP VAT ID IT IQ IPO PR HIV AIDS COVID COVID-19 CCTV BREAKING LIVE "
    "WATCH NEW UPDATE II III IV VI VII VIII IX XI XII GMT BST UTC CET EST EDT ET PST AD BC FAQ DIY VIP SOS PhD MA BA AKA RIP "
    "LGBT LGBTQ USD EUR GBP NOK SEK HQ A I THE AND NOT YES NO ICYMI NGO NGOS PPE AI GPS SUV DVD CD PC WMD UFO HGV IED RPG ICU "
    "GP GPs MS MR DR ST MPS TVS JULY MAY JUNE"
)
PEERAGE = re.compile(r"(?<!\w)(?:Duke|Duchess|Earl|Countess|Marquess|Marchioness) of $")
"""What stands before a place here is a title: the Duke of York is no town."""
