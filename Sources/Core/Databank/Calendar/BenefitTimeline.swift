internal import Registers

/// A person's days on benefits, each day on one.
struct BenefitTimeline {
    /// The fund of days whose fund is that of the membership.
    static let membersFund: Int16 = -2

    /// Days that a benefit was granted for.
    struct Claim {
        var from: Int32
        var to: Int32
        var benefit: Benefit
        var rank: UInt8
        var fund: Int16
    }

    /// Days on a benefit.
    struct Run {
        var from: Int32
        var to: Int32
        var benefit: Benefit
        var fund: Int16
    }

    /// The days, in time.
    private(set) var runs: [Run] = []
    private var claims: [Claim] = []
    private var active: [Claim] = []
    private var bridged: [Run] = []

    /// Begins anew.
    mutating func removeAll() {
        runs.removeAll(keepingCapacity: true)
        claims.removeAll(keepingCapacity: true)
    }

    /// Adds a claim; one that continues the last one prolongs it.
    @inline(__always)
    mutating func add(_ claim: Claim) {
        guard claim.from <= claim.to else { return }
        if let last = claims.last, last.to + 1 == claim.from, last.benefit == claim.benefit,
            last.fund == claim.fund
        {
            claims[claims.count - 1].to = claim.to
        } else {
            claims.append(claim)
        }
    }

    /// Gives each day to the claim of the lowest rank; of equal ones, to the one that began last.
    mutating func resolve() {
        claims.putInTime { $0.from }
        active.removeAll(keepingCapacity: true)
        var next = 0
        var day = Int32.min
        while true {
            active.removeAll { $0.to < day }
            if active.isEmpty {
                guard next < claims.count else { return }
                day = max(day, claims[next].from)
            }
            while next < claims.count, claims[next].from <= day {
                if claims[next].to >= day { active.append(claims[next]) }
                next += 1
            }
            guard var winner = active.first else { continue }
            for claim in active.dropFirst() where claim.rank <= winner.rank { winner = claim }
            let last = next < claims.count ? min(winner.to, claims[next].from - 1) : winner.to
            append(Run(from: day, to: last, benefit: winner.benefit, fund: winner.fund))
            day = last + 1
        }
    }

    private mutating func append(_ run: Run) {
        if let last = runs.last, last.to + 1 == run.from, last.benefit == run.benefit,
            last.fund == run.fund
        {
            runs[runs.count - 1].to = run.to
        } else {
            runs.append(run)
        }
    }

    /// Gives the days in offers on which the person had no benefit to the benefit before.
    ///
    /// Such days are runs of their own, and keep the fund of the days before.
    ///
    /// - Parameters:
    ///   - offers: The person's offers, in time.
    ///   - rules: Which offers prolong which benefits, and how far from them.
    ///   - last: The last day on which the benefit can be.
    mutating func bridge(
        _ offers: [Offer],
        rules: CalendarRules,
        last: (Benefit) -> Int32
    ) {
        guard !runs.isEmpty else { return }
        bridged.removeAll(keepingCapacity: true)
        var first = 0
        for index in runs.indices {
            let run = runs[index]
            bridged.append(run)
            guard rules.bridgedBenefits.contains(run.benefit) else { continue }
            let limit = last(run.benefit)
            let end = index + 1 < runs.count ? min(limit, runs[index + 1].from - 1) : limit
            var covered = run.to
            while first < offers.count, offers[first].to <= covered { first += 1 }
            var place = first
            while place < offers.count, offers[place].from <= end, covered < end {
                let offer = offers[place]
                place += 1
                guard rules.bridgingOffers >> UInt32(offer.offer) & 1 == 1 else { continue }
                let from = max(offer.from, covered + 1)
                let to = min(offer.to, end)
                guard from <= to else { continue }
                let isApart = rules.bridgeReach.isEnd(
                    from: covered + 1,
                    to: from - 1,
                    on: run.benefit
                )
                if isApart { break }
                bridged.append(Run(from: from, to: to, benefit: run.benefit, fund: run.fund))
                covered = to
            }
        }
        swap(&runs, &bridged)
    }
}
