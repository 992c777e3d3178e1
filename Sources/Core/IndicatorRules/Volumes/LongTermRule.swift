internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// The gross unemployed, and those of them who were unemployed for most of the last 52 weeks.
///
/// Who counts in a month is long-term when enough of the weeks that end with it were days of gross
/// unemployment; the person's full-time persons are those of the month.
///
/// Source: Jobindsats, "Antal langtidsledige"; seeds/catalogue/README.md, "Rules of the
/// statistics", rule 10.
struct LongTermRule: IndicatorRule {
    let spec: TallySpec
    private let selection: PieceSelection
    private let fullTime: FullTimeRule
    private let windowDays: Int32
    private let percent: Int32
    private let longTerm: SupportCounting.Parts
    private let grossPersons: Int

    init(_ settings: RuleSettings) {
        selection = PieceSelection(unemployedBy: settings)
        fullTime = FullTimeRule(settings)
        windowDays = settings.longTermDays
        percent = settings.longTermPercent
        // The long-term come first: their number is the smaller one, and so decides protection.
        var parts: [TallySpec.Part] = []
        longTerm = SupportCounting.Parts(
            of: selection.benefits,
            hourly: settings.hourlyBenefits,
            appendedTo: &parts
        )
        grossPersons = parts.count
        parts.append(.persons)
        spec = TallySpec(
            "y25i09",
            parts,
            [
                (Code("longTermUnemployed"), longTerm.fullTime),
                (Code("longTermPersons"), .part(longTerm.persons)),
                (Code("grossPersons"), .part(grossPersons)),
                (
                    Code("longTermShare"),
                    .ratio(.part(longTerm.persons), .part(grossPersons), times: 100)
                ),
            ]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let benefits = selection.benefits
        guard !person.benefits.isDisjoint(with: benefits) else { return }
        let leaves = PersonLeaf(of: person)
        var place = person.firstPiece(in: months.lowerBound - windowDays / 28 - 1)
        var window = DayWindow(from: place, length: windowDays)
        while var month = SupportMonth(
            of: person,
            from: place,
            upTo: months.upperBound,
            rule: fullTime
        ) {
            place = month.places.upperBound
            window.take(month.places, of: person, selection)
            guard month.month >= months.lowerBound, month.touches(benefits) else { continue }
            window.close(before: place, atEndOf: month.month, of: person, selection)
            let isLongTerm = window.days * 100 >= percent * windowDays
            for index in month.places {
                let piece = person.pieces[index]
                let hours = month.hours(of: piece, by: person)
                guard selection.contains(piece) else { continue }
                let leaf = leaves.leaf(
                    of: piece,
                    as: selection.benefit(of: piece),
                    by: [.benefit, .fund]
                )
                contributions.add(grossPersons, month: month.month, leaf: leaf)
                guard isLongTerm else { continue }
                var sum = SupportSum(leaf)
                sum.add(piece, hours: hours, isHourly: fullTime.hourlyBenefits)
                sum.add(in: month.month, to: longTerm, into: &contributions)
            }
        }
    }
}

/// How many selected days lie in the days that end with a month; months come in time.
private struct DayWindow {
    private let length: Int32
    private var taken: Int32 = 0
    private var first: Int
    /// The days in the window that was closed last.
    private(set) var days: Int32 = 0

    init(from place: Int, length: Int32) {
        first = place
        self.length = length
    }

    /// Takes in the pieces of a month.
    mutating func take(
        _ places: Range<Int>,
        of person: borrowing PersonCalendar,
        _ selection: PieceSelection
    ) {
        for place in places where selection.contains(person.pieces[place]) {
            taken += person.pieces[place].days
        }
    }

    /// Leaves out what lies before the window that ends with a month.
    mutating func close(
        before end: Int,
        atEndOf month: Int32,
        of person: borrowing PersonCalendar,
        _ selection: PieceSelection
    ) {
        let firstDay = CivilMonth.lastDay(of: month) - length + 1
        while first < end, person.pieces[first].to < firstDay {
            if selection.contains(person.pieces[first]) { taken -= person.pieces[first].days }
            first += 1
        }
        days = taken
        guard first < end, person.pieces[first].from < firstDay else { return }
        if selection.contains(person.pieces[first]) { days -= firstDay - person.pieces[first].from }
    }
}
