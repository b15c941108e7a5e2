namespace Plumbline.Tokenizers.Tools.Texts;

/// <summary>Sentences by kind of text.</summary>
internal static class SampleSentences
{
    public static Dictionary<string, string[]> ByKind { get; } = new()
    {
        ["prose"] =
        [
            "The dataset holds one example a line, and each line is a JSON object of its own.",
            "If a message is longer than the model can read, the service cuts its end off without a word.",
            "It's often said that ten examples are enough; they'll rarely be, and you'd better have five hundred.",
            "On 3 March 1847, about 12,500 people crossed the bridge – the first of its kind – in under six hours.",
            "\"Why,\" she asked, \"would anybody count the tokens twice?\" Nobody had an answer.",
            "Temperatures fell to -12.5 °C overnight, roughly 20% below the average for the season.",
            "The café's résumé of Zoë's naïve coöperation was, in short, très élégant.",
            "See section 4.2 (\"Limits and quotas\"), the FAQ, and https://example.org/docs/tuning?lang=en#limits for more.",
            "I'VE NEVER SEEN SUCH A THING, HE'D SHOUTED; WE'RE LEAVING, THEY'LL STAY.",
            "Antidisestablishmentarianism and internationalization are long words; floccinaucinihilipilification is longer.",
        ],
        ["code"] =
        [
            "public static int CountTokens(ReadOnlySpan<byte> utf8)\n{\n    return utf8.IsEmpty ? 0 : Count(utf8, long.MaxValue);\n}",
            "def main(argv: list[str]) -> int:\n    \"\"\"Entry point.\"\"\"\n    for i, line in enumerate(sys.stdin):\n        if not line.strip():\n            continue\n    return 0",
            "const rows = await db.query(`SELECT id, name FROM users WHERE id = $1`, [id]);\nif (!rows.length) throw new Error('not found');",
            "#include <vector>\n\ntemplate <typename T>\nstd::vector<T> merge(const std::vector<T>& a, const std::vector<T>& b);\t// O(n + m)",
            "SELECT COUNT(*), AVG(t.price) FROM trades AS t\n\tWHERE t.day >= '2026-01-01' AND t.side IN ('B','S')\n\tGROUP BY 1;",
            "<div class=\"card-body\"><p id='x1'>&lt;b&gt;</p></div>\r\n<!-- ===================== -->\r\n",
            "x = 0xFF_FF if HTTPServer2.isUTF8Name else 1e-9; y = a<<3|b>>2 & ~mask; z=i++ + ++j;",
            "for (;;) {\n\t\tif (x == NULL || *x->next != '\\0') { goto fail; }\n\t}\n\n\n\n",
            "{\"messages\": [{\"author\": \"user\", \"content\": \"a\\u00e9\\n\"}], \"n\": [1, 22, 333, 4444, 55555]}",
            "export PATH=\"$HOME/.local/bin:$PATH\"; git rebase -i HEAD~3 && ./run.sh --level=3 2>&1 | tee out.log",
        ],
        ["cjk"] =
        [
            "数据集必须至少包含十个样本,每一行都是一个独立的JSON对象。",
            "如果消息的长度超过模型的限制,服务会自动截断它的结尾。",
            "調整用のデータセットには、少なくとも10件の例が必要です。",
            "「トークンを二回数える人はいるのでしょうか」と彼女は尋ねました。",
            "코드 모델은 지도 학습을 사용하여 조정할 수 있습니다. 예시는 500개가 좋습니다.",
            "機械學習模型的參數非常多,訓練所需的時間也很長。",
            "東京スカイツリーの高さは634メートルです。カタカナ・ひらがな・漢字。",
            "人工智能、深度学习、自然语言处理……这些技术正在改变世界!",
        ],
        ["cyrillic"] =
        [
            "Набор данных содержит по одному примеру в строке, и каждая строка является объектом JSON.",
            "Если сообщение длиннее предела модели, сервис молча отрезает его конец.",
            "Ґанок, їжак, єнот і щука — слова української мови; 25 відсотків з 1000.",
            "НАСТРОЙКА МОДЕЛИ ЗАВЕРШЕНА. Достопримечательности Санкт-Петербурга.",
        ],
        ["greek"] =
        [
            "Το σύνολο δεδομένων περιέχει ένα παράδειγμα ανά γραμμή, και κάθε γραμμή είναι ένα αντικείμενο JSON.",
            "Ἐν ἀρχῇ ἦν ὁ λόγος, καὶ ὁ λόγος ἦν πρὸς τὸν θεόν. ΑΘΗΝΑ ΣΊΣΥΦΟΣ σίσυφος.",
        ],
        ["arabic"] =
        [
            "تحتوي مجموعة البيانات على مثال واحد في كل سطر، وكل سطر هو كائن مستقل.",
            "إِذَا كَانَتِ الرِّسَالَةُ أَطْوَلَ مِنْ حَدِّ النَّمُوذَجِ، فَإِنَّ الخِدْمَةَ تَقْطَعُ نِهَايَتَهَا. ١٢٣٤٥٦",
            "این مدل با داده‌های فارسی تنظیم شده است؛ می‌خواهم بدانم چند نشانه دارد؟",
        ],
        ["hebrew"] =
        [
            "מערך הנתונים מכיל דוגמה אחת בכל שורה, וכל שורה היא אובייקט JSON.",
            "בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ. צה\"ל, ג'ירפה.",
        ],
        ["thai"] =
        [
            "ชุดข้อมูลมีหนึ่งตัวอย่างต่อบรรทัด และแต่ละบรรทัดเป็นวัตถุ JSON",
            "ถ้าข้อความยาวเกินขีดจำกัดของแบบจำลอง บริการจะตัดส่วนท้ายออก ๑๒๓๔",
        ],
        ["indic"] =
        [
            "डेटासेट में प्रति पंक्ति एक उदाहरण होता है, और हर पंक्ति एक JSON वस्तु है। १२३",
            "தரவுத்தொகுப்பில் ஒவ்வொரு வரியிலும் ஒரு எடுத்துக்காட்டு உள்ளது. ডেটাসেট প্রতি লাইনে একটি উদাহরণ।",
        ],
        ["emoji"] =
        [
            "Great job! 🎉🎉🎉 👍🏽 See you 😀😃😄", "👨‍👩‍👧‍👦 👩🏿‍🚀 🏳️‍🌈 🇩🇪🇫🇷🇯🇵", "❤️ ☕️ ✅ 1️⃣2️⃣ #️⃣ ™️",
            "🤷🏻‍♀️… 🧑‍💻🔥🔥🔥 lol 😂😂😂😂😂😂😂😂", "┌──┐ │ok│ └──┘ ▓▓▒▒░░ ★★★☆☆ →⇒↔",
        ],
        ["whitespace"] =
        [
            "a  b   c    d", "\t\tx\ty \t z", "\n\n\n", " \n \n  \n", "\r\n\r\n", "x\r\ry",
            "\u00A0\u00A0x \u3000 y", "\u2003\u2002z", "a\u0085b\u0085\u0085", "\u2028\u2029x", "\uFEFFbom \uFEFF",
            "end   \n", "   \t   ", "\v\f\vx", " \u00A0 \u2009!", "\n    indented\n        more\n\tback",
            "        ", "                                                                                        x",
        ],
        ["beyond-bmp"] =
        [
            "𐐔𐐯𐑅𐐨𐑉𐐯𐐻 𐐀𐐁𐐂𐐨𐐩", "𝐀𝐁𝐂 𝔞𝔟𝔠 𝟏𝟐𝟑 𝟘𝟙", "𠀀𠀁𠮷野家 𪚥", "𒀀𒀁𒂗 𓀀𓀁 𐎠𐎡", "𞤀𞤁𞤢𞤣 𖹀𖹠", "𑀅𑀆𑁦𑁧 𝌆𝌇",
        ],
        ["marks"] =
        [
            "e\u0301te\u0301 n\u0303 A\u030A", "\u0301leading", "a\u0323\u0307b\u0323\u0307", "Z\u0351\u0327\u0308\u036Fa\u0334\u0335l\u0336g\u0337o\u0338",
            "!\u0301! 1\u0301 \u0301\u0302\u0303", "\u0915\u094D\u0937\u093F \u0E01\u0E33\u0E49", "x\u20DD y\uFE0F \U000E0100",
        ],
    };
}
