/// What the file of one kind of record looks like.
///
/// Every file begins with the columns `record` and `action`. `record` is the sender's own id of the
/// record, 1–40 letters, digits, `-`, `.`, `_`, unique among the sender's records of the kind of one
/// person, and never a personal number. A record that comes again replaces what it said before;
/// `action` is `set`, or `cancel` to take the record back.
public struct RecordSchema: Sendable, Equatable {
    /// The kind of record.
    public let kind: RecordKind
    /// The further columns, in order.
    public let fields: [RecordField]

    /// The fields that hold a person, by their place: the subject first.
    public var personFields: [Int] {
        fields.indices.filter { fields[$0].content == .person }
    }

    /// The fields that are kept as integers, by their place.
    public var dataFields: [Int] {
        fields.indices.filter { fields[$0].content != .person }
    }

    /// The header of the file.
    public var header: [String] { ["record", "action"] + fields.map(\.name) }

    /// Returns the schema of a kind of record.
    public static func schema(of kind: RecordKind) -> RecordSchema {
        RecordSchema(kind: kind, fields: fields(of: kind))
    }

    private static func fields(of kind: RecordKind) -> [RecordField] {
        switch kind.source {
        case .municipalBenefits, .unemploymentFunds: benefitFields(of: kind)
        case .jobCentres: jobCentreFields(of: kind)
        case .persons, .companies, .income, .reference: baseFields(of: kind)
        }
    }

    private static func benefitFields(of kind: RecordKind) -> [RecordField] {
        let period = [RecordField("from", .date), RecordField("to", .date, isOptional: true)]
        return switch kind {
        case .benefitPeriods:
            [
                RecordField("person", .person), RecordField("benefit", .code(.benefits)),
                RecordField("municipality", .municipality),
            ] + period
        case .benefitPayments:
            [
                RecordField("person", .person), RecordField("benefit", .code(.benefits)),
                RecordField("municipality", .municipality), RecordField("from", .date),
                RecordField("to", .date), RecordField("kroner", .integer(-9_999_999...9_999_999)),
            ]
        case .benefitCards:
            [
                RecordField("person", .person), RecordField("fund", .code(.funds)),
                RecordField("benefit", .code(.cardBenefits)),
                RecordField("insurance", .code(.insurances)), RecordField("month", .month),
                RecordField("paidHours", .hundredths), RecordField("days", .days),
                RecordField("sickDays", .days, isOptional: true),
                RecordField("graduate", .flag),
                RecordField("consumedHours", .integer(0...9_999), isOptional: true),
                RecordField("exhaustedOn", .date, isOptional: true),
                RecordField("kroner", .integer(0...999_999), isOptional: true),
            ]
        default:
            [
                RecordField("person", .person), RecordField("fund", .code(.funds)),
                RecordField("insurance", .code(.insurances)),
                RecordField("contributes", .flag),
            ] + period
        }
    }

    private static func jobCentreFields(of kind: RecordKind) -> [RecordField] {
        let person = RecordField("person", .person)
        let date = RecordField("date", .date)
        let municipality = RecordField("municipality", .municipality)
        let period = [RecordField("from", .date), RecordField("to", .date, isOptional: true)]
        return switch kind {
        case .offers:
            [person, RecordField("offer", .code(.offers)), municipality]
                + [RecordField("unit", .productionUnit, isOptional: true)] + period
                + [RecordField("weeklyHours", .hundredths, isOptional: true)]
        case .interviews:
            [
                person, RecordField("interview", .code(.interviews)),
                RecordField("form", .code(.interviewForms)),
                RecordField("holder", .code(.interviewHolders)), municipality,
                RecordField("due", .date, isOptional: true),
                RecordField("date", .date, isOptional: true),
            ]
        case .targetGroups: [person, RecordField("group", .code(.targetGroups))] + period
        case .sanctions:
            [
                person, RecordField("sanction", .code(.sanctions)),
                RecordField("fund", .code(.funds), isOptional: true), date,
            ]
        default:
            [
                person, RecordField("month", .month),
                RecordField("applications", .integer(0...9_999)),
            ]
        }
    }

    private static func baseFields(of kind: RecordKind) -> [RecordField] {
        let person = RecordField("person", .person)
        let from = RecordField("from", .date)
        let to = RecordField("to", .date, isOptional: true)
        return switch kind {
        case .persons:
            [
                person, RecordField("born", .date), RecordField("gender", .code(.genders)),
                RecordField("origin", .code(.origins)),
                RecordField("citizenship", .code(.citizenships)),
                RecordField("died", .date, isOptional: true),
            ]
        case .addresses:
            [
                person, RecordField("municipality", .municipality),
                RecordField("road", .integer(1...9_999), isOptional: true), from, to,
            ]
        case .numberChanges:
            [person, RecordField("newPerson", .person), RecordField("date", .date)]
        case .productionUnits:
            [
                RecordField("unit", .productionUnit), RecordField("company", .company),
                RecordField("municipality", .municipality),
                RecordField("industry", .code(.industries)), from, to,
                RecordField("employees", .hundredths),
            ]
        case .wages:
            [
                person, RecordField("month", .month), RecordField("company", .company),
                RecordField("unit", .productionUnit), RecordField("hours", .hundredths),
                RecordField("kroner", .integer(0...9_999_999)),
            ]
        case .workforce:
            [
                RecordField("municipality", .municipality), RecordField("year", .year),
                RecordField("population16to66", .integer(0...9_999_999)),
                RecordField("workforce16to66", .integer(0...9_999_999)),
            ]
        default: [person, RecordField("education", .code(.educations)), from]
        }
    }
}
