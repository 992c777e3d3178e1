internal import Registers

/// The tables of all kinds of which persons have facts.
struct FactTables {
    private let persons, addresses, benefits, payments, cards, memberships: RecordTable
    private let offers, interviews, targetGroups, sanctions, jobSearch: RecordTable
    private let wages, educations: RecordTable

    init(of history: SegmentHistory, slots: PersonSlots) {
        func table(_ kind: RecordKind) -> RecordTable {
            RecordTable(of: kind, in: history[kind], slots: slots)
        }
        persons = table(.persons)
        addresses = table(.addresses)
        benefits = table(.benefitPeriods)
        payments = table(.benefitPayments)
        cards = table(.benefitCards)
        memberships = table(.fundMemberships)
        offers = table(.offers)
        interviews = table(.interviews)
        targetGroups = table(.targetGroups)
        sanctions = table(.sanctions)
        jobSearch = table(.jobSearch)
        wages = table(.wages)
        educations = table(.educations)
    }

    private var all: [RecordTable] {
        [
            persons, addresses, benefits, payments, cards, memberships, offers, interviews,
            targetGroups, sanctions, jobSearch, wages, educations,
        ]
    }

    var recordCount: Int { all.reduce(0) { $0 + $1.count } }

    func hasRows(at place: Int) -> Bool {
        persons.hasRows(at: place) || addresses.hasRows(at: place) || benefits.hasRows(at: place)
            || payments.hasRows(at: place) || cards.hasRows(at: place)
            || memberships.hasRows(at: place) || offers.hasRows(at: place)
            || interviews.hasRows(at: place) || targetGroups.hasRows(at: place)
            || sanctions.hasRows(at: place) || jobSearch.hasRows(at: place)
            || wages.hasRows(at: place) || educations.hasRows(at: place)
    }

    /// Fills the facts of the person at a place, each kind in time and then in order of effect.
    func fill(_ facts: inout PersonFacts, at place: Int, reform: MunicipalityReform) {
        fillResidence(&facts, at: place, reform: reform)
        fillBenefits(&facts, at: place)
        fillEffort(&facts, at: place, reform: reform)
        for row in jobSearch.rows(of: place) { facts.jobSearch.append(JobSearch(jobSearch[row])) }
        for row in wages.rows(of: place) { facts.wages.append(Wage(wages[row])) }
        for row in educations.rows(of: place) {
            facts.educations.append(Education(educations[row]))
        }
        facts.jobSearch.putInTime { $0.month }
        facts.wages.putInTime { $0.month }
        facts.educations.putInTime { $0.from }
    }

    private func fillResidence(
        _ facts: inout PersonFacts,
        at place: Int,
        reform: MunicipalityReform
    ) {
        // Of several records, as after a change of number, the newest in effect says who it is.
        for row in persons.rows(of: place) { facts.person = PersonRecord(persons[row]) }
        for row in addresses.rows(of: place) {
            let fields = addresses[row]
            reform.add(
                (fields[0], fields.optional(1), fields[2], fields.end(3)),
                to: &facts.addresses
            )
        }
        facts.addresses.putInTime { $0.from }
    }

    private func fillBenefits(_ facts: inout PersonFacts, at place: Int) {
        for row in benefits.rows(of: place) {
            if let period = BenefitPeriod(benefits[row]) { facts.benefits.append(period) }
        }
        for row in payments.rows(of: place) {
            if let payment = BenefitPayment(payments[row]) { facts.payments.append(payment) }
        }
        for row in cards.rows(of: place) { facts.cards.append(BenefitCard(cards[row])) }
        for row in memberships.rows(of: place) {
            facts.memberships.append(FundMembership(memberships[row]))
        }
        facts.benefits.putInTime { $0.from }
        facts.payments.putInTime { $0.from }
        facts.cards.putInTime { $0.month }
        facts.memberships.putInTime { $0.from }
    }

    private func fillEffort(
        _ facts: inout PersonFacts,
        at place: Int,
        reform: MunicipalityReform
    ) {
        for row in offers.rows(of: place) { facts.offers.append(Offer(offers[row], reform)) }
        for row in interviews.rows(of: place) {
            facts.interviews.append(Interview(interviews[row]))
        }
        for row in targetGroups.rows(of: place) {
            facts.targetGroups.append(TargetGroupPeriod(targetGroups[row]))
        }
        for row in sanctions.rows(of: place) { facts.sanctions.append(Sanction(sanctions[row])) }
        facts.offers.putInTime { $0.from }
        facts.interviews.putInTime { $0.date ?? $0.due ?? .min }
        facts.targetGroups.putInTime { $0.from }
        facts.sanctions.putInTime { $0.date }
    }
}
