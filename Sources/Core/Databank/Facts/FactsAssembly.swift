internal import Registers

/// The facts of the persons of one bucket, assembled from the segments of all deliveries.
///
/// A record is known by kind, source, sender, person and the sender's own id. Its newest version
/// wins; a cancelled one takes it back. A full delivery takes back every record whose newest
/// version came in an earlier delivery of the same source × sender × period.
///
/// Numbers that changed are resolved before anything else: the records of an old number belong to
/// the number of today, so a correction sent under the new number replaces what came under the
/// old one. Old numbers may live in other buckets. For those, gather once the rows of
/// `AliasMap.strays(bucketPersons:)` with `FactSegment.keeping(_:)`, bucket by bucket, and give
/// these small segments to every bucket's assembly beside its own: each takes what leads to it.
public struct FactsAssembly: Sendable {
    private let slots: PersonSlots
    private let isListed: Bool
    private let tables: FactTables
    private let reform: MunicipalityReform

    /// Gathers the records of a bucket's persons.
    ///
    /// - Parameters:
    ///   - segments: The bucket's segments and those of strays; kinds without persons are ignored.
    ///     Parts of one delivery and kind stand in the order in which they were sent.
    ///   - deliveries: The full deliveries. One that has no row in the bucket takes back what came
    ///     before it, too; those of which a segment is given may be left out.
    ///   - bucket: The numbers of the bucket's persons.
    ///   - listed: The only persons that are asked for, in ascending order; `nil` for all.
    ///   - aliases: Which numbers mean one person.
    ///   - reform: How municipalities of before 2007 are mapped.
    public init(
        of segments: [FactSegment],
        deliveries: [FactDelivery] = [],
        bucket: Range<Int32>,
        only listed: [Int32]? = nil,
        aliases: AliasMap = AliasMap(),
        reform: MunicipalityReform
    ) {
        let history = SegmentHistory(of: segments, deliveries: deliveries)
        slots = PersonSlots(bucket, only: listed, aliases: aliases)
        isListed = listed != nil
        tables = FactTables(of: history, slots: slots)
        self.reform = reform
    }

    /// Calls a function with the facts of each person, in ascending number.
    ///
    /// Without a list, these are the persons of whom any record holds. With a list, they are all
    /// that it names: one that has no records, or whose number changed, has no facts.
    ///
    /// - Parameter body: What is called. It may change the facts or swap them for others; their
    ///   memory is used again for the next person.
    /// - Throws: What the function throws.
    public func forEachPerson<Failure: Error>(
        _ body: (_ person: Int32, _ facts: inout PersonFacts) throws(Failure) -> Void
    ) throws(Failure) {
        var facts = PersonFacts()
        for (place, person) in slots.persons.enumerated()
        where isListed || tables.hasRows(at: place) {
            facts.removeAll()
            tables.fill(&facts, at: place, reform: reform)
            try body(person, &facts)
        }
    }

    /// How many records hold.
    public var recordCount: Int { tables.recordCount }
}
