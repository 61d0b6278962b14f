"""The authorities of the checks: each citation and how it was read (`drafter.findings.STATUSES`). A case
counts as read only where its opinion was.
"""

from __future__ import annotations

import re

from drafter.findings import Authority

__all__ = ["FORUM", "LAW", "LOCAL"]

LAW: dict[str, Authority] = {
    "frcp5.1": Authority("Fed. R. Civ. P. 5.1", "text_read", "October 2025 copy"),
    "frcp5.2": Authority("Fed. R. Civ. P. 5.2(a)", "text_read", "October 2025 copy"),
    "frcp7.1": Authority(
        "Fed. R. Civ. P. 7.1(a)(1)-(2), (b) (am. Dec. 1, 2022)", "text_read", "October 2025 copy"
    ),
    "frcp8a": Authority("Fed. R. Civ. P. 8(a)(1)-(3)", "text_read", "October 2025 copy"),
    "frcp8d": Authority("Fed. R. Civ. P. 8(d)(2)-(3)", "text_read", "October 2025 copy"),
    "frcp9b": Authority("Fed. R. Civ. P. 9(b)", "text_read", "October 2025 copy"),
    "frcp9g": Authority("Fed. R. Civ. P. 9(g)", "text_read", "October 2025 copy"),
    "frcp10": Authority("Fed. R. Civ. P. 10(a)-(c)", "text_read", "October 2025 copy"),
    "frcp11a": Authority("Fed. R. Civ. P. 11(a)", "text_read", "October 2025 copy"),
    "frcp11b": Authority("Fed. R. Civ. P. 11(b)(2)-(3)", "text_read", "October 2025 copy"),
    "frcp15c": Authority("Fed. R. Civ. P. 15(c)", "text_read", "October 2025 copy"),
    "frcp17": Authority("Fed. R. Civ. P. 17(a), (c)", "text_read", "October 2025 copy"),
    "frcp20": Authority("Fed. R. Civ. P. 20(a)", "text_read", "October 2025 copy"),
    "frcp23a": Authority("Fed. R. Civ. P. 23(a)", "text_read", "October 2025 copy"),
    "frcp23b": Authority("Fed. R. Civ. P. 23(b)(1)-(3)", "text_read", "October 2025 copy"),
    "frcp23c": Authority("Fed. R. Civ. P. 23(c)(1)(B), (c)(4)-(5)", "text_read", "October 2025 copy"),
    "frcp23g": Authority("Fed. R. Civ. P. 23(g)", "text_read", "October 2025 copy"),
    "frcp38": Authority("Fed. R. Civ. P. 38(b), (d)", "text_read", "October 2025 copy"),
    "frcp41": Authority(
        "Fed. R. Civ. P. 41(a)(1)(B)",
        "quoted_by_court",
        "Semtek Int’l Inc. v. Lockheed Martin Corp., 531 U.S. 497, 505 (2001), in the words before 2007;"
        " applied to parallel suits in Cabot Golf CL-PP 1, LLC v. Nixon Peabody, No. 13-40912 (5th Cir. July"
        " 7, 2014), by an account of it",
    ),
    "claim_splitting": Authority(
        "Adams v. Cal. Dep’t of Health Servs., 487 F.3d 684 (9th Cir. 2007), overruled in part on other"
        " grounds, Taylor v. Sturgell, 553 U.S. 880 (2008)",
        "secondary",
        "a summary of the opinion",
    ),
    "first_to_file": Authority(
        "Pacesetter Sys., Inc. v. Medtronic, Inc., 678 F.2d 93 (9th Cir. 1982)", "recalled"
    ),
    "frcp57": Authority(
        "Fed. R. Civ. P. 57; 28 U.S.C. § 2201", "text_read", "release point 119-73 (2026-03-26)"
    ),
    "frcp65": Authority("Fed. R. Civ. P. 65(d)", "text_read", "October 2025 copy"),
    "1331": Authority("28 U.S.C. § 1331", "text_read", "release point 119-73 (2026-03-26)"),
    "1332a": Authority("28 U.S.C. § 1332(a), (c)(1)", "text_read", "release point 119-73 (2026-03-26)"),
    "1332d2": Authority("28 U.S.C. § 1332(d)(2), (d)(6)", "text_read", "release point 119-73 (2026-03-26)"),
    "1332d4": Authority("28 U.S.C. § 1332(d)(3)-(4)", "text_read", "release point 119-73 (2026-03-26)"),
    "1332d5": Authority("28 U.S.C. § 1332(d)(5)(A)-(B)", "text_read", "release point 119-73 (2026-03-26)"),
    "1332d9": Authority("28 U.S.C. § 1332(d)(9)", "text_read", "release point 119-73 (2026-03-26)"),
    "1332d10": Authority("28 U.S.C. § 1332(d)(10)", "text_read", "release point 119-73 (2026-03-26)"),
    "1367": Authority("28 U.S.C. § 1367", "text_read", "release point 119-73 (2026-03-26)"),
    "1391": Authority("28 U.S.C. § 1391(b)-(d)", "text_read", "release point 119-73 (2026-03-26)"),
    "1453": Authority("28 U.S.C. §§ 1441(b), 1446, 1453", "text_read", "release point 119-73 (2026-03-26)"),
    "455": Authority("28 U.S.C. § 455(b)(4)-(5)", "text_read", "release point 119-73 (2026-03-26)"),
    "1404": Authority(
        "28 U.S.C. § 1404(a); Atl. Marine Constr. Co. v. U.S. Dist. Ct., 571 U.S. 49 (2013)", "secondary"
    ),
    "1407": Authority("28 U.S.C. § 1407", "text_read", "release point 119-73 (2026-03-26)"),
    "pslra34": Authority(
        "15 U.S.C. § 78u-4(a)(2)-(3), (b)(1)-(2)", "text_read", "release point 119-73 (2026-03-26)"
    ),
    "pslra33": Authority("15 U.S.C. § 77z-1(a)(2)-(3)", "text_read", "release point 119-73 (2026-03-26)"),
    "mmwa": Authority("15 U.S.C. § 2310(d)(3)(C), (e)", "text_read", "release point 119-73 (2026-03-26)"),
    "fdcpa": Authority("15 U.S.C. § 1692k(a)(2)(B)", "text_read", "release point 119-73 (2026-03-26)"),
    "flsa216": Authority("29 U.S.C. § 216(b)", "text_read", "release point 119-73 (2026-03-26)"),
    "flsa256": Authority("29 U.S.C. § 256", "text_read", "a copy of the Code, whole, not dated"),
    "clra1782": Authority("Cal. Civ. Code § 1782(a), (d)", "text_read", "text in force Jan. 1, 2026"),
    "clra1780d": Authority("Cal. Civ. Code § 1780(d)", "text_read", "text in force Jan. 1, 2026"),
    "clra1780": Authority("Cal. Civ. Code § 1780(a)-(b)", "text_read", "a stored copy, edition not stated"),
    "ccpa150": Authority(
        "Cal. Civ. Code § 1798.150(a)-(b)", "text_read", "a stored copy, edition not stated"
    ),
    "ccpacpi": Authority(
        "Cal. Civ. Code § 1798.150(a)(1)(A) as CPI-adjusted from Jan. 1, 2025 ($107-$799)",
        "secondary",
        "an account of the agency’s notice of Dec. 17, 2024, which gives $799; $107 not confirmed",
    ),
    "paga": Authority(
        "Cal. Lab. Code §§ 2699(c), 2699.3(a)",
        "text_read",
        "text current to Apr. 7, 2026 (A.B. 2288 and S.B. 92 of 2024)",
    ),
    "ucl": Authority(
        "Cal. Bus. & Prof. Code §§ 17203, 17204",
        "text_read",
        "§ 17203 current through 2023; § 17204, Stats. 2008, ch. 179",
    ),
    "c93a": Authority("Mass. Gen. Laws ch. 93A, § 9(3)", "text_read", "a stored copy, edition not stated"),
    "bipa20": Authority(
        "740 ILCS 14/20, am. Pub. Act 103-0769 (Aug. 2, 2024)",
        "text_read",
        "a stored copy, edition not stated",
    ),
    "bipa15": Authority("740 ILCS 14/10, 14/15(a)-(e), 14/25", "secondary"),
    "cplr901b": Authority("N.Y. CPLR 901(b)", "text_read", "current through 2024 ch. 117"),
    "gbl349": Authority(
        "N.Y. Gen. Bus. Law §§ 349(h), 350-e", "text_read", "official text, copy of Oct. 1, 2026"
    ),
    "ucc2607": Authority(
        "U.C.C. § 2-607(3)(a)", "text_read", "Cal. Com. Code § 2607, text current to Nov. 27, 2025"
    ),
    "crc3761": Authority("Cal. R. Ct. 3.761", "text_read", "a stored copy, edition not stated"),
    "crc1201": Authority("Cal. R. Ct. 1.201", "text_read", "a stored copy, edition not stated"),
    "ccp474": Authority("Cal. Code Civ. Proc. § 474", "text_read", "a stored copy, edition not stated"),
    "nycrr2025e": Authority("22 NYCRR § 202.5(e)", "text_read", "a stored copy, edition not stated"),
    "ill138": Authority("Ill. S. Ct. R. 138", "text_read", "a stored copy, edition not stated"),
    "lr-or": Authority("D. Or. LR 23-1, 23-2", "text_read", "a stored copy, edition not stated"),
    "lr-wawd": Authority("W.D. Wash. LCR 23(i)", "text_read", "a stored copy, edition not stated"),
    "lr-flsd": Authority("S.D. Fla. L.R. 23.1", "text_read", "a stored copy, edition not stated"),
    "lr-paed": Authority("E.D. Pa. L.R. Civ. P. 23.1", "text_read", "a stored copy, edition not stated"),
    "lr-gand": Authority("N.D. Ga. LR 23.1(A)-(B)", "text_read", "a stored copy, edition not stated"),
    "lr-ks": Authority("D. Kan. R. 23.1(a)", "text_read", "a stored copy, edition not stated"),
    "lr-cand3": Authority("N.D. Cal. Civ. L.R. 3-2(c), 3-4(a), 3-5(a)-(b), 3-6, 3-7, 3-8, 3-15", "secondary"),
    "lr-cacd19": Authority("C.D. Cal. L.R. 19-1", "secondary"),
    "lr-nj": Authority("D.N.J. L.Civ.R. 8.1, 10.1, 11.2", "secondary"),
    "lr-rico": Authority(
        "RICO case statement rules or standing orders (e.g. former S.D. Fla. L.R. 12.1; S.D.N.Y. judges'"
        " orders)",
        "secondary",
    ),
    "abs": Authority("ABS Entm't, Inc. v. CBS Corp., 908 F.3d 405 (9th Cir. 2018)", "secondary"),
    "ferrell": Authority(
        "Ferrell v. Express Check Advance of SC LLC, 591 F.3d 698 (4th Cir. 2010)", "secondary"
    ),
    "calchi": Authority("Calchi v. TopCo Assocs., LLC, No. 22-cv-747 (N.D. Ill. June 7, 2023)", "secondary"),
    "serrano": Authority("Serrano v. 180 Connect, Inc., 478 F.3d 1018 (9th Cir. 2007)", "secondary"),
    "mondragon": Authority("Mondragon v. Capital One Auto Fin., 736 F.3d 880 (9th Cir. 2013)", "secondary"),
    "kanter": Authority("Kanter v. Warner-Lambert Co., 265 F.3d 853 (9th Cir. 2001)", "quoted_by_court"),
    "hertz": Authority("Hertz Corp. v. Friend, 559 U.S. 77 (2010)", "secondary", "opening or syllabus only"),
    "knowles": Authority("Standard Fire Ins. Co. v. Knowles, 568 U.S. 588 (2013)", "secondary"),
    "dart": Authority(
        "Dart Cherokee Basin Operating Co. v. Owens, 574 U.S. 81 (2014)",
        "secondary",
        "opening or syllabus only",
    ),
    "royalcanin": Authority("Royal Canin U.S.A., Inc. v. Wullschleger, 604 U.S. 22 (2025)", "secondary"),
    "cherry": Authority("Cherry v. Dometic Corp., 986 F.3d 1296 (11th Cir. 2021)", "secondary"),
    "bms": Authority("Bristol-Myers Squibb Co. v. Superior Court, 582 U.S. 255 (2017)", "secondary"),
    "mussat": Authority(
        "Mussat v. IQVIA, Inc., 953 F.3d 441 (7th Cir. 2020)", "secondary", "stored copy, place not recorded"
    ),
    "molock": Authority("Molock v. Whole Foods Mkt. Grp., 952 F.3d 293 (D.C. Cir. 2020)", "secondary"),
    "cruson": Authority("Cruson v. Jackson Nat'l Life, 954 F.3d 240 (5th Cir. 2020)", "secondary"),
    "lyngaas": Authority("Lyngaas v. Curaden AG, 992 F.3d 412 (6th Cir. 2021)", "recalled"),
    "ford": Authority(
        "Ford Motor Co. v. Mont. Eighth Jud. Dist. Ct., 592 U.S. 351 (2021)",
        "secondary",
        "opening or syllabus only",
    ),
    "briskin": Authority(
        "Briskin v. Shopify, Inc., 135 F.4th 739 (9th Cir. 2025) (en banc)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "transunion": Authority(
        "TransUnion LLC v. Ramirez, 594 U.S. 413 (2021)", "secondary", "opening or syllabus only"
    ),
    "labcorp": Authority(
        "Lab'y Corp. of Am. Holdings v. Davis, 605 U.S. ___ (No. 24-304, June 5, 2025) (cert. dismissed;"
        " Kavanaugh, J., dissenting)",
        "text_read",
        "opinion text",
    ),
    "olean": Authority(
        "Olean Wholesale Grocery Coop. v. Bumble Bee Foods LLC, 31 F.4th 651 (9th Cir. 2022) (en banc)",
        "secondary",
    ),
    "langan": Authority("Langan v. Johnson & Johnson Consumer Cos., 897 F.3d 88 (2d Cir. 2018)", "secondary"),
    "davidson": Authority(
        "Davidson v. Kimberly-Clark Corp., 889 F.3d 956 (9th Cir. 2018)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "berni": Authority(
        "Berni v. Barilla S.p.A., 964 F.3d 141 (2d Cir. 2020)", "secondary", "stored copy, place not recorded"
    ),
    "white": Authority("In re White, 64 F.4th 302 (D.C. Cir. 2023)", "secondary"),
    "messner": Authority(
        "Messner v. Northshore Univ. HealthSystem, 669 F.3d 802, 825 (7th Cir. 2012)", "secondary"
    ),
    "cordoba": Authority("Cordoba v. DIRECTV, LLC, 942 F.3d 1259 (11th Cir. 2019)", "secondary"),
    "orduno": Authority("Orduno v. Pietrzak, 932 F.3d 710 (8th Cir. 2019)", "secondary"),
    "sauter": Authority("Sauter v. CVS Pharmacy, Inc. (S.D. Ohio May 7, 2014)", "secondary"),
    "rodriguez695": Authority(
        "In re Rodriguez, 695 F.3d 360 (5th Cir. 2012) (no rule against them)", "secondary"
    ),
    "mazza": Authority(
        "Mazza v. Am. Honda Motor Co., 666 F.3d 581 (9th Cir. 2012)",
        "secondary",
        "accounts of the opinion; its opening was read",
    ),
    "weatherford": Authority("Weatherford v. City of San Rafael, 2 Cal. 5th 1241 (2017)", "recalled"),
    "rosenbach": Authority("Rosenbach v. Six Flags Ent. Corp., 2019 IL 123186", "recalled"),
    "plastics": Authority("Soc’y of Plastics Indus. v. County of Suffolk, 77 N.Y.2d 761 (1991)", "recalled"),
    "lr-pamd": Authority(
        "M.D. Pa. LR 8.1",
        "quoted_by_court",
        "Jordan v. Dick Simon Trucking, No. 1:04-CV-2738 (M.D. Pa. May 9, 2005)",
    ),
    "lr-paed5": Authority(
        "E.D. Pa. L.R. Civ. P. 5.1.1",
        "secondary",
        "its heading, “Pleading Claim for Unliquidated Damages”; the text was not found",
    ),
    "lunch": Authority("Rodriguez v. It's Just Lunch Int'l (S.D.N.Y. Aug. 6, 2018) (Stein, J.)", "secondary"),
    "briseno": Authority("Briseno v. ConAgra Foods, Inc., 844 F.3d 1121 (9th Cir. 2017)", "secondary"),
    "petrobras": Authority("In re Petrobras Sec., 862 F.3d 250 (2d Cir. 2017)", "secondary"),
    "carrera": Authority("Carrera v. Bayer Corp., 727 F.3d 300 (3d Cir. 2013)", "secondary"),
    "mullins": Authority("Mullins v. Direct Digital, LLC, 795 F.3d 654 (7th Cir. 2015)", "recalled"),
    "dukes": Authority(
        "Wal-Mart Stores, Inc. v. Dukes, 564 U.S. 338 (2011)", "secondary", "stored copy, place not recorded"
    ),
    "rodriguez431": Authority(
        "E. Tex. Motor Freight Sys. v. Rodriguez, 431 U.S. 395 (1977)",
        "secondary",
        "opening or syllabus only",
    ),
    "amchem": Authority("Amchem Prods., Inc. v. Windsor, 521 U.S. 591 (1997)", "recalled"),
    "twiqbal": Authority(
        "Bell Atl. Corp. v. Twombly, 550 U.S. 544 (2007); Ashcroft v. Iqbal, 556 U.S. 662 (2009)", "secondary"
    ),
    "weiland": Authority(
        "Weiland v. Palm Beach Cnty. Sheriff's Office, 792 F.3d 1313 (11th Cir. 2015)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "kearns": Authority(
        "Kearns v. Ford Motor Co., 567 F.3d 1120 (9th Cir. 2009)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "vess": Authority("Vess v. Ciba-Geigy Corp. USA, 317 F.3d 1097 (9th Cir. 2003)", "secondary"),
    "swartz": Authority("Swartz v. KPMG LLP, 476 F.3d 756 (9th Cir. 2007)", "quoted_by_court"),
    "exergen": Authority(
        "Exergen Corp. v. Wal-Mart Stores, Inc., 575 F.3d 1312 (Fed. Cir. 2009); Munro v. Lucy Activewear,"
        " Inc., 899 F.3d 585 (8th Cir. 2018)",
        "secondary",
    ),
    "neubronner": Authority("Neubronner v. Milken, 6 F.3d 666 (9th Cir. 1993)", "recalled"),
    "sonner": Authority(
        "Sonner v. Premier Nutrition Corp., 971 F.3d 834 (9th Cir. 2020)",
        "quoted_by_court",
        "Nacarino v. KSF Acquisition Corp., for the holding; the opinion’s opening was read",
    ),
    "guzman": Authority(
        "Guzman v. Polaris Indus. Inc., 49 F.4th 1308 (9th Cir. 2022)",
        "secondary",
        "opening or syllabus only",
    ),
    "korea": Authority(
        "Korea Supply Co. v. Lockheed Martin Corp., 29 Cal. 4th 1134 (2003)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "biweekly": Authority(
        "Nationwide Biweekly Admin., Inc. v. Superior Court, 9 Cal. 5th 279 (2020)", "recalled"
    ),
    "gillespie": Authority(
        "Gillespie v. Civiletti, 629 F.2d 637 (9th Cir. 1980)", "secondary", "stored copy, place not recorded"
    ),
    "richardson": Authority("Richardson v. Johnson, 598 F.3d 734 (11th Cir. 2010)", "quoted_by_court"),
    "textile": Authority(
        "Does I thru XXIII v. Advanced Textile Corp., 214 F.3d 1058 (9th Cir. 2000); Plaintiff B v. Francis,"
        " 631 F.3d 1310 (11th Cir. 2011)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "floyd": Authority(
        "Floyd v. Am. Honda Motor Co., 966 F.3d 1027 (9th Cir. 2020)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "rowland": Authority(
        "Rowland v. Bissell Homecare, Inc., 73 F.4th 177 (3d Cir. 2023)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "frye": Authority(
        "Frye v. Baptist Mem'l Hosp., Inc., 495 F. App'x 669 (6th Cir. 2012)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "cothron": Authority(
        "Cothron v. White Castle Sys., Inc., 216 N.E.3d 918 (Ill. 2023)",
        "secondary",
        "stored copy, place not recorded",
    ),
    "clay": Authority("Clay v. Union Pac. R.R. Co. (7th Cir. Apr. 2026)", "secondary"),
    "tims": Authority("Tims v. Black Horse Carriers, Inc., 2023 IL 127801", "text_read", "opinion text"),
    "shady": Authority(
        "Shady Grove Orthopedic Assocs. v. Allstate Ins. Co., 559 U.S. 393 (2010); Lisk v. Lumber One Wood"
        " Pres., LLC, 792 F.3d 1331 (11th Cir. 2015)",
        "secondary",
    ),
    "americanpipe": Authority(
        "Am. Pipe & Constr. Co. v. Utah, 414 U.S. 538 (1974); China Agritech, Inc. v. Resh, 584 U.S. 732"
        " (2018)",
        "secondary",
    ),
    "calpers": Authority(
        "Cal. Pub. Emps.’ Ret. Sys. v. ANZ Sec., Inc., 582 U.S. 497 (2017)",
        "secondary",
        "syllabus, and summaries of the opinion",
    ),
    "harrington": Authority(
        "Harrington v. Cracker Barrel Old Country Store, Inc., 142 F.4th 678 (9th Cir. 2025), with the Third,"
        " Sixth, Seventh and Eighth Circuits",
        "secondary",
        "justia.com’s summary, and accounts that list the circuits",
    ),
    "waters": Authority(
        "Waters v. Day & Zimmermann NPS, Inc., 23 F.4th 84 (1st Cir. 2022), contra", "recalled"
    ),
    "fox": Authority(
        "Fox v. Ethicon Endo-Surgery, Inc., 35 Cal. 4th 797 (2005)", "secondary", "opening or syllabus only"
    ),
    "rotkiske": Authority("Rotkiske v. Klemm, 589 U.S. 8 (2019)", "secondary", "opening or syllabus only"),
    "arb": Authority(
        "9 U.S.C. §§ 2-4; Coinbase, Inc. v. Suski, 602 U.S. 143 (2024); Heckman v. Live Nation Ent., Inc.,"
        " 120 F.4th 670 (9th Cir. 2024)",
        "secondary",
    ),
    "mata": Authority(
        "Mata v. Avianca, Inc., 678 F. Supp. 3d 443 (S.D.N.Y. 2023); Park v. Kim, 91 F.4th 610 (2d Cir."
        " 2024); ABA Formal Op. 512 (2024)",
        "secondary",
    ),
}

LOCAL = {
    LAW["lr-or"]: "ord",
    LAW["lr-wawd"]: "wawd",
    LAW["lr-flsd"]: "flsd",
    LAW["lr-paed"]: "paed",
    LAW["lr-gand"]: "gand",
    LAW["lr-ks"]: "ksd",
    LAW["lr-cand3"]: "cand",
    LAW["lr-cacd19"]: "cacd",
    LAW["lr-nj"]: "njd",
    LAW["lr-pamd"]: "pamd",
    LAW["lr-paed5"]: "paed",
}
"""Local rules, with the court whose they are."""

_CIRCUIT = re.compile(r"\((\d+)(?:st|d|th) Cir\.|\((D\.C\.) Cir\.")
_EVERYWHERE = re.compile(r"\d U\.S\. (?:\d|___)|\bABA\b")
"""Authorities that hold in every circuit, whatever else they cite: the Supreme Court's, and rules of the
profession.
"""
_FEDERAL = (
    "transunion labcorp dukes amchem rodriguez431 hertz dart twiqbal shady 1331 1332a 1332d2 1332d4 1332d5"
    " 1332d9 1332d10 1367 1391 455 1404 1407 pslra34"
).split()
_STATES = {
    "crc3761": "calsuperct",
    "crc1201": "calsuperct",
    "ccp474": "calsuperct",
    "nycrr2025e": "nysupct",
    "ill138": "illcirct",
    "weatherford": "calsuperct",
    "rosenbach": "illcirct",
    "plastics": "nysupct",
    "biweekly": "calsuperct",
}


def _forum(key: str, law: Authority) -> frozenset[str]:
    """The courts, circuits or systems in which an authority stands behind a finding; none: in all."""
    if law in LOCAL:
        return frozenset((LOCAL[law],))
    if key in _STATES:
        return frozenset((_STATES[key],))
    if key.startswith("frcp") or key in _FEDERAL:
        return frozenset(("federal",))
    circuits = [] if _EVERYWHERE.search(law.cite) else _CIRCUIT.findall(law.cite)
    return frozenset(f"ca{number or 'dc'}" for number, _ in circuits)


FORUM: dict[Authority, frozenset[str]] = {
    law: where for key, law in LAW.items() if (where := _forum(key, law))
} | {LAW["sauter"]: frozenset(("ca6",))}
"""Where those hold that do not hold everywhere: courts (ids), circuits (`ca9`), systems (`federal`)."""
