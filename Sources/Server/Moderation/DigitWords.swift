/// Digits written as words and as Han characters.
enum DigitWords {
    /// Values by word in plain form, of the kit's 24 languages.
    ///
    /// Source: CLDR 42, rule-based number formats.
    static let values: [String: String] = {
        var values: [String: String] = ["oh": "0"]
        for line in spelled {
            for (value, word) in line.split(separator: " ").enumerated() {
                values[plainForm(of: String(word))] = String(value)
            }
        }
        return values
    }()

    static let han: [Unicode.Scalar: String] = {
        var digits: [Unicode.Scalar: String] = [:]
        for line in ["零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖", "〇壹貳參肆伍陸柒捌玖"] {
            for (value, scalar) in line.unicodeScalars.enumerated() {
                digits[scalar] = String(value)
            }
        }
        return digits
    }()

    private static let spelled = [
        "zero one two three four five six seven eight nine",
        "صفر واحد إثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة",
        "صفر واحد اثنان ثلاث اربع خمس ست سبع ثماني تسع",
        "zéro un deux trois quatre cinq six sept huit neuf",
        "ноль один два три четыре пять шесть семь восемь девять",
        "cero uno dos tres cuatro cinco seis siete ocho nueve",
        "nula jeden dva tri štyri päť šesť sedem osem deväť",
        "nula jedna dva tři čtyři pět šest sedm osm devět",
        "null eins zwei drei vier fünf sechs sieben acht neun",
        "zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć",
        "zero um dois três quatro cinco seis sete oito nove",
        "zero uno due tre quattro cinque sei sette otto nove",
        "nul een twee drie vier vijf zes zeven acht negen",
        "zero unu doi trei patru cinci şase şapte opt nouă",
        "нула едно две три четири пет шест седем осем девет",
        "нуль один два три чотири пʼять шість сім вісім девʼять",
        "μηδέν ένα δύο τρία τέσσερα πέντε έξι επτά οκτώ εννέα",
        "nulla egy kettő három négy öt hat hét nyolc kilenc",
        "sıfır bir iki üç dört beş altı yedi sekiz dokuz",
        "զրո մեկ երկու երեք չորս հինգ վեց յոթ ութ ինը",
        "ნული ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა",
        "शून्य एक दो तीन चार पाँच छह सात आठ नौ",
        "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า",
        "ባዶ አንድ ሁለት ሦስት አራት አምስት ስድስት ሰባት ስምንት ዘጠኝ",
    ]
}

extension DigitWords {
    /// Words after which a number is one to call, in plain form, of the kit's languages.
    static let calls = Set(
        [
            "call", "calls", "tel", "telephone", "phone", "mobile", "cell", "text", "sms", "ring",
            "whatsapp", "viber", "dial", "fax", "hotline", "number", "nr", "no", "appelle",
            "appelez", "appeler",
            "tél", "téléphone", "numéro", "llama", "llamar", "llame", "teléfono", "móvil", "número",
            "zavolaj", "volaj", "volajte", "telefón", "mobil", "zavolej", "volejte", "telefon",
            "anruf",
            "anrufen", "ruf", "rufen", "handy", "nummer", "zadzwoń", "dzwoń", "numer", "ligue",
            "liga",
            "telefone", "celular", "chiama", "chiamare", "telefono", "cellulare", "numero", "bel",
            "bellen",
            "telefoon", "sună", "sunați", "hívj", "hívjon", "hívd", "telefonszám", "ara", "arayın",
            "звони",
            "звоните", "позвони", "тел", "телефон", "номер", "дзвони", "обади", "κάλεσε", "τηλ",
            "τηλέφωνο", "կզանգեք", "զանգիր", "հեռ", "დარეკე", "ტელ", "ტელეფონი", "फोन", "कॉल", "मोबाइल",
            "โทร", "เบอร์", "ይደውሉ", "ስልክ", "اتصل", "هاتف", "جوال", "رقم", "电话", "打电话", "手机", "致电",
            "電話",
        ].map(plainForm))
}
