internal import Databank
internal import Registers
internal import Tallies

/// Counts persons and full-time persons on benefits, months by months.
struct SupportCounting: Sendable {
    /// Where the counts go.
    struct Parts: Sendable {
        /// Different persons.
        let persons: Int
        /// Hundredths of hours; `nil` where nothing is paid by the hour.
        let hours: Int?
        /// Days; `nil` where everything is paid by the hour.
        let days: Int?

        /// Appends the parts that benefits need.
        init(
            of benefits: BenefitSet,
            hourly: BenefitSet,
            appendedTo parts: inout [TallySpec.Part]
        ) {
            persons = parts.count
            parts.append(.persons)
            if benefits.isDisjoint(with: hourly) {
                hours = nil
            } else {
                hours = parts.count
                parts.append(.sum)
            }
            if benefits.isSubset(of: hourly) {
                days = nil
            } else {
                days = parts.count
                parts.append(.sum)
            }
        }

        /// The full-time persons.
        var fullTime: TallySpec.Formula {
            switch (hours, days) {
            case (let hours?, let days?): .sum(.fulltimeHours(hours), .fulltimeDays(days))
            case (let hours?, nil): .fulltimeHours(hours)
            case (nil, let days?): .fulltimeDays(days)
            case (nil, nil): .part(persons)
            }
        }
    }

    /// Which pieces count.
    let selection: PieceSelection
    /// By what they are told apart.
    let facets: PieceFacets
    /// The months of the series.
    let months: ClosedRange<Int32>
    /// Where the counts go.
    let parts: Parts
    /// What a full-time person is.
    let fullTime: FullTimeRule

    /// Makes a counting, and appends the parts that it needs.
    init(
        _ selection: PieceSelection,
        by facets: PieceFacets = [],
        in months: ClosedRange<Int32> = 0...Int32.max - 1,
        settings: RuleSettings,
        appendingTo parts: inout [TallySpec.Part]
    ) {
        self.selection = selection
        self.facets = facets
        self.months = months
        self.parts = Parts(
            of: selection.benefits,
            hourly: settings.hourlyBenefits,
            appendedTo: &parts
        )
        fullTime = FullTimeRule(settings)
    }

    /// Adds a person's contributions.
    func count(
        _ person: borrowing PersonCalendar,
        in asked: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let benefits = selection.benefits
        guard asked.overlaps(months), !person.benefits.isDisjoint(with: benefits) else { return }
        let range = asked.clamped(to: months)
        let leaves = PersonLeaf(of: person)
        var place = person.firstPiece(in: range.lowerBound)
        while var month = SupportMonth(
            of: person,
            from: place,
            upTo: range.upperBound,
            rule: fullTime
        ) {
            place = month.places.upperBound
            guard month.touches(benefits) else { continue }
            var sum = SupportSum()
            for index in month.places {
                let piece = person.pieces[index]
                let hours = month.hours(of: piece, by: person)
                guard selection.contains(piece) else { continue }
                let leaf = leaves.leaf(of: piece, as: selection.benefit(of: piece), by: facets)
                if !sum.continues(leaf) {
                    sum.add(in: month.month, to: parts, into: &contributions)
                    sum = SupportSum(leaf)
                }
                sum.add(piece, hours: hours, isHourly: fullTime.hourlyBenefits)
            }
            sum.add(in: month.month, to: parts, into: &contributions)
        }
    }
}

/// Days and hours of neighbouring pieces of a month with the same leaf.
struct SupportSum {
    private(set) var leaf: Leaf?
    private(set) var hours: Int64 = 0
    private(set) var days: Int64 = 0

    /// Makes a sum of nothing.
    init() {}

    /// Makes a sum of no pieces yet.
    init(_ leaf: Leaf) {
        self.leaf = leaf
    }

    /// Whether a leaf is the one of the sum.
    @inline(__always)
    func continues(_ next: Leaf) -> Bool { leaf == next }

    /// Adds a piece.
    @inline(__always)
    mutating func add(_ piece: BenefitPiece, hours: Int32, isHourly: BenefitSet) {
        if isHourly.holds(piece.benefit) {
            self.hours += Int64(hours)
        } else {
            days += Int64(piece.days)
        }
    }

    /// Adds the sum to the parts of a month.
    @inline(__always)
    func add(
        in month: Int32,
        to parts: SupportCounting.Parts,
        into contributions: inout Contributions
    ) {
        guard let leaf else { return }
        contributions.add(parts.persons, month: month, leaf: leaf)
        if let part = parts.hours, hours != 0 {
            contributions.add(part, month: month, leaf: leaf, amount: hours)
        }
        if let part = parts.days, days != 0 {
            contributions.add(part, month: month, leaf: leaf, amount: days)
        }
    }
}
