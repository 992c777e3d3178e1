extension IndicatorTally {
    private static let signature: [UInt8] = Array("tally1".utf8)

    /// The counts as bytes, to be kept between runs.
    ///
    /// Tallies of the same persons by plans with the same fingerprint and months give the same
    /// bytes.
    ///
    /// - Complexity: O(*n*) in the number of counts; runs of zeros take a few bytes.
    public func encoded() -> [UInt8] {
        var writer = SparseNumberWriter()
        writer.bytes = Self.signature
        writer.append(Int64(bitPattern: plan.fingerprint))
        writer.append(Int64(plan.months.count))
        for count in counts { writer.append(Int64(count)) }
        for amount in amounts { writer.append(amount) }
        writer.finish()
        return writer.bytes
    }

    /// Reads counts that were kept, and makes room for months that have been added since.
    ///
    /// - Parameters:
    ///   - bytes: What `encoded` gave.
    ///   - plan: The plan by which counting goes on; its fingerprint must be the same, and its
    ///     months may go on longer.
    /// - Throws: `TallyDecodingError`.
    /// - Complexity: O(*n*) in the number of counts.
    public init(
        decoding bytes: [UInt8],
        for plan: TallyPlan
    ) throws(TallyDecodingError) {
        guard bytes.starts(with: Self.signature) else { throw .malformed }
        var reader = SparseNumberReader(bytes, from: Self.signature.count)
        guard let fingerprint = reader.next(), let monthCount = reader.next() else {
            throw .malformed
        }
        guard UInt64(bitPattern: fingerprint) == plan.fingerprint else { throw .otherPlan }
        guard monthCount <= plan.months.count else { throw .laterMonths }
        guard monthCount >= 0 else { throw .malformed }
        self.init(plan)
        let months = plan.months.lowerBound..<plan.months.lowerBound + Int32(monthCount)
        for (part, countsPersons) in zip(plan.parts, plan.countsPersons) where countsPersons {
            // Further months are further columns, so kept columns are the first of each row.
            let kept = Ledger.ledgers(of: part.ledgers.map(\.type), in: months).width
            for (grids, cube) in zip(part.grids, plan.cubes) {
                // The rows of members follow those of classes without a gap.
                for row in 0..<cube.classRows + cube.memberRows {
                    let start = grids.classStart + row * part.width
                    for place in start..<start + kept {
                        guard let number = reader.next(), let count = Int32(exactly: number) else {
                            throw .malformed
                        }
                        counts[place] = count
                    }
                }
            }
        }
        for (part, countsPersons) in zip(plan.parts, plan.countsPersons) where !countsPersons {
            for (grids, cube) in zip(part.grids, plan.cubes) {
                for row in 0..<cube.classRows {
                    let start = grids.classStart + row * part.width
                    for place in start..<start + months.count {
                        guard let number = reader.next() else { throw .malformed }
                        amounts[place] = number
                    }
                }
            }
        }
        guard reader.isAtEnd else { throw .malformed }
    }
}
