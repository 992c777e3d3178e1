import Databank
import Registers
import StatisticsFixtures
import StatisticsModel

/// Persons of whom only what a test is about needs to be said.
enum VolumeSample {
    /// The number of a month.
    static func month(_ year: Int32, _ number: Int32) -> Int32 {
        CivilMonth.number(year: year, month: number)
    }

    /// The number of a day, `yyyy-mm-dd`.
    static func day(_ text: String) -> Int32 {
        guard let date = CivilDate(parsing: text) else { preconditionFailure("\(text) is no day") }
        return Int32(date.daysSinceEpoch)
    }

    /// A woman of Danish origin, born in 1984, who lives in Aarhus.
    static func person(
        born: String = "1984-02-01",
        gender: Int16 = 0,
        citizenship: Int16 = 0,
        in municipality: Int16 = 751
    ) -> PersonFacts {
        var facts = PersonFacts()
        facts.person = PersonRecord(
            born: day(born),
            gender: gender,
            origin: 0,
            citizenship: citizenship,
            died: .max
        )
        facts.addresses = [Stay(municipality: municipality, from: day("1984-02-01"), to: .max)]
        return facts
    }

    /// A period on a benefit; without an end it goes on.
    static func on(_ benefit: Benefit, _ from: String, _ to: String? = nil) -> BenefitPeriod {
        BenefitPeriod(benefit: benefit, from: day(from), to: to.map(day) ?? .max)
    }

    /// A fund's card of a month, every day of it unless said.
    static func card(
        _ month: Int32,
        hours: Int32 = 16_033,
        benefit: Benefit = .unemploymentBenefit,
        days: UInt32 = .max,
        sickDays: UInt32 = 0,
        fund: Int16 = 3,
        isPartTime: Bool = false,
        isGraduate: Bool = false,
        consumedHours: Int32? = nil,
        kroner: Int32? = nil
    ) -> BenefitCard {
        BenefitCard(
            fund: fund,
            benefit: benefit,
            isPartTime: isPartTime,
            month: month,
            paidHours: hours,
            days: days,
            sickDays: sickDays,
            isGraduate: isGraduate,
            consumedHours: consumedHours,
            exhaustedOn: nil,
            kroner: kroner
        )
    }

    /// An offer at a unit.
    static func offer(
        _ code: String,
        _ from: String,
        _ to: String,
        weeklyHours: Int32? = 3_700,
        unit: Int32? = nil
    ) -> Offer {
        Offer(
            offer: place(of: code, in: .offers),
            municipality: 751,
            unit: unit,
            from: day(from),
            to: day(to),
            weeklyHours: weeklyHours
        )
    }

    /// A time in a target group.
    static func group(_ code: String, _ from: String, _ to: String? = nil) -> TargetGroupPeriod {
        TargetGroupPeriod(
            group: place(of: code, in: .targetGroups),
            from: day(from),
            to: to.map(day) ?? .max
        )
    }

    /// A wage of a month.
    static func wage(
        _ month: Int32,
        hours: Int32,
        kroner: Int32 = 20_000,
        unit: Int32 = 1_000_000_001
    ) -> Wage {
        Wage(month: month, company: 10_000_001, unit: unit, hours: hours, kroner: kroner)
    }

    /// The place of a code in a register's list.
    static func place(of code: String, in list: RegisterCodeList) -> Int16 {
        guard let place = list.place(of: code) else {
            preconditionFailure("\(code) is not in the list \(list.name)")
        }
        return Int16(place)
    }

    /// The records of two units: one in Copenhagen in construction until 2024, then in Aarhus in
    /// trade; another in Odense in agriculture since 2020.
    static var units: RecordBatch {
        var batch = RecordBatch(of: .productionUnits)
        let rows: [[Int32]] = [
            [1_000_000_002, 10_000_002, 461, 0, day("2020-01-01"), RecordBatch.empty, 500],
            [1_000_000_001, 10_000_001, 751, 6, day("2025-01-01"), RecordBatch.empty, 1_500],
            [1_000_000_001, 10_000_001, 101, 5, day("2015-01-01"), RecordBatch.empty, 1_200],
        ]
        for (number, row) in rows.enumerated() {
            batch.records.append(UInt64(number))
            batch.cancelled.append(false)
            batch.persons.append(RecordBatch.nobody)
            for (column, value) in row.enumerated() { batch.columns[column].append(value) }
        }
        return batch
    }
}
