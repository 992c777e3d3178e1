public import Registers

extension PersonCalendar {
    /// Returns the spells on benefits of a set, in time.
    ///
    /// A spell goes on over every gap that doesn't end it by the rule of the benefit before the
    /// gap. Changes of attributes, and of the benefit within the set, never begin one. The last
    /// spell has ended only when the horizon shows so: by the rule of the calendar month, when the
    /// whole month after it has passed.
    public func spells(of benefits: BenefitSet) -> [BenefitSpell] {
        var spells: [BenefitSpell] = []
        collectSpells(of: benefits, into: &spells)
        return spells
    }

    /// Collects the spells on benefits of a set, in time.
    ///
    /// - Parameters:
    ///   - benefits: The benefits.
    ///   - spells: Where the spells go; what it held is lost, and its memory used again.
    public func collectSpells(of benefits: BenefitSet, into spells: inout [BenefitSpell]) {
        spells.removeAll(keepingCapacity: true)
        var current = BenefitSpell(from: 0, to: 0, hasEnded: true)
        var benefit: Benefit?
        for piece in pieces where benefits.contains(piece.benefit) {
            if let before = benefit {
                current.hasEnded = rules.gaps.isEnd(
                    from: current.to + 1,
                    to: piece.from - 1,
                    on: before
                )
            }
            if current.hasEnded {
                if benefit != nil { spells.append(current) }
                current = BenefitSpell(from: piece.from, to: piece.to, hasEnded: false)
            }
            current.to = piece.to
            benefit = piece.benefit
        }
        guard let benefit else { return }
        current.hasEnded = rules.gaps.isEnd(from: current.to + 1, to: horizon, on: benefit)
        spells.append(current)
    }

    /// Returns for how many days the person's spell had gone on at the end of a day, gaps
    /// included; `nil` when the day lies in no spell.
    ///
    /// - Parameters:
    ///   - benefits: The benefits of the spell.
    ///   - day: The day.
    /// - Returns: The days; `nil` outside any spell.
    public func elapsedDays(of benefits: BenefitSet, on day: Int32) -> Int32? {
        spells(of: benefits).first { $0.from <= day && day <= $0.to }?.elapsedDays(on: day)
    }
}

extension BenefitSpell {
    /// How many days it lasted so far, gaps included.
    public var days: Int32 { to - from + 1 }

    /// Returns for how many days the spell had gone on at the end of a day, gaps included.
    public func elapsedDays(on day: Int32) -> Int32 { min(day, to) - from + 1 }

    /// Returns whether the spell goes on at the end of a day, as known at the calendar's horizon.
    ///
    /// The stock at the end of a period is that of its beginning, plus the spells that began in
    /// it, less those that ended in it.
    public func isOpen(atEndOf day: Int32) -> Bool {
        from <= day && !(hasEnded && to <= day)
    }
}
