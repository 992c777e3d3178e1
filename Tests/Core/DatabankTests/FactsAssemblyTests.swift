import Databank
import Registers
import Testing

@Suite struct FactsAssemblyTests {
    @Test func `the newest version of a record wins, whatever the order of the segments`() {
        let segments: [FactSegment] = [
            .wages(.sample(2, of: .income), [.wage(1, of: 0, kroner: 200)]),
            .wages(.sample(1, of: .income), [.wage(1, of: 0, kroner: 100)]),
        ]

        let assembly = FactsAssembly(of: segments, bucket: 0..<4, reform: MunicipalityReform())

        #expect(assembly.all.mapValues { $0.wages.map(\.kroner) } == [0: [200]])
    }

    @Test func `the same id of another sender or person is another record`() {
        let segments: [FactSegment] = [
            .wages(
                .sample(1, of: .income),
                [.wage(1, of: 0, kroner: 1), .wage(1, of: 1, kroner: 2)]
            ),
            .wages(.sample(2, of: .income, sender: "b"), [.wage(1, of: 0, kroner: 3)]),
        ]

        let assembly = FactsAssembly(of: segments, bucket: 0..<4, reform: MunicipalityReform())

        #expect(assembly.all.mapValues { $0.wages.map(\.kroner) } == [0: [1, 3], 1: [2]])
    }

    @Test func `a cancelled record is gone until it is sent again`() {
        let sent: [FactSegment] = [
            .wages(.sample(1, of: .income), [.wage(1, of: 0, kroner: 1)]),
            .wages(.sample(2, of: .income), [.cancelledWage(1, of: 0)]),
        ]
        let again = FactSegment.wages(.sample(3, of: .income), [.wage(1, of: 0, kroner: 4)])

        let without = FactsAssembly(of: sent, bucket: 0..<4, reform: MunicipalityReform())
        let with = FactsAssembly(of: sent + [again], bucket: 0..<4, reform: MunicipalityReform())

        #expect(without.all.isEmpty)
        #expect(with.all[0]?.wages.map(\.kroner) == [4])
    }

    @Test func `a full delivery takes back what it does not repeat, in its own month only`() {
        let segments: [FactSegment] = [
            .wages(
                .sample(1, of: .income),
                [.wage(1, of: 0, kroner: 1), .wage(2, of: 0, kroner: 2)]
            ),
            .wages(.sample(2, of: .income, month: 2), [.wage(3, of: 0, kroner: 3)]),
            .wages(.sample(3, of: .income, sender: "b"), [.wage(4, of: 0, kroner: 4)]),
            .wages(.sample(4, of: .income, isFull: true), [.wage(2, of: 0, kroner: 5)]),
        ]

        let assembly = FactsAssembly(of: segments, bucket: 0..<4, reform: MunicipalityReform())

        #expect(assembly.all[0]?.wages.map(\.kroner) == [3, 4, 5])
    }

    @Test func `a full delivery without a row in the bucket takes back all the same`() {
        let segments: [FactSegment] = [
            .wages(.sample(1, of: .income), [.wage(1, of: 0, kroner: 1)])
        ]

        let assembly = FactsAssembly(
            of: segments,
            deliveries: [.sample(2, of: .income, isFull: true)],
            bucket: 0..<4,
            reform: MunicipalityReform()
        )

        #expect(assembly.all.isEmpty)
    }

    @Test func `records of an old number are the new number's, from another bucket too`() {
        let aliases = AliasMap(of: [.change(7, to: 1, on: "2020-05-01", order: 9)])
        let other = FactSegment.wages(
            .sample(1, of: .income),
            [.wage(1, of: 6, kroner: 6), .wage(1, of: 7, kroner: 7), .wage(2, of: 7, kroner: 8)]
        )
        let own = FactSegment.wages(.sample(2, of: .income), [.wage(1, of: 1, kroner: 9)])

        let strays = other.keeping(aliases.strays(bucketPersons: 4))
        let home = FactsAssembly(
            of: [strays, own],
            bucket: 0..<4,
            aliases: aliases,
            reform: MunicipalityReform()
        )
        let away = FactsAssembly(
            of: [strays, other],
            bucket: 4..<8,
            aliases: aliases,
            reform: MunicipalityReform()
        )

        #expect(strays.batch.persons == [7, 7])
        #expect(home.all.mapValues { $0.wages.map(\.kroner) } == [1: [8, 9]])
        #expect(away.all.keys.sorted() == [6])
    }

    @Test func `only the listed persons are visited, those without facts too`() {
        let segment = FactSegment.wages(
            .sample(1, of: .income),
            (0..<4).map { .wage(1, of: $0, kroner: $0) }
        )

        let assembly = FactsAssembly(
            of: [segment],
            bucket: 0..<8,
            only: [1, 3, 5],
            reform: MunicipalityReform()
        )
        var visited: [Int32: Int] = [:]
        assembly.forEachPerson { visited[$0] = $1.wages.count }

        #expect(visited == [1: 1, 3: 1, 5: 0])
        #expect(assembly.recordCount == 2)
    }

    @Test func `every field of every kind arrives where it belongs`() {
        let empty = RecordBatch.empty
        let rows: [(RecordKind, [Int32])] = [
            (.persons, [-5_000, 1, 2, 3, empty]), (.addresses, [151, empty, 10, 20]),
            (.benefitPeriods, [7, 151, 11, empty]), (.benefitPayments, [7, 151, 12, 22, -30]),
            (.benefitCards, [4, 1, 1, 24_240, 13_000, 7, empty, 1, 500, empty, 90]),
            (.fundMemberships, [5, 0, 1, 13, empty]), (.offers, [6, 151, empty, 14, empty, 3_700]),
            (.interviews, [1, 2, 1, 151, empty, 15]), (.targetGroups, [3, 16, 26]),
            (.sanctions, [2, empty, 17]), (.jobSearch, [24_241, 8]),
            (.wages, [24_242, 11, 1_000_000_000, 16_033, 30_000]), (.educations, [6, 18]),
        ]
        let segments = rows.map { kind, values in
            FactSegment(
                kind,
                in: .sample(1, of: kind.source),
                [Row(record: 1, person: 2, values: values)]
            )
        }

        let facts = FactsAssembly(of: segments, bucket: 0..<4, reform: MunicipalityReform()).all[2]

        #expect(facts == Self.expected)
    }

    private static let expected = {
        var facts = PersonFacts()
        facts.person = PersonRecord(born: -5_000, gender: 1, origin: 2, citizenship: 3, died: .max)
        facts.addresses = [Stay(municipality: 151, from: 10, to: 20)]
        facts.benefits = [BenefitPeriod(benefit: .sicknessBenefit, from: 11, to: .max)]
        facts.payments = [BenefitPayment(benefit: .sicknessBenefit, from: 12, to: 22, kroner: -30)]
        facts.cards = [
            BenefitCard(
                fund: 4,
                benefit: .earlyRetirement,
                isPartTime: true,
                month: 24_240,
                paidHours: 13_000,
                days: 7,
                sickDays: 0,
                isGraduate: true,
                consumedHours: 500,
                exhaustedOn: nil,
                kroner: 90
            )
        ]
        facts.memberships = [FundMembership(fund: 5, contributes: true, from: 13, to: .max)]
        facts.offers = [
            Offer(offer: 6, municipality: 151, unit: nil, from: 14, to: .max, weeklyHours: 3_700)
        ]
        facts.interviews = [
            Interview(interview: 1, form: 2, isHeldByFund: true, due: nil, date: 15)
        ]
        facts.targetGroups = [TargetGroupPeriod(group: 3, from: 16, to: 26)]
        facts.sanctions = [Sanction(sanction: 2, fund: nil, date: 17)]
        facts.jobSearch = [JobSearch(month: 24_241, applications: 8)]
        facts.wages = [
            Wage(month: 24_242, company: 11, unit: 1_000_000_000, hours: 16_033, kroner: 30_000)
        ]
        facts.educations = [Education(education: 6, from: 18)]
        return facts
    }()
}
