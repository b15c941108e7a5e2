// Writes core/Plumbline.Assertions/Checks/Patterns/UnicodeProperties.bin: the sets behind \p{…}, as Node.js knows them, which implements ECMA-262 itself.
// usage: node write.mjs FILE     (the Unicode version is that of the Node.js; the tests say which one is expected)
//
// The file: the Unicode version in ASCII and a zero byte; then an entry for each property: its names in ASCII separated by blanks and a zero byte, the number of
// bytes that follow, and its ranges of code points in order: distance from the end of the range before, then length less one. Numbers have seven bits a byte,
// lowest first, the high bit on all but the last.
import { writeFileSync } from "node:fs";

const UNICODE = "17.0";

// ECMA-262, table 69: binary properties with their aliases. Any, ASCII and Assigned follow from others.
const BINARY = `
  ASCII_Hex_Digit AHex|Alphabetic Alpha|Bidi_Control Bidi_C|Bidi_Mirrored Bidi_M|Case_Ignorable CI|Cased|Changes_When_Casefolded CWCF|
  Changes_When_Casemapped CWCM|Changes_When_Lowercased CWL|Changes_When_NFKC_Casefolded CWKCF|Changes_When_Titlecased CWT|Changes_When_Uppercased CWU|Dash|
  Default_Ignorable_Code_Point DI|Deprecated Dep|Diacritic Dia|Emoji|Emoji_Component EComp|Emoji_Modifier EMod|Emoji_Modifier_Base EBase|
  Emoji_Presentation EPres|Extended_Pictographic ExtPict|Extender Ext|Grapheme_Base Gr_Base|Grapheme_Extend Gr_Ext|Hex_Digit Hex|IDS_Binary_Operator IDSB|
  IDS_Trinary_Operator IDST|ID_Continue IDC|ID_Start IDS|Ideographic Ideo|Join_Control Join_C|Logical_Order_Exception LOE|Lowercase Lower|Math|
  Noncharacter_Code_Point NChar|Pattern_Syntax Pat_Syn|Pattern_White_Space Pat_WS|Quotation_Mark QMark|Radical|Regional_Indicator RI|Sentence_Terminal STerm|
  Soft_Dotted SD|Terminal_Punctuation Term|Unified_Ideograph UIdeo|Uppercase Upper|Variation_Selector VS|White_Space space|XID_Continue XIDC|XID_Start XIDS`;

// PropertyValueAliases.txt, gc: single categories. The groups (L, M, LC …) are unions of them.
const CATEGORIES = `
  Lu Uppercase_Letter|Ll Lowercase_Letter|Lt Titlecase_Letter|Lm Modifier_Letter|Lo Other_Letter|Mn Nonspacing_Mark|Mc Spacing_Mark|Me Enclosing_Mark|
  Nd Decimal_Number digit|Nl Letter_Number|No Other_Number|Zs Space_Separator|Zl Line_Separator|Zp Paragraph_Separator|Cc Control cntrl|Cf Format|
  Cs Surrogate|Co Private_Use|Pc Connector_Punctuation|Pd Dash_Punctuation|Ps Open_Punctuation|Pe Close_Punctuation|Pi Initial_Punctuation|
  Pf Final_Punctuation|Po Other_Punctuation|Sm Math_Symbol|Sc Currency_Symbol|Sk Modifier_Symbol|So Other_Symbol|Cn Unassigned`;

// PropertyValueAliases.txt, sc.
const SCRIPTS = `
  Adlam Adlm|Ahom|Anatolian_Hieroglyphs Hluw|Arabic Arab|Armenian Armn|Avestan Avst|Balinese Bali|Bamum Bamu|Bassa_Vah Bass|Batak Batk|Bengali Beng|
  Beria_Erfe Berf|Bhaiksuki Bhks|Bopomofo Bopo|Brahmi Brah|Braille Brai|Buginese Bugi|Buhid Buhd|Canadian_Aboriginal Cans|Carian Cari|
  Caucasian_Albanian Aghb|Chakma Cakm|Cham|Cherokee Cher|Chorasmian Chrs|Common Zyyy|Coptic Copt Qaac|Cuneiform Xsux|Cypriot Cprt|Cypro_Minoan Cpmn|
  Cyrillic Cyrl|Deseret Dsrt|Devanagari Deva|Dives_Akuru Diak|Dogra Dogr|Duployan Dupl|Egyptian_Hieroglyphs Egyp|Elbasan Elba|Elymaic Elym|
  Ethiopic Ethi|Garay Gara|Georgian Geor|Glagolitic Glag|Gothic Goth|Grantha Gran|Greek Grek|Gujarati Gujr|Gunjala_Gondi Gong|Gurmukhi Guru|
  Gurung_Khema Gukh|Han Hani|Hangul Hang|Hanifi_Rohingya Rohg|Hanunoo Hano|Hatran Hatr|Hebrew Hebr|Hiragana Hira|Imperial_Aramaic Armi|
  Inherited Zinh Qaai|Inscriptional_Pahlavi Phli|Inscriptional_Parthian Prti|Javanese Java|Kaithi Kthi|Kannada Knda|Katakana Kana|Kawi|Kayah_Li Kali|
  Kharoshthi Khar|Khitan_Small_Script Kits|Khmer Khmr|Khojki Khoj|Khudawadi Sind|Kirat_Rai Krai|Lao Laoo|Latin Latn|Lepcha Lepc|Limbu Limb|
  Linear_A Lina|Linear_B Linb|Lisu|Lycian Lyci|Lydian Lydi|Mahajani Mahj|Makasar Maka|Malayalam Mlym|Mandaic Mand|Manichaean Mani|Marchen Marc|
  Masaram_Gondi Gonm|Medefaidrin Medf|Meetei_Mayek Mtei|Mende_Kikakui Mend|Meroitic_Cursive Merc|Meroitic_Hieroglyphs Mero|Miao Plrd|Modi|
  Mongolian Mong|Mro Mroo|Multani Mult|Myanmar Mymr|Nabataean Nbat|Nag_Mundari Nagm|Nandinagari Nand|New_Tai_Lue Talu|Newa|Nko Nkoo|Nushu Nshu|
  Nyiakeng_Puachue_Hmong Hmnp|Ogham Ogam|Ol_Chiki Olck|Ol_Onal Onao|Old_Hungarian Hung|Old_Italic Ital|Old_North_Arabian Narb|Old_Permic Perm|
  Old_Persian Xpeo|Old_Sogdian Sogo|Old_South_Arabian Sarb|Old_Turkic Orkh|Old_Uyghur Ougr|Oriya Orya|Osage Osge|Osmanya Osma|Pahawh_Hmong Hmng|
  Palmyrene Palm|Pau_Cin_Hau Pauc|Phags_Pa Phag|Phoenician Phnx|Psalter_Pahlavi Phlp|Rejang Rjng|Runic Runr|Samaritan Samr|Saurashtra Saur|
  Sharada Shrd|Shavian Shaw|Siddham Sidd|Sidetic Sidt|SignWriting Sgnw|Sinhala Sinh|Sogdian Sogd|Sora_Sompeng Sora|Soyombo Soyo|Sundanese Sund|
  Sunuwar Sunu|Syloti_Nagri Sylo|Syriac Syrc|Tagalog Tglg|Tagbanwa Tagb|Tai_Le Tale|Tai_Tham Lana|Tai_Viet Tavt|Tai_Yo Tayo|Takri Takr|Tamil Taml|
  Tangsa Tnsa|Tangut Tang|Telugu Telu|Thaana Thaa|Thai|Tibetan Tibt|Tifinagh Tfng|Tirhuta Tirh|Todhri Todr|Tolong_Siki Tols|Toto|Tulu_Tigalari Tutg|
  Ugaritic Ugar|Unknown Zzzz|Vai Vaii|Vithkuqi Vith|Wancho Wcho|Warang_Citi Wara|Yezidi Yezi|Yi Yiii|Zanabazar_Square Zanb`;

if (process.versions.unicode !== UNICODE) {
  throw new Error(`this Node.js has Unicode ${process.versions.unicode}, not ${UNICODE}`);
}

const names = list => list.split("|").map(item => item.trim().split(/\s+/));
const characters = Array.from({ length: 0x110000 }, (_, codePoint) => String.fromCodePoint(codePoint));

function ranges(property) {
  const pattern = new RegExp(`^\\p{${property}}$`, "u");
  const found = [];
  for (let codePoint = 0, first = -1; codePoint <= 0x110000; codePoint++) {
    const inside = codePoint < 0x110000 && pattern.test(characters[codePoint]);
    if (inside && first < 0) {
      first = codePoint;
    } else if (!inside && first >= 0) {
      found.push([first, codePoint - 1]);
      first = -1;
    }
  }

  return found;
}

function number(value, bytes) {
  for (; value >= 0x80; value >>>= 7) {
    bytes.push((value & 0x7f) | 0x80);
  }

  bytes.push(value);
}

function write(names, found, bytes) {
  // Throws where ECMA-262 does not know one.
  names.forEach(name => new RegExp(`\\p{${name}}`, "u"));
  const body = [];
  let end = 0;
  for (const [first, last] of found) {
    number(first - end, body);
    number(last - first, body);
    end = last + 1;
  }

  bytes.push(...Buffer.from(names.join(" ")), 0);
  number(body.length, bytes);
  for (const byte of body) {
    bytes.push(byte);
  }
}

const count = found => found.reduce((sum, [first, last]) => sum + last - first + 1, 0);
const file = [...Buffer.from(UNICODE), 0];
for (const aliases of names(BINARY)) {
  write(aliases, ranges(aliases[0]), file);
}

let assigned = 0;
for (const aliases of names(CATEGORIES)) {
  const found = ranges(`gc=${aliases[0]}`);
  assigned += count(found);
  write(aliases.map(alias => `gc=${alias}`), found, file);
}

let inScripts = 0;
for (const aliases of names(SCRIPTS)) {
  const found = ranges(`sc=${aliases[0]}`);
  const extended = ranges(`scx=${aliases[0]}`);
  inScripts += count(found);
  write(aliases.map(alias => `sc=${alias}`), found, file);
  if (JSON.stringify(extended) !== JSON.stringify(found)) {
    write(aliases.map(alias => `scx=${alias}`), extended, file);
  }
}

// Every code point has one category and one script: none was forgotten.
if (assigned !== 0x110000 || inScripts !== 0x110000) {
  throw new Error(`${assigned} code points have a category and ${inScripts} a script, not ${0x110000}`);
}

writeFileSync(process.argv[2], Uint8Array.from(file));
