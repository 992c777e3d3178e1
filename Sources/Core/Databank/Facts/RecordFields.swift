internal import Registers

/// The values of one record, in the order of the schema's data fields.
struct RecordFields {
    private let values: [Int32]
    private let first: Int

    init(_ values: [Int32], from first: Int) {
        self.values = values
        self.first = first
    }

    @inline(__always)
    subscript(field: Int) -> Int32 { values[first + field] }

    /// A place in a list.
    @inline(__always)
    func place(_ field: Int) -> Int16 { Int16(truncatingIfNeeded: self[field]) }

    /// A field that may be empty.
    @inline(__always)
    func optional(_ field: Int) -> Int32? {
        let value = self[field]
        return value == RecordBatch.empty ? nil : value
    }

    /// A last day; `Int32.max` while there is none.
    @inline(__always)
    func end(_ field: Int) -> Int32 { optional(field) ?? .max }

    /// A benefit, from its place in the list.
    @inline(__always)
    func benefit(_ field: Int) -> Benefit? {
        Benefit(rawValue: UInt8(truncatingIfNeeded: self[field]))
    }
}

extension PersonRecord {
    init(_ fields: RecordFields) {
        self.init(
            born: fields[0],
            gender: fields.place(1),
            origin: fields.place(2),
            citizenship: fields.place(3),
            died: fields.end(4)
        )
    }
}

extension BenefitPeriod {
    init?(_ fields: RecordFields) {
        guard let benefit = fields.benefit(0) else { return nil }
        self.init(benefit: benefit, from: fields[2], to: fields.end(3))
    }
}

extension BenefitPayment {
    init?(_ fields: RecordFields) {
        guard let benefit = fields.benefit(0) else { return nil }
        self.init(benefit: benefit, from: fields[2], to: fields[3], kroner: fields[4])
    }
}

extension BenefitCard {
    init(_ fields: RecordFields) {
        self.init(
            fund: fields.place(0),
            benefit: fields[1] == 0 ? .unemploymentBenefit : .earlyRetirement,
            isPartTime: fields[2] == 1,
            month: fields[3],
            paidHours: fields[4],
            days: UInt32(bitPattern: fields[5]),
            sickDays: fields.optional(6).map { UInt32(bitPattern: $0) } ?? 0,
            isGraduate: fields[7] == 1,
            consumedHours: fields.optional(8),
            exhaustedOn: fields.optional(9),
            kroner: fields.optional(10)
        )
    }
}

extension FundMembership {
    init(_ fields: RecordFields) {
        self.init(
            fund: fields.place(0),
            contributes: fields[2] == 1,
            from: fields[3],
            to: fields.end(4)
        )
    }
}

extension Offer {
    init(_ fields: RecordFields, _ reform: MunicipalityReform) {
        self.init(
            offer: fields.place(0),
            municipality: reform.municipality(of: fields[1], road: nil, on: fields[3]),
            unit: fields.optional(2),
            from: fields[3],
            to: fields.end(4),
            weeklyHours: fields.optional(5)
        )
    }
}

extension Interview {
    init(_ fields: RecordFields) {
        self.init(
            interview: fields.place(0),
            form: fields.place(1),
            isHeldByFund: fields[2] == 1,
            due: fields.optional(4),
            date: fields.optional(5)
        )
    }
}

extension TargetGroupPeriod {
    init(_ fields: RecordFields) {
        self.init(group: fields.place(0), from: fields[1], to: fields.end(2))
    }
}

extension Sanction {
    init(_ fields: RecordFields) {
        self.init(
            sanction: fields.place(0),
            fund: fields.optional(1).map { Int16(truncatingIfNeeded: $0) },
            date: fields[2]
        )
    }
}

extension JobSearch {
    init(_ fields: RecordFields) {
        self.init(month: fields[0], applications: fields[1])
    }
}

extension Wage {
    init(_ fields: RecordFields) {
        self.init(
            month: fields[0],
            company: fields[1],
            unit: fields[2],
            hours: fields[3],
            kroner: fields[4]
        )
    }
}

extension Education {
    init(_ fields: RecordFields) {
        self.init(education: fields.place(0), from: fields[1])
    }
}
